package org.tailoff.reproductions.argument.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.verify.FakeRuns.select;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.FakeRuns.Behaviour;
import org.tailoff.verify.FakeRuns.Run;
import org.tailoff.verify.Life;
import org.tailoff.verify.Life.Course;
import org.tailoff.verify.Life.Motion;
import org.tailoff.verify.Plan;

/** The law behind the size, on weights that settle where a function of eta/m says. */
class LawTest {
    private static final Plan TWO = new Plan(2, false);

    @TempDir
    private Path directory;

    private List<Finding> examine(ClaimTest test, Behaviour behaviour) {
        return test.examine(new FakeRuns(TWO, directory)
                .addStored(behaviour, test.experiments())
                .records());
    }

    private static double temperature(TrainingSpec training) {
        return training.learningRate() / training.miniBatch();
    }

    /** From N(0,1) along decay to a size, where gradients give back what decay takes, all of it across the weights. */
    private static Life settling(DoubleUnaryOperator size) {
        Course course = (spec, layer, epoch) ->
                Math.max(Course.decay(spec, epoch), size.applyAsDouble(temperature(spec.training())));
        return Life.DECAY.along(course).with(new Motion(1e-3, 1, 1));
    }

    private static void allAre(Verdict verdict, List<Finding> findings) {
        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .as(finding.claim().id() + " " + finding.part() + finding.undecided())
                        .isEqualTo(verdict));
    }

    @Test
    void sizesThatAreASquareRootOfTheTemperatureSupportTheLineThePowerAndTheNoise() {
        List<Finding> findings = examine(new Temperature(), settling(t -> 0.2 * Math.sqrt(t)));
        allAre(Verdict.SUPPORTED, select(findings, "N3", ""));
        allAre(Verdict.SUPPORTED, select(findings, "N4", "exponent 0.5"));
        allAre(Verdict.REFUTED, select(findings, "N4", "exponent 0.25"));
        allAre(Verdict.SUPPORTED, select(findings, "N5", ""));
        allAre(Verdict.SUPPORTED, select(findings, "N6", ""));
        // S_1 = 0.04 T x 23,520 has no constant part.
        assertThat(select(findings, "N3", "the example")
                        .get(0)
                        .evidence()
                        .details()
                        .get("S_0"))
                .isCloseTo(0, within(1e-9));
        assertThat(select(findings, "N4", "exponent 0.5")
                        .get(0)
                        .evidence()
                        .measured()
                        .value())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void sizesThatDoNotDependOnTheTemperatureRefuteThePowers() {
        List<Finding> findings = examine(new Temperature(), settling(t -> 0.05));
        allAre(Verdict.REFUTED, select(findings, "N4", ""));
        allAre(Verdict.SUPPORTED, select(findings, "N3", ""));
    }

    @Test
    void sizesThatBendAwayFromALineRefuteIt() {
        allAre(Verdict.REFUTED, select(examine(new Temperature(), settling(t -> 0.5 * t)), "N3", ""));
    }

    @Test
    void oneTemperatureSupportsLinearScalingWhateverTheMiniBatch() {
        List<Finding> findings = examine(new LinearScaling(), settling(t -> 0.2 * Math.sqrt(t)));
        allAre(Verdict.SUPPORTED, findings);
        assertThat(findings)
                .hasSize(3)
                .allSatisfy(finding ->
                        assertThat(finding.evidence().measured().value()).isCloseTo(1, within(1e-9)));
    }

    @Test
    void sizesOfTheMiniBatchRefuteLinearScaling() {
        Course course = (spec, layer, epoch) -> Math.max(
                Course.decay(spec, epoch),
                0.2
                        * Math.sqrt(temperature(spec.training()))
                        * (1 + 0.01 * spec.training().miniBatch()));
        allAre(Verdict.REFUTED, examine(new LinearScaling(), Life.DECAY.along(course)));
    }

    /** S goes back to 1 as exp(-3 q steps): three times q. */
    private static Life returning(double rate) {
        return Life.DECAY.along((spec, layer, epoch) -> {
            var rescaling = spec.training().rescaling();
            if (rescaling == null || epoch <= rescaling.afterEpoch()) {
                return Math.max(Course.decay(spec, epoch), 0.1);
            }
            double steps = (epoch - rescaling.afterEpoch()) * spec.iterationsPerEpoch();
            double deviation = rescaling.factor() * rescaling.factor() - 1;
            return 0.1 * Math.sqrt(1 + deviation * Math.exp(-rate * spec.decay() * steps));
        });
    }

    @Test
    void aNormThatReturnsAtThreeTimesQSupports() {
        List<Finding> findings = examine(new Kick(), returning(3));
        allAre(Verdict.SUPPORTED, findings);
        assertThat(findings)
                .hasSize(2)
                .allSatisfy(finding ->
                        assertThat(finding.evidence().measured().value()).isCloseTo(3, within(0.05)));
    }

    @Test
    void aNormThatReturnsTooFastRefutes() {
        allAre(Verdict.REFUTED, examine(new Kick(), returning(6)));
    }

    @Test
    void aNormThatStaysWhereItWasKickedDecidesNothing() {
        assertThat(examine(new Kick(), returning(0)))
                .allSatisfy(finding -> assertThat(finding.undecided())
                        .hasValueSatisfying(why -> assertThat(why).contains("S_1 at the end over S_1 settled")));
    }

    @Test
    void sizesThatGoAsTheRootOfTheInputsSupportTheFanIn() {
        Course course = (spec, layer, epoch) ->
                Math.max(Course.decay(spec, epoch), 0.5 / Math.sqrt(spec.dense().inputs()));
        allAre(
                Verdict.SUPPORTED,
                select(
                        examine(new Inputs(), Life.DECAY.along(course)),
                        "N8",
                        "lambda 50, eta 0.5, h 30, pooled images as they are, over n_in"));
        Course same = (spec, layer, epoch) -> Math.max(Course.decay(spec, epoch), 0.05);
        assertThat(select(
                        new Inputs()
                                .examine(new FakeRuns(TWO, directory.resolve("same"))
                                        .addStored(Life.DECAY.along(same), new Inputs().experiments())
                                        .records()),
                        "N8",
                        "lambda 50, eta 0.5, h 30, pooled images as they are, over n_in"))
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED));
    }

    /** By hand: bfloat16 has 8 significant bits, so the neighbours of 1 are 1 - 2^-8 and 1 + 2^-7. */
    @Test
    void bfloat16IsRoundedToTheNearestWithTiesToTheEvenOne() {
        assertThat(Rounding.brain(1 - 1e-5)).isEqualTo(1);
        assertThat(Rounding.brain(1 - 0x1p-9)).isEqualTo(1);
        assertThat(Rounding.brain(1 - 0x1.8p-9)).isEqualTo(1 - 0x1p-8);
        assertThat(Rounding.brain(1 + 0x1p-8)).isEqualTo(1);
        assertThat(Rounding.brain(1 + 0x1.8p-7)).isEqualTo(1 + 0x1p-6);
        assertThat(Rounding.brain(-3.140625)).isEqualTo(-3.140625);
    }

    /** fl(1 - 1e-5) in single precision is 1 - 168 x 2^-24, by hand. */
    @Test
    void deadWeightsThatDecayByTheRoundedFactorSupport() {
        double rounded = 1 - 168 * 0x1p-24;
        Rounding test = new Rounding();
        allAre(Verdict.SUPPORTED, test.examine(FakeRuns.records(test, TWO, decaying(rounded))));
        assertThat(test.examine(FakeRuns.records(test, TWO, decaying(1 - 1e-5)))
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
    }

    private static Behaviour decaying(double factor) {
        return new Behaviour() {
            @Override
            public double dead(Run run, int epoch) {
                double single = Math.pow(factor, epoch * (double) run.law().stepsPerEpoch());
                return run.spec().execution().precision() == Precision.FLOAT
                        ? single
                        : run.law().factor(epoch);
            }
        };
    }

    private static Behaviour saturating(double first, double middle, double last) {
        Life settled = settling(t -> 0.2 * Math.sqrt(t));
        return new Behaviour() {
            @Override
            public int epochs(Run run) {
                return settled.epochs(run);
            }

            @Override
            public double rms(Run run, int layer, int epoch) {
                return settled.rms(run, layer, epoch);
            }

            @Override
            public void fill(Run run, int layer, long iteration, double[] row) {
                settled.fill(run, layer, iteration, row);
            }

            @Override
            public double saturation(Run run, int epoch) {
                if (!run.old()) {
                    return 0;
                }
                double heat = temperature(run.spec().training()) > 0.05 ? 0.1 : 0;
                return (epoch == 0 ? first : epoch == 1 ? middle : last) + heat;
            }
        };
    }

    @Test
    void saturationThatRisesAndFallsSupportsAndThatOnlyFallsRefutes() {
        List<Finding> rising = examine(new SaturationCourse(), saturating(0.5, 0.7, 0.6));
        allAre(Verdict.SUPPORTED, rising);
        List<Finding> falling = new SaturationCourse()
                .examine(new FakeRuns(TWO, directory.resolve("falling"))
                        .addStored(saturating(0.7, 0.6, 0.5), new SaturationCourse().experiments())
                        .records());
        assertThat(select(falling, "N11", "weight_initialization_30_old, rise")
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.REFUTED);
    }
}
