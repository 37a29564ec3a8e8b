package org.tailoff.reproductions.argument.beyond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.verify.FakeRuns.select;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.reproductions.argument.beyond.NetworkSetting.Method;
import org.tailoff.run.RunResults;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.Plan;

/** Both claims both ways, on made-up steps. */
class BeyondTest {
    private static final int STEPS = 8;
    private static final int WEIGHTS = 784 * 30;

    private static List<Finding> examine(ClaimTest test) {
        return test.examine(
                new ExperimentRuns(new Plan(5, false), Map.of(), new RunResults(new TreeMap<>(), new TreeMap<>())));
    }

    private static double[] constant(double value) {
        double[] all = new double[STEPS];
        Arrays.fill(all, value);
        return all;
    }

    /** Steps of one norm, turning and with a gradient at a cosine. */
    private static LayerSteps steps(double norm, double angle, double gradientCosine, double eta, double q) {
        // A gradient so long that its part across the weights turns (1-q) W by the angle.
        double across = (1 - q) * norm * StrictMath.tan(angle);
        double gradient = across / eta / Math.sqrt(1 - gradientCosine * gradientCosine);
        double inwards = q * norm + eta * gradient * gradientCosine;
        double update = Math.sqrt(across * across + inwards * inwards);
        return new LayerSteps(
                WEIGHTS,
                constant(norm),
                constant(update),
                constant(inwards / update),
                constant(gradient),
                constant(q * norm));
    }

    /** Hidden layers of a size that is a function of eta, turning sqrt(2q) times a factor. */
    private static NormalisedLayer normalised(DoubleUnaryOperator size, double turning, double cosine, double without) {
        return new NormalisedLayer(setting -> {
            double q = setting.q();
            LayerSteps hidden = steps(
                    size.applyAsDouble(setting.learningRate()) * (1 + 1e-3 * setting.seed()),
                    turning * Math.sqrt(2 * q),
                    setting.normalised() ? cosine : without,
                    setting.learningRate(),
                    q);
            return new TrainedLayers(hidden, hidden);
        });
    }

    private static void are(Verdict verdict, List<Finding> findings) {
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.verdict())
                    .as(finding.part() + finding.undecided())
                    .isEqualTo(verdict);
        });
    }

    private static List<Verdict> controls(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.controls().stream())
                .map(Control::verdict)
                .distinct()
                .toList();
    }

    @Test
    void aFourthRootAtRightAnglesSupportsTheNormalisedLayer() {
        List<Finding> findings = examine(normalised(eta -> StrictMath.pow(eta, 0.25), 1, 1e-5, 0.1));
        are(Verdict.SUPPORTED, findings);
        assertThat(findings).hasSize(7);
        assertThat(controls(findings)).containsExactly(Verdict.SUPPORTED);
        Finding power = select(findings, "N9", "exponent").get(0);
        assertThat(power.evidence().measured().value()).isCloseTo(0.25, within(1e-12));
        assertThat(power.evidence().measured().n()).isEqualTo(3);
        assertThat(power.evidence().runs()).hasSize(9).doesNotHaveDuplicates();
        assertThat(power.evidence().details()).containsKey("local exponent, eta 0.25 to 0.5");
        assertThat(select(findings, "N9", "cosine").get(0).evidence().measured().value())
                .isCloseTo(1e-5, within(1e-12));
    }

    @Test
    void aSquareRootRefutesTheFourthRootAlone() {
        List<Finding> findings = examine(normalised(Math::sqrt, 1, 1e-5, 0.1));
        are(Verdict.REFUTED, select(findings, "N9", "exponent"));
        are(Verdict.SUPPORTED, select(findings, "N9", "cosine"));
        are(Verdict.SUPPORTED, select(findings, "N9", "rotation"));
    }

    @Test
    void aGradientThatIsNotAtRightAnglesIsFound() {
        are(
                Verdict.REFUTED,
                select(examine(normalised(eta -> StrictMath.pow(eta, 0.25), 1, 2e-3, 0.1)), "N9", "cosine"));
    }

    @Test
    void aNetworkWithoutNormalisationAtRightAnglesFailsTheControl() {
        List<Finding> findings = examine(normalised(eta -> StrictMath.pow(eta, 0.25), 1, 1e-5, 1e-5));
        assertThat(controls(select(findings, "N9", "cosine"))).containsExactly(Verdict.REFUTED);
    }

    @Test
    void anotherAngleRefutesTheRotation() {
        are(
                Verdict.REFUTED,
                select(examine(normalised(eta -> StrictMath.pow(eta, 0.25), 0.8, 1e-5, 0.1)), "N9", "rotation"));
    }

    @Test
    void ofASizeThatStillMovesNothingIsSaid() {
        LayerSteps moving = steps(1, 0.03, 1e-5, 0.5, 1e-3);
        double[] norms = moving.norm().clone();
        norms[STEPS - 1] = 2;
        LayerSteps last =
                new LayerSteps(WEIGHTS, norms, moving.update(), moving.inwards(), moving.gradient(), moving.decay());
        List<Finding> findings = examine(new NormalisedLayer(setting -> new TrainedLayers(last, last)));
        are(Verdict.INCONCLUSIVE, select(findings, "N9", "exponent"));
        are(Verdict.INCONCLUSIVE, select(findings, "N9", "rotation"));
    }

    /** Hidden layers that turn so many times as far as the output layer. */
    private static AdamRotation rotating(Function<Method, Double> ratio) {
        return new AdamRotation(setting -> new TrainedLayers(
                steps(1, 0.01 * ratio.apply(setting.method()), 0, 1, 1e-3), steps(2, 0.01, 0, 1, 1e-3)));
    }

    @Test
    void equalAnglesUnderAdamWAloneSupportTheRotation() {
        for (double unlike : new double[] {0.5, 2}) {
            List<Finding> findings = examine(rotating(method -> method == Method.ADAMW ? 1.1 : unlike));
            are(Verdict.SUPPORTED, findings);
            assertThat(findings)
                    .extracting(finding -> finding.evidence().measured().value())
                    .satisfiesExactly(
                            adamw -> assertThat(adamw).isCloseTo(1.1, within(1e-9)),
                            l2 -> assertThat(l2).isCloseTo(2, within(1e-9)));
            assertThat(controls(findings)).containsExactly(Verdict.SUPPORTED);
        }
    }

    @Test
    void unequalAnglesUnderAdamWAndEqualOnesUnderL2RefuteIt() {
        are(Verdict.REFUTED, examine(rotating(method -> method == Method.ADAMW ? 0.7 : 1.0)));
    }

    @Test
    void aQuickPlanIsShorterAndHasItsSeeds() {
        assertThat(NetworkSetting.seeds(new Plan(2, true), Method.ADAMW, false, 1e-3, 1))
                .extracting(NetworkSetting::seed)
                .containsExactly(1, 2);
        assertThat(NetworkSetting.seeds(new Plan(10, false), Method.ADAMW, false, 1e-3, 1))
                .extracting(NetworkSetting::seed)
                .containsExactly(1, 2, 3);
    }
}
