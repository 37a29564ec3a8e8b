package org.tailoff.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;

class VerdictTableTest {
    private static final Claim FIRST = new Claim("T1", "first statement", "a source", "a test", "a change");
    private static final Claim SECOND = new Claim("T2", "second statement", "a source", "a test", "a change");
    private static final Control GOOD = new Control(Prediction.near("sum", 2, 0.5, "known"), Estimate.exact(2));

    private static Finding finding(Claim claim, String part, Estimate measured, Optional<String> obstacle) {
        Evidence evidence = new Evidence(measured, List.of("run"), List.of(), obstacle, Map.of());
        return new Finding(claim, part, Prediction.atLeast("x", 1, "why"), evidence, List.of(GOOD));
    }

    private static final VerdictTable TABLE = new VerdictTable(List.of(
            finding(FIRST, "one", new Estimate(3, 2.5, 3.5, 5), Optional.empty()),
            finding(FIRST, "two", Estimate.exact(0.25), Optional.empty()),
            finding(SECOND, "all", new Estimate(3, 2.5, 3.5, 5), Optional.of("every run diverged"))));

    @Test
    void theOverviewHasALinePerClaimWithItsFirstFindingAndTheCountOfAll() {
        assertThat(TABLE.overview().lines()).hasSize(3);
        assertThat(TABLE.overview())
                .containsPattern("T1 +first statement +at least 1 +3 \\[2\\.5, 3\\.5] +5 +SUPPORTED"
                        + " +11 standard errors inside +1 supported, 1 refuted")
                .containsPattern("T2 +second statement .*INCONCLUSIVE");
    }

    @Test
    void everythingHasEveryFindingWithTheReasonWhyNothingWasDecided() {
        assertThat(TABLE.everything())
                .containsPattern("two +x +at least 1 +0\\.25 +1 +exact +REFUTED")
                .contains(
                        "INCONCLUSIVE (every run diverged)",
                        "would have changed the verdict: a change",
                        "source: a source");
    }

    @Test
    void everythingSaysWhetherVerdictsStandUnderOtherReadings() {
        Evidence evidence = Evidence.exact(0.25, "formula", Map.of());
        Prediction around = Prediction.around("x", 1, 3, "why");
        VerdictTable table = new VerdictTable(List.of(new Finding(FIRST, "one", around, evidence, List.of(GOOD))));
        assertThat(table.everything())
                .containsPattern("exact +same for around as a factor of 2;"
                        + " supported for around as a factor of 10 +REFUTED");
    }

    @Test
    void theCountsAreThoseOfTheFindings() {
        assertThat(TABLE.counts()).isEqualTo("1 supported, 1 refuted, 1 inconclusive");
    }
}
