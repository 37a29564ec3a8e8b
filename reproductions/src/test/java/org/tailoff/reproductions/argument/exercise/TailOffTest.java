package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.Life;
import org.tailoff.verify.Life.Course;
import org.tailoff.verify.Plan;

/** Claim 3, the size: weights that settle at a size chosen here. */
class TailOffTest {
    private static final Plan SEEDS = new Plan(2, false);

    /** N_w of 784-30-10. */
    private static final double ALL = 23_820;

    @TempDir
    private static Path shared;

    @TempDir
    private Path directory;

    /** Weights of twice the claimed size. */
    private static FakeRuns claimed;

    @BeforeAll
    static void makeRuns() {
        claimed = runs(shared, settlingAt(2 / Math.sqrt(ALL)));
    }

    /** Decays until a size is reached, and stays there; without decay nothing changes. */
    private static Course settlingAt(double level) {
        return (spec, layer, epoch) -> Math.max(Course.decay(spec, epoch), level);
    }

    private static FakeRuns runs(Path directory, Course course) {
        List<Experiment> ended = new TailOff()
                .experiments().stream()
                        .filter(experiment -> !experiment.equals(ExperimentGrid.early(0, Start.OLD)))
                        .toList();
        return new FakeRuns(SEEDS, directory)
                .addStored(Life.DECAY.along(course), ended)
                .add(Life.DECAY.along(course), List.of(ExperimentGrid.early(0, Start.OLD)));
    }

    private List<Finding> examine(Course course) {
        return new TailOff().examine(runs(directory, course).records());
    }

    private static Finding finding(List<Finding> findings, String id, String part) {
        return findings.stream()
                .filter(finding ->
                        finding.claim().id().equals(id) && finding.part().startsWith(part))
                .findFirst()
                .orElseThrow();
    }

    private static final String SETTLED = "50000 images, h 30, eta 0.1, lambda 5, old";
    private static final String FASTER = "50000 images, h 30, eta 0.5, lambda 5, old";
    private static final String EXAMPLE = "weight_initialization_30_old";

    @Test
    void aSizeOfTwiceTheClaimedOneSupportsBothReadings() {
        List<Finding> findings = new TailOff().examine(claimed.records());
        for (String part : List.of(SETTLED, EXAMPLE)) {
            assertThat(finding(findings, "C3a", part).verdict()).isEqualTo(Verdict.SUPPORTED);
            assertThat(finding(findings, "C3a", part).evidence().measured().value())
                    .isCloseTo(2, within(1e-9));
            assertThat(finding(findings, "C3b", part).verdict()).isEqualTo(Verdict.SUPPORTED);
            assertThat(finding(findings, "C3b", part).evidence().measured().value())
                    .isCloseTo(2 * 28 / Math.sqrt(ALL), within(1e-9));
        }
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.undecided()).isEmpty());
    }

    /** ln(2/sqrt(23,820)) / ln f = 17.38 epochs, f = 0.778796: the first whole epoch after that is the 18th. */
    @Test
    void theEpochInWhichTheDecayEndsIsWhereTheSizeIsReached() {
        Finding when = finding(new TailOff().examine(claimed.records()), "C3a", FASTER + ", when");
        assertThat(when.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(when.evidence().measured().value())
                .isEqualTo(Math.ceil(Math.log(2 / Math.sqrt(ALL)) / Math.log(0.778795915419)));
        assertThat(when.prediction().low()).isCloseTo(13.33, within(0.005));
        assertThat(when.prediction().high()).isCloseTo(20.16, within(0.005));
    }

    @Test
    void aSizeOfFourTimesTheClaimedOneRefutesThatOfAllWeightsAlone() {
        List<Finding> findings = examine(settlingAt(4 / Math.sqrt(ALL)));
        assertThat(finding(findings, "C3a", SETTLED).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(finding(findings, "C3a", EXAMPLE).verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(finding(findings, "C3b", SETTLED).verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void oneSeedDecidesNothingOfTheWorld() {
        List<Finding> findings = new TailOff().examine(claimed.records(new Plan(1, false)));
        assertThat(finding(findings, "C3a", SETTLED).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding(findings, "C3a", SETTLED).undecided()).isEmpty();
        assertThat(finding(findings, "C3a", EXAMPLE).verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    /** Of the right size to the end, but on its way down: no size at which it tails off. */
    @Test
    void weightsThatStillShrinkDecideNothing() {
        Course shrinking = (spec, layer, epoch) ->
                spec.decay() == 0 ? 1 : 2 / Math.sqrt(ALL) * (1.1 - 0.2 * epoch / lastEpoch(spec));
        Finding finding = finding(examine(shrinking), "C3a", SETTLED);
        assertThat(finding.prediction().low())
                .isLessThan(finding.evidence().measured().low());
        assertThat(finding.prediction().high())
                .isGreaterThan(finding.evidence().measured().high());
        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.undecided())
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith(SETTLED + " is not stationary: the norm still changes by -")
                        .endsWith("allowed are 0.5 %"));
    }

    private static double lastEpoch(RunSpec spec) {
        return spec.training().epochs();
    }
}
