package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.Life;
import org.tailoff.verify.Life.Course;
import org.tailoff.verify.Life.Motion;
import org.tailoff.verify.Plan;

/** The three conditions in the examples graphed, each both ways. */
class GraphedExamplesTest {
    @TempDir
    private Path directory;

    private List<Finding> examine(Life life, String id) {
        GraphedExamples examination = new GraphedExamples();
        List<Finding> findings = examination
                .examine(new FakeRuns(new Plan(1, false), directory)
                        .add(life, examination.experiments())
                        .records())
                .stream()
                .filter(finding -> finding.claim().id().equals(id))
                .toList();
        assertThat(findings)
                .extracting(finding -> finding.part().replaceAll(",.*", ""))
                .startsWith("weight_initialization_30_old", "weight_initialization_100_old")
                .hasSize(id.equals("E3") ? 4 : 2);
        return findings;
    }

    private static void allAre(Verdict verdict, List<Finding> findings) {
        assertThat(findings).extracting(Finding::verdict).containsOnly(verdict);
    }

    @Test
    void decayDominatesWhereItMovesTheWeightsFurther() {
        List<Finding> findings = examine(Life.DECAY.with(new Motion(0.04, 1, 1)), "E1");
        allAre(Verdict.SUPPORTED, findings);
        // D and R of both layers are the same shares of the norms, so the quotient is that of each layer.
        assertThat(findings.get(0).evidence().measured().value()).isCloseTo((1 - 0.951229186692) / 0.04, within(1e-10));
    }

    @Test
    void decayDoesNotDominateWhereTheRestMovesThemFurther() {
        allAre(Verdict.REFUTED, examine(Life.DECAY.with(new Motion(0.06, 1, 1)), "E1"));
    }

    @Test
    void theFactorHoldsUnderPureDecay() {
        allAre(Verdict.SUPPORTED, examine(Life.DECAY, "E2"));
    }

    @Test
    void theFactorFailsWithoutDecay() {
        List<Finding> findings = examine(Life.DECAY.along((spec, layer, epoch) -> 1), "E2");
        allAre(Verdict.REFUTED, findings);
        assertThat(findings.get(0).evidence().measured().value()).isEqualTo(1);
    }

    @Test
    void theFactorFailsWhereWeightsShrinkByTwoPercentLess() {
        Course slower =
                (spec, layer, epoch) -> Course.decay(spec, epoch) * Math.pow(1.02, spec.decay() > 0 ? epoch : 0);
        allAre(Verdict.REFUTED, examine(Life.DECAY.along(slower), "E2"));
    }

    /** Thirty epochs of decay leave 0.223 of N(0,1) weights: 34 times 1/sqrt(23,820), not one to three times. */
    @Test
    void pureDecayHasNotTailedOffByTheEndOfTheGraph() {
        List<Finding> findings = examine(Life.DECAY, "E3");
        allAre(Verdict.REFUTED, findings);
        assertThat(findings.get(0).evidence().measured().value()).isCloseTo(0.223128 * Math.sqrt(23_820), within(1e-3));
        assertThat(findings.get(0).evidence().details().get("epochs that decay alone would need"))
                .isCloseTo(100.78, within(0.005));
    }

    @Test
    void weightsOfTheClaimedSizeAtTheEndSupport() {
        Course claimed = (spec, layer, epoch) -> Math.max(Math.exp(-epoch / 3), 1.5 / Math.sqrt(79_400));
        List<Finding> findings = examine(Life.DECAY.along(claimed), "E3");
        allAre(Verdict.SUPPORTED, findings.subList(0, 2));
        // 1.5/sqrt(79,400) is 0.15 times 1/sqrt(784).
        allAre(Verdict.REFUTED, findings.subList(2, 4));
    }

    @Test
    void weightsFarBelowTheClaimedSizeRefute() {
        allAre(Verdict.REFUTED, examine(Life.DECAY.along((spec, layer, epoch) -> Math.exp(-epoch / 3)), "E3"));
    }

    @Test
    void anotherInitialisationMakesTheEndUndecided() {
        List<Finding> findings = examine(Life.DECAY.along((spec, layer, epoch) -> 0.5), "E3");
        allAre(Verdict.INCONCLUSIVE, findings);
        assertThat(findings.get(0).undecided())
                .contains("control came out wrong: RMS of N(0,1) weights at the start is 0.5, should be 0.98 to 1.02");
    }
}
