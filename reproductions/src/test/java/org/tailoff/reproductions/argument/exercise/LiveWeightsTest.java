package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.verify.HandMadeRuns;
import org.tailoff.verify.HandMadeRuns.Course;
import org.tailoff.verify.HandMadeRuns.Life;
import org.tailoff.verify.Plan;

/** Claim 2 for live weights, both ways. */
class LiveWeightsTest {
    /** Loses a tenth less in logarithms than decay takes. */
    private static final Course SLOWER = (spec, layer, epoch) -> Course.decay(spec, epoch * 0.9);

    /** Loses a fourth less. */
    private static final Course MUCH_SLOWER = (spec, layer, epoch) -> Course.decay(spec, epoch * 0.75);

    @TempDir
    private Path directory;

    private List<Finding> examine(int seeds, Course course) {
        LiveWeights examination = new LiveWeights();
        return examination.examine(new HandMadeRuns(new Plan(seeds, false), directory)
                .add(Life.DECAY.along(course), examination.experiments())
                .records());
    }

    private static Finding first(List<Finding> findings, String id, String part) {
        return findings.stream()
                .filter(finding ->
                        finding.claim().id().equals(id) && finding.part().endsWith(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pureDecaySupportsShareRateAndPairs() {
        List<Finding> findings = examine(2, (spec, layer, epoch) -> Course.decay(spec, epoch));
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .as(finding.part() + " " + finding.undecided())
                        .isEqualTo(Verdict.SUPPORTED));
        assertThat(first(findings, "C2c", "rate of ln RMS")
                        .evidence()
                        .measured()
                        .value())
                .isCloseTo(1, within(1e-4));
    }

    /** f^0.75 is 1.3 % from f where f is 0.951; the rate is three quarters, but for q/2. */
    @Test
    void weightsThatLoseAFourthLessRefuteAllThree() {
        List<Finding> findings = examine(2, MUCH_SLOWER);
        assertThat(first(findings, "C2c", "share kept").verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(first(findings, "C2c", "rate of ln RMS").verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(first(findings, "C2c", "rate of ln RMS")
                        .evidence()
                        .measured()
                        .value())
                .isCloseTo(0.75, within(1e-4));
        assertThat(first(findings, "C2d", "hidden layer").verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(first(findings, "C2d", "output layer").verdict()).isEqualTo(Verdict.REFUTED);
    }

    /** After five epochs the pairs are f^-0.5 - 1 = 2.5 % apart, although no single epoch is 1 % off. */
    @Test
    void pairsAddUpWhatSingleEpochsForgive() {
        List<Finding> findings = examine(2, SLOWER);
        assertThat(first(findings, "C2c", "share kept").verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(first(findings, "C2d", "hidden layer").verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(first(findings, "C2d", "hidden layer").evidence().measured().value())
                .isCloseTo(Math.pow(0.951229186692, -0.5) - 1, within(1e-10));
    }

    @Test
    void oneSeedDecidesNothingOfTheWorld() {
        List<Finding> findings = examine(1, (spec, layer, epoch) -> Course.decay(spec, epoch));
        assertThat(first(findings, "C2c", "share kept").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(first(findings, "C2c", "rate of ln RMS").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(first(findings, "C2d", "hidden layer").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
