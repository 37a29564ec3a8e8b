package org.tailoff.reproductions.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.published.Calculation;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparisonFiles;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.LastEpochs;
import org.tailoff.published.Measured;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.published.SeedDraws;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.spec.RunSpec;

class ChapterTest {
    private final List<Reproduction> all = Chapter.reproductions();

    @Test
    void idsAndSeriesAreUniqueAndARunOfOneNameIsOneRun() {
        assertThat(all).extracting(Reproduction::id).doesNotHaveDuplicates();
        Map<String, RunSpec> runs = new HashMap<>();
        for (Reproduction each : all) {
            each.runs()
                    .forEach((name, spec) -> assertThat(runs.merge(name, spec, (one, other) -> one))
                            .isEqualTo(spec));
        }
        for (Reproduction each : all) {
            assertThat(each.series()).extracting(PublishedSeries::name).doesNotHaveDuplicates();
        }
    }

    @Test
    void everySeriesIsMeasuredByOneOfItsRunsOnASetThatRunEvaluatesForAsLongAsThePublishedCurve() {
        for (Reproduction each : all) {
            for (PublishedSeries series : each.series()) {
                assertThat(series.criteria().isEmpty()).isEqualTo(!series.isPublished());
                assertThat(series.source().runs())
                        .allMatch(name ->
                                each.runs().containsKey(name) || each.svms().containsKey(name));
                if (series.source() instanceof LastEpochs last) {
                    assertThat(last.ends())
                            .hasSameSizeAs(series.published())
                            .allMatch(end -> end.epoch()
                                    == each.runs().get(end.run()).training().epochs());
                }
                if (series.source() instanceof EpochCurve curve) {
                    RunSpec spec = each.runs().get(curve.run());
                    assertThat(spec.data().evaluate()).contains(curve.set());
                    assertThat(each.runs().keySet()).containsAll(curve.replicas());
                    if (series.isPublished()) {
                        assertThat(series.published()).hasSize(spec.training().epochs());
                    }
                }
            }
        }
    }

    /** Oracle: the closed-form predictions for the book's runs, q = eta lambda / n. */
    @ParameterizedTest
    @CsvSource({
        "overfitting, 0, 40000",
        "regularized, 5e-5, 40000",
        "overfitting_full, 0, 150000",
        "regularized_full, 5e-5, 150000",
        "weight_initialization_30_old, 1e-5, 150000",
        "weight_initialization_30_new, 1e-5, 150000",
        "weight_initialization_100_old, 1e-5, 150000",
        "weight_initialization_100_new, 1e-5, 150000",
        "multiple_eta_0.025, 2.5e-6, 150000",
        "multiple_eta_0.25, 2.5e-5, 150000",
        "multiple_eta_2.5, 2.5e-4, 150000"
    })
    void decayAndLengthAreThoseThatTheBookTells(String run, double decay, long iterations) {
        assertThat(BookSpecs.spec(run).decay()).isEqualTo(decay);
        assertThat(BookSpecs.spec(run).iterations()).isEqualTo(iterations);
    }

    /** Oracle: numbers quoted in the text of the book. */
    @Test
    void publishedCurvesAreThoseTheTextQuotes() {
        Map<String, PublishedSeries> byName = new HashMap<>();
        all.forEach(each -> each.series().forEach(series -> byName.put(each.id() + "/" + series.name(), series)));
        assertThat(max(byName.get("overfitting/test accuracy"))).isEqualTo(8227);
        assertThat(max(byName.get("regularized/test accuracy"))).isEqualTo(8710);
        assertThat(max(byName.get("overfitting_full/test accuracy"))).isEqualTo(9533);
        assertThat(max(byName.get("overfitting_full/training accuracy"))).isEqualTo(48932);
        assertThat(max(byName.get("regularized_full/test accuracy"))).isEqualTo(9649);
        assertThat(byName.get("weight_initialization_30/old, validation accuracy")
                        .published()[0])
                .isEqualTo(8643);
        assertThat(byName.get("weight_initialization_30/new, validation accuracy")
                        .published()[0])
                .isEqualTo(9270);
        assertThat(byName.get("weight_initialization_100/new, validation accuracy")
                        .published()[29])
                .isEqualTo(9781);
    }

    private static double max(PublishedSeries series) {
        return java.util.Arrays.stream(series.published()).max().orElseThrow();
    }

    @Test
    void everyReproductionHasItsLineInTheDocumentation() throws IOException {
        String table = all.stream()
                .map(each -> "| `%s` | %s | %s |%n".formatted(each.id(), each.source(), each.question()))
                .collect(Collectors.joining());
        assertThat(Files.readString(Path.of("..", "docs", "reproducing.md")))
                .as("the table of reproductions must be%n%s", table)
                .contains("| id | where in the book | question |%n|---|---|---|%n%s%n".formatted(table));
    }

    /** The gate looks at that file: what is not in it can be broken unseen. */
    @Test
    void everyPublishedSeriesIsInTheComparisonFile() throws IOException {
        List<String> published = new ArrayList<>();
        List<ComparedReproduction> compared = new ArrayList<>();
        for (Reproduction each : all) {
            compared.add(new ComparedReproduction(each, compared(each, 1), List.of()));
            each.series().stream()
                    .filter(PublishedSeries::isPublished)
                    .forEach(series -> published.add(each.id() + "/" + series.name()));
        }
        List<String> written = new ArrayList<>();
        new ObjectMapper()
                .readTree(CurveComparisonFiles.json(compared))
                .forEach(row -> written.add(row.get("reproduction").asText() + "/"
                        + row.get("series").asText()));
        assertThat(written).isNotEmpty().isEqualTo(published);
    }

    private static CurveComparisons compared(Reproduction reproduction, int epochs) {
        List<CurveComparison> compared = new ArrayList<>();
        for (PublishedSeries series : reproduction.series()) {
            List<double[]> draws =
                    series.source() instanceof SeedDraws ? List.of(series.published(), series.published()) : List.of();
            compared.add(new CurveComparison(series, beginning(series, epochs), draws, 10_000, series.isPublished()));
        }
        return new CurveComparisons(compared);
    }

    @Test
    void figuresAreDrawnFromShortRunsToo() {
        for (Reproduction each : published()) {
            for (int epochs : new int[] {1, 2, 30}) {
                assertThat(each.figures(compared(each, epochs)))
                        .extracting(figure -> figure.id())
                        .doesNotHaveDuplicates()
                        .isNotEmpty();
            }
        }
    }

    /** A calculation has no shorter form. */
    private static Measured beginning(PublishedSeries series, int epochs) {
        if (series.source() instanceof Calculation calculation) {
            return calculation.result();
        }
        int points = points(series, epochs);
        double[] measured = java.util.Arrays.copyOf(series.published(), points);
        measured[points - 1] += 1;
        // From 1 on, since some figures have a logarithmic axis.
        double[] x = java.util.stream.IntStream.rangeClosed(1, points)
                .asDoubleStream()
                .toArray();
        return new Measured(x, measured);
    }

    /** Draws are there as a whole or not at all. */
    private static int points(PublishedSeries series, int epochs) {
        if (!series.isPublished()) {
            return epochs;
        }
        int all = series.published().length;
        return series.source() instanceof SeedDraws ? all : Math.min(epochs, all);
    }

    /** Those beyond the book are drawn from whole runs: see TailoffTest. */
    private List<Reproduction> published() {
        return all.stream().filter(each -> !each.series().isEmpty()).toList();
    }
}
