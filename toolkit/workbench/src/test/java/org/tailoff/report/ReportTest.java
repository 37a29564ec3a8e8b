package org.tailoff.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.figure.Look;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Curves;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.published.PublishedSeries;
import org.tailoff.run.FinishedRun;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.store.RunStoreException;
import org.tailoff.store.StoredRun;

/** The report as files; how it looks and moves in a browser is for a browser to tell. */
class ReportTest {
    private static final Pattern TARGET = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    private Path out;

    @BeforeEach
    void makeOutput() throws IOException {
        SmallOutput.write(out);
    }

    private Path report() throws IOException {
        return SmallOutput.report(out);
    }

    private String page() throws IOException {
        return Files.readString(report());
    }

    /** Every file of the report with its content. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(out.resolve("report"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void everyLinkOfEveryPageLeadsToAFileOrToAPlaceOnThePage() throws IOException {
        report();
        for (Map.Entry<String, String> file : files().entrySet()) {
            if (!file.getKey().endsWith(".html")) {
                continue;
            }
            Path folder = out.resolve(file.getKey()).getParent();
            Matcher targets = TARGET.matcher(file.getValue());
            int links = 0;
            while (targets.find()) {
                String[] target = targets.group(1).split("#", 2);
                if (!targets.group(1).equals("data:,")) {
                    assertThat(folder.resolve(target[0])).as(targets.group(1)).exists();
                    links++;
                }
                if (target.length == 2 && target[0].isEmpty()) {
                    assertThat(file.getValue()).contains("id=\"" + target[1] + "\"");
                }
            }
            assertThat(links).isGreaterThan(5);
        }
    }

    @Test
    void aRunsPageLeadsToItsTrainedNetwork() throws IOException {
        report();
        assertThat(Files.readString(out.resolve("report/runs/" + SmallOutput.ID + ".html")))
                .contains("runs/" + SmallOutput.ID + "/network.zip\"", "runs/" + SmallOutput.ID + "/parameters.npz\"");
    }

    @Test
    void theSameRunsGiveTheSameBytes() throws IOException {
        report();
        Map<String, String> first = files();
        report();
        assertThat(files()).isEqualTo(first).isNotEmpty();
    }

    /** Every byte of it is read and checked then. */
    @Test
    void aRunWithTwoNamesIsOneRowWithBoth() throws IOException {
        SortedMap<String, String> names = SmallOutput.ids();
        names.put("a_second_name", SmallOutput.ID);
        Reproduced.FILE.write(out, SmallOutput.reproduced(names));
        assertThat(page())
                .containsOnlyOnce("<tr id=\"run-" + SmallOutput.ID)
                .contains("a_second_name, " + SmallOutput.RUN + "</a></th>");
    }

    @Test
    void theRunsPageSaysWhereItComesFrom() throws IOException {
        report();
        assertThat(out.resolve("report/runs/" + SmallOutput.ID + ".html"))
                .content()
                .contains("SHA-256 " + "a".repeat(64), "initialiser mine")
                .contains("a.Mine in mine.jar, version 7.5, SHA-256 " + "b".repeat(64))
                .contains("2024-01-01T00:00:00Z, for 12.5 s; Tailoff test, commit " + "d".repeat(40))
                .contains("a JDK; a processor, kernel a kernel")
                .contains("tailoff train mine.yaml");
    }

    @Test
    void aRunIsOpenedOnce() {
        OpenedRuns opened = new OpenedRuns(out, List.of());
        StoredRun first = opened.open(SmallOutput.ID);
        assertThat(opened.open(SmallOutput.ID)).isSameAs(first);
        FinishedRun finished = FinishedRun.reused(SmallOutput.RUN, first);
        assertThat(new OpenedRuns(out, List.of(finished)).open(SmallOutput.ID)).isSameAs(first);
    }

    @Test
    void markupInTextsIsShownAsText() throws IOException {
        assertThat(page())
                .doesNotContain(SmallOutput.MARKUP)
                .doesNotContain("<b>tags</b>")
                .contains("&lt;script>document.title", "\\u003cscript>document.title");
    }

    @Test
    void aCurveThatWasNotPublishedIsSaidToBeThat() {
        PublishedSeries ours = new PublishedSeries(
                "small1",
                "ours",
                new EpochCurve(SmallOutput.RUN, DataSet.TEST, Quantity.CORRECT),
                new double[0],
                List.of());
        Curves curves = new Curves(Map.of(
                SmallOutput.RUN,
                new OpenedRuns(out, List.of()).open(SmallOutput.ID).epochs()));
        assertThat(CurveRow.of(CurveComparisons.of(List.of(ours), curves, true)
                                .all()
                                .get(0))
                        .verdict()
                        .word())
                .isEqualTo("not published");
    }

    @Test
    void theAnswerStandsFirstAndCountsPointsAndCurves() throws IOException {
        assertThat(page().replaceAll("\\s+", " "))
                .contains(
                        "3 of 3 published accuracies come out equal. Of 2 published curves 1 are equal at every point,"
                                + " 1 agree within their stated rules, and 0 do not.");
    }

    @Test
    void aCurveHasItsFirstBestAndLastValuePublishedAndMeasured() throws IOException {
        List<CurveRow> rows = SmallOutput.compared(out).get(0).curves().all().stream()
                .map(CurveRow::of)
                .toList();
        assertThat(rows.get(0).values())
                .containsExactly(
                        new CurveRow.Value("first", "81.00 %", "81.00 %"),
                        new CurveRow.Value("best", "83.00 %", "83.00 %"),
                        new CurveRow.Value("last", "83.00 %", "83.00 %"));
        assertThat(rows.get(1).values())
                .containsExactly(
                        new CurveRow.Value("first", "1.75", "1.75"),
                        new CurveRow.Value("best", "1.5", "1.25"),
                        new CurveRow.Value("last", "1.5", "1.25"));
        assertThat(rows).extracting(row -> row.verdict().word()).containsExactly("EXACT", "MATCH");
    }

    @Nested
    class Refused {
        @Test
        void aDirectoryWithNothingToReportOn(@TempDir Path empty) {
            assertThatThrownBy(() -> Report.write(new OpenedRuns(empty, List.of()), seeds -> List.of(), Look.BOOK))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'" + empty + "' holds none of reproduced.json, verified.json and compared.json, and no"
                            + " finished run; tailoff reproduce, verify, compare and train write them");
        }

        @Test
        void aMissingRun() throws IOException {
            Files.delete(out.resolve("runs/" + SmallOutput.ID + "/manifest.json"));
            assertThatThrownBy(ReportTest.this::report)
                    .isInstanceOf(RunStoreException.class)
                    .hasMessageContaining(SmallOutput.ID)
                    .hasMessageContaining("the run is not finished");
        }

        @Test
        void aChangedRun() throws IOException {
            Files.writeString(out.resolve("runs/" + SmallOutput.ID + "/spec.yaml"), "x");
            assertThatThrownBy(ReportTest.this::report)
                    .isInstanceOf(RunStoreException.class)
                    .hasMessageContaining(SmallOutput.ID + "/spec.yaml: expected");
        }

        @Test
        void aRecordThatIsNoJson() throws IOException {
            Files.writeString(out.resolve("reproduced.json"), "{");
            assertThatThrownBy(ReportTest.this::report)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "'" + out.resolve("reproduced.json") + "' must be as tailoff wrote it, but ");
        }
    }
}
