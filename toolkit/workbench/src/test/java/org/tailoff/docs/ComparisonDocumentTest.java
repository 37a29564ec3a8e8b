package org.tailoff.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.analysis.Estimate;
import org.tailoff.comparison.ComparisonResult;
import org.tailoff.comparison.PairwiseTest;
import org.tailoff.comparison.RankedInitialiser;
import org.tailoff.comparison.Ranking;
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
                It is at [0](evidence/compare-small.json#/rankings/0/standings/0/last/value) %.
                <!-- tables of small -->
                old
                <!-- end of small -->
                after
                """);
    }

    /** Two initialisers, half a point apart. */
    private static ComparisonResult settled() {
        return new ComparisonResult(
                Specs.write(SmallOutput.spec()),
                2,
                "test",
                90,
                false,
                List.of(new Ranking(
                        false,
                        List.of(standing("first", 96.5), standing("second", 96)),
                        List.of(new PairwiseTest("first", "second", new Estimate(0.5, 0.25, 0.75, 2), 3, 0.01)),
                        List.of())),
                List.of(),
                List.of());
    }

    private static RankedInitialiser standing(String name, double last) {
        Estimate any = new Estimate(last, last - 1, last + 1, 2);
        return new RankedInitialiser(1, name, any, any, any, List.of(1, 2));
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
                .startsWith("It is at [96.5](evidence/compare-small.json#/rankings/0/standings/0/last/value) %.\n")
                .contains("| 1 | second | 96.00 [95.00, 97.00] |", "+0.50 [+0.25, +0.75]")
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
