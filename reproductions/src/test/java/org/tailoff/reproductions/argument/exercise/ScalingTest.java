package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.Life;
import org.tailoff.verify.Life.Course;
import org.tailoff.verify.Plan;

/** Claim 3, what the size depends on: sizes that are exact powers. */
class ScalingTest {
    private static final Plan SEEDS = new Plan(2, false);

    @TempDir
    private static Path shared;

    @TempDir
    private Path directory;

    /** Twice 1/sqrt(N_w), whatever lambda and the initialisation. */
    private static FakeRuns claimed;

    @BeforeAll
    static void makeRuns() {
        claimed = runs(shared, spec -> 2 / Math.sqrt(weights(spec)));
    }

    private static boolean isNew(RunSpec spec) {
        return spec.network().initialiser().equals("scaled-gaussian");
    }

    private static double weights(RunSpec spec) {
        int hidden = spec.dense().layers().get(1);
        return (784 + 10) * hidden;
    }

    private static double lambda(RunSpec spec) {
        return spec.training().regularisation().lambda();
    }

    private static FakeRuns runs(Path directory, ToDoubleFunction<RunSpec> level) {
        Course course = (spec, layer, epoch) -> {
            double start = isNew(spec) ? 1 / Math.sqrt(spec.dense().layers().get(layer)) : 1;
            return Math.max(start * Course.decay(spec, epoch), level.applyAsDouble(spec));
        };
        return new FakeRuns(SEEDS, directory).addStored(Life.DECAY.along(course), new Scaling().experiments());
    }

    private List<Finding> examine(ToDoubleFunction<RunSpec> level) {
        return new Scaling().examine(runs(directory, level).records());
    }

    private static Finding first(List<Finding> findings, String id) {
        return findings.stream()
                .filter(finding -> finding.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sizesAsClaimedSupportAllThree() {
        List<Finding> findings = new Scaling().examine(claimed.records());
        assertThat(findings)
                .hasSize(5)
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .as(finding.claim().id() + " " + finding.undecided())
                        .isEqualTo(Verdict.SUPPORTED));
        assertThat(first(findings, "C3c").evidence().measured().value()).isCloseTo(-0.5, within(1e-9));
        assertThat(first(findings, "C3d").evidence().measured().value()).isCloseTo(0, within(1e-9));
        assertThat(first(findings, "C3e").evidence().measured().value()).isCloseTo(0, within(1e-9));
    }

    /** N_w^(-1/4), a tenth more from the new initialisation, lambda^(-1/4). */
    @Test
    void otherPowersRefuteAllThree() {
        List<Finding> findings = examine(spec ->
                0.12 * (isNew(spec) ? 1.1 : 1) * Math.pow(weights(spec), -0.25) * Math.pow(lambda(spec) / 5, -0.25));
        assertThat(findings)
                .hasSize(5)
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .as(finding.claim().id() + " " + finding.undecided())
                        .isEqualTo(Verdict.REFUTED));
        assertThat(first(findings, "C3c").evidence().measured().value()).isCloseTo(-0.25, within(1e-9));
        assertThat(first(findings, "C3d").evidence().measured().value()).isCloseTo(1 / 1.1 - 1, within(1e-9));
        assertThat(first(findings, "C3e").evidence().measured().value()).isCloseTo(-0.25, within(1e-9));
    }

    /** One step of four: the slope of the whole is none of the local ones, which say where the step is. */
    @Test
    void localExponentsShowWhereTheSizeIsNoPower() {
        Finding width = first(examine(spec -> weights(spec) < 50_000 ? 0.04 : 0.01), "C3c");
        assertThat(width.evidence().details())
                .hasEntrySatisfying(
                        "local exponent, N_w 7940 to 23820",
                        local -> assertThat(local).isCloseTo(0, within(1e-9)))
                .hasEntrySatisfying(
                        "local exponent, N_w 23820 to 79400",
                        local ->
                                assertThat(local).isCloseTo(Math.log(0.25) / Math.log(79_400 / 23_820.0), within(1e-9)))
                .containsKeys("local exponent, N_w 79400 to 238200, lower end");
    }

    @Test
    void oneSeedDecidesNothing() {
        assertThat(new Scaling().examine(claimed.records(new Plan(1, false))))
                .hasSize(5)
                .allSatisfy(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
                    assertThat(finding.undecided()).isEmpty();
                });
    }

    /** Under the weakest decay the runs are not long enough, so that strength is left out and the others decide. */
    @Test
    void strengthsThatAreNotStationaryAreLeftOut() {
        Finding lambda = first(examine(spec -> lambda(spec) < 1 ? 1e-4 : 0.01), "C3e");
        assertThat(lambda.part()).isEqualTo("eta 0.5, h 30, 3 of 4 strengths stationary");
        assertThat(lambda.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(lambda.evidence().runs()).noneMatch(run -> run.contains("lambda0.5"));
    }
}
