package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tailoff compare} on a few of the embedded digits. */
class CompareTest {
    private static final String SPEC = """
            network: {layers: [784, 10, 10], hidden: sigmoid, output: sigmoid, cost: cross-entropy, initialiser: zeros}
            training:
              learning-rate: 0.5
              mini-batch: 10
              epochs: 6
              regularisation: {type: L2, lambda: 0.1}
            data: {training-images: 1000, evaluate: [validation]}
            seeds: {type: streams, master: 1}
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void writeSpec() throws IOException {
        Files.writeString(directory.resolve("small.yaml"), SPEC);
    }

    private ChildProcess.Ended compare(String... options) {
        List<String> args = new ArrayList<>(List.of("compare", "--spec", "small.yaml", "--out", "out"));
        args.addAll(List.of(options));
        return SameProcess.tailoff(directory, args.toArray(String[]::new));
    }

    /** Accuracies at the end in percent, as the CSV file has them. */
    private DoubleStream last(String initialiser, boolean decay) throws IOException {
        return Files.readAllLines(directory.resolve("out/per-seed.csv")).stream()
                .map(line -> line.split(","))
                .filter(row -> row[0].equals("\"" + initialiser + "\""))
                .filter(row -> row[1].equals(Boolean.toString(decay)) && row[3].equals("6"))
                .mapToDouble(row -> 100 * Double.parseDouble(row[5]));
    }

    /**
     * By hand: Student's 95 % interval of three values, t(0.975, 2) = 4.302652729911275, and 1.96 standard errors of
     * the choice of 10,000 images, as the root of the sum of their squares.
     */
    private String interval(String initialiser, boolean decay) throws IOException {
        double[] values = last(initialiser, decay).toArray();
        assertThat(values).hasSize(3);
        double mean = (values[0] + values[1] + values[2]) / 3;
        double squares = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double images = 1.959963984540054 * Math.sqrt(mean * (100 - mean) / 10_000);
        double half = Math.hypot(4.302652729911275 * Math.sqrt(squares / 2 / 3), images);
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", mean, mean - half, mean + half);
    }

    @Test
    void itFindsOfTheBooksTwoInitialisersTheOneThatTheBookFinds() throws Exception {
        ChildProcess.Ended ended = compare("-i", "gaussian", "-i", "scaled-gaussian", "--seeds", "3");
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out())
                .contains(
                        "With weight decay, scaled-gaussian is the best at the end (3 seeds): it is better than gaussian by ")
                .contains("Without weight decay, ")
                .contains("Weight decay against none at the end (2 initialisers, 3 seeds): ")
                .contains("With 3 seeds a difference of ", "The 10000 validation examples are a sample: ")
                .contains(interval("gaussian", true), interval("scaled-gaussian", true))
                .contains(interval("gaussian", false), interval("scaled-gaussian", false));
        Path out = directory.resolve("out");
        assertThat(Files.readString(out.resolve("comparison.md")))
                .contains("| scaled-gaussian | " + interval("scaled-gaussian", true) + " |");
        JsonNode settled = new ObjectMapper()
                .readTree(out.resolve("compared.json").toFile())
                .get("settled");
        assertThat(settled.get("regimes").get(0).get("standings").fieldNames().next())
                .isEqualTo("scaled-gaussian");
        assertThat(out.resolve("figures/compare/accuracy.png")).isNotEmptyFile();
        assertThat(out.resolve("figures/compare/saturation-no-decay.svg")).isNotEmptyFile();
        assertThat(out.resolve("report/index.html")).content().contains("href=\"compare.html\"");
        assertThat(out.resolve("report/compare.html"))
                .content()
                .contains(interval("scaled-gaussian", true), "figure-accuracy-no-decay", "784-10-10");

        Files.delete(out.resolve("report/compare.html"));
        ChildProcess.Ended again = SameProcess.tailoff(directory, "report", "out", "--theme", "plain");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).startsWith("The figures of the comparison stay as tailoff compare drew them.\n");
        assertThat(out.resolve("report/compare.html")).exists();
    }

    @Test
    void moreSeedsLaterTrainTheNewOnesAloneAndAnotherQuestionNone() throws Exception {
        String[] two = {"-i", "zeros", "-i", "scaled-gaussian", "--quick", "--seeds", "2"};
        assertThat(compare(two).code()).isZero();
        two[two.length - 1] = "3";
        ChildProcess.Ended three = compare(two);
        assertThat(three.code()).as(three.err()).isZero();
        assertThat(three.err()).contains("12 runs, 8 of them stored; ");
        // three seeds are what --quick has where nothing is said
        ChildProcess.Ended against =
                compare("-i", "zeros", "-i", "scaled-gaussian", "--quick", "--against", "zeros", "--margin", "0.2");
        assertThat(against.err()).contains("12 runs, all of them stored");
        assertThat(against.out())
                .contains("With weight decay, against zeros at the end (3 seeds): ", "less zeros (points)")
                .contains("one of 0.2 points in ");
        assertThat(directory.resolve("out/report/compare.html")).content().contains("is compared with zeros");
    }

    /**
     * Weights of 1e200 overflow at once; the others are compared all the same, and the exit code says that something
     * was lost.
     */
    @Test
    void anInitialiserThatDivergesIsNamedAndLeftOut() throws Exception {
        ChildProcess.Ended ended = compare(
                "-i",
                "scaled-gaussian",
                "-i",
                "lecun-normal",
                "-i",
                "gaussian:stddev=1e200",
                "--seeds",
                "2",
                "--quick");
        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(1);
        assertThat(ended.out())
                .contains("left out: compare_gaussian_stddev_1e200_seed1: ")
                .contains("left out: compare_gaussian_stddev_1e200_no-decay_seed2: ")
                .contains("Quick: of the first epochs alone.");
        assertThat(directory.resolve("out/report/compare.html")).content().contains("Left out");
        assertThat(Files.readString(directory.resolve("out/comparison.md"))).doesNotContain("stddev=1e200");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-i zeros | initialisers must be at least 2, was [zeros]",
                "-i zeros -i gaussian --target NaN | --target must be a percentage in (0, 100], was NaN",
                "-i zeros -i gaussian --against lsuv | --against must be one of the initialisers [zeros, gaussian], was 'lsuv'",
                "-i zeros -i gaussian --margin 0 | --margin must be a finite number > 0: 0.0",
                "-i zeros -i gaussian --spec none.yaml | none.yaml: expected a file, found nothing",
            })
    void wrongUsageIsOneLineAndNothingIsWritten(String options, String message) throws Exception {
        List<String> args = new ArrayList<>(List.of("compare"));
        args.addAll(List.of(options.split(" ")));
        ChildProcess.Ended ended = SameProcess.tailoff(directory, args.toArray(String[]::new));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines()).containsExactly("tailoff: " + message);
        assertThat(directory.resolve("tailoff-out")).doesNotExist();
    }

    @Test
    void anUnknownInitialiserIsNamedWithTheOneThatWasMeant() throws Exception {
        ChildProcess.Ended ended = compare("-i", "gaussian", "-i", "scaled-gausian");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .startsWith("tailoff: No weight initialiser 'scaled-gausian'. Known: ")
                .contains("scaled-gaussian");
        assertThat(directory.resolve("out")).doesNotExist();
    }
}
