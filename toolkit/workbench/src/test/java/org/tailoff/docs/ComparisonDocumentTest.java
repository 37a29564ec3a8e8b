package org.tailoff.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.analysis.ArmComparison;
import org.tailoff.analysis.ArmComparison.Shown;
import org.tailoff.analysis.Dunnett.Sides;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.Family;
import org.tailoff.analysis.MultipleComparisons;
import org.tailoff.comparison.ComparisonResult;
import org.tailoff.comparison.Judge;
import org.tailoff.comparison.Question;
import org.tailoff.comparison.Standing;
import org.tailoff.comparison.Standings;
import org.tailoff.comparison.When;
import org.tailoff.report.SmallOutput;
import org.tailoff.spec.Specs;

class ComparisonDocumentTest {
    private static final String PAGE = "choosing-an-initialiser.md";

    @TempDir
    private Path docs;

    @BeforeEach
    void writePage() throws IOException {
        Files.createDirectory(docs.resolve("evidence"));
        Files.writeString(docs.resolve(PAGE), """
                It is at [0.0](evidence/compare-small.json#/regimes/0/standings/first/last/value) %.
                <!-- tables of small -->
                old
                <!-- end of small -->
                after
                """);
    }

    /** Two initialisers, half a point apart. */
    private static ComparisonResult settled() {
        Family family = new Family(1, Sides.ONE, true, 1);
        return new ComparisonResult(
                Specs.write(SmallOutput.spec()),
                2,
                new Judge("test", 10_000),
                new Question("", 0.5, 90),
                false,
                List.of(new Standings(
                        false,
                        standings(),
                        Map.of(
                                When.END,
                                compared(family, ahead(Shown.BETTER, 0.5), ahead(Shown.WORSE, -0.5)),
                                When.START,
                                compared(family, ahead(Shown.OPEN, 0), ahead(Shown.OPEN, 0))))),
                Map.of(),
                List.of());
    }

    private static MultipleComparisons compared(Family family, ArmComparison... arms) {
        Map<String, ArmComparison> named = new LinkedHashMap<>();
        named.put("first", arms[0]);
        named.put("second", arms[1]);
        return new MultipleComparisons(family, 1, 6.3, 0.04, named);
    }

    private static ArmComparison ahead(Shown shown, double by) {
        Estimate difference = new Estimate(by, Math.min(0, 1.5 * by), Math.max(0, 1.5 * by), 2);
        return new ArmComparison(shown, difference, difference, 0.01, "other");
    }

    private static Map<String, Standing> standings() {
        Map<String, Standing> standings = new LinkedHashMap<>();
        standings.put("first", standing(96.5));
        standings.put("second", standing(96));
        return standings;
    }

    private static Standing standing(double last) {
        Estimate any = new Estimate(last, last - 1, last + 1, 2);
        return new Standing(any, any, any, List.of(1, 2));
    }

    /** The numbers and tables that stand in the documentation now are those of the evidence beside it. */
    @Test
    void theCommittedPageSaysWhatItsEvidenceHolds() throws IOException {
        ComparisonDocument committed = new ComparisonDocument(Path.of("..", "..", "docs"));
        assertThat(committed.text()).contains("| data-scaled |").isEqualTo(committed.anew());
    }

    @Test
    void tablesAndNumbersArePutUpToDateAndTheWordsStay() throws IOException {
        ComparisonDocument document = new ComparisonDocument(docs);
        document.write("small", settled());
        assertThat(document.text())
                .startsWith("It is at [96.5](evidence/compare-small.json#/regimes/0/standings/first/last/value) %.\n")
                .contains(
                        "first is the best at the end (2 seeds): it is better than second by 0.50 points (at most 0.75).")
                .contains("| second | 96.00 [95.00, 97.00] |", "-0.50 [-0.75, +0.00] | not the best |")
                .doesNotContain("old")
                .endsWith("<!-- end of small -->\nafter\n")
                .isEqualTo(document.anew());
        Files.writeString(docs.resolve(PAGE), document.text().replace("96.00 [", "96.01 ["));
        assertThat(document.text()).isNotEqualTo(document.anew());
    }

    @Test
    void whatHasNoPlaceInThePageIsRefusedAndNothingIsWritten() throws IOException {
        ComparisonDocument document = new ComparisonDocument(docs);
        assertThatThrownBy(() -> document.write("other", settled()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(PAGE + " must hold '<!-- tables of other -->' and '<!-- end of other -->' in this order,"
                        + " holds none");
        assertThat(docs.resolve("evidence")).isEmptyDirectory();
        Path nowhere = docs.resolve("evidence");
        assertThatThrownBy(() -> new ComparisonDocument(nowhere))
                .hasMessage("--docs must be a directory that holds " + PAGE + ", was " + nowhere);
    }
}
