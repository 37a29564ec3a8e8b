package org.tailoff.reproductions.argument.beyond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against vectors of the plane, whose angles a compass shows. */
class LayerStepsTest {
    private static final double ETA = 0.5;
    private static final double Q = 0.1;

    /** What is recorded of one step -eta g - q w of a weight vector w. */
    private static LayerSteps step(double[] w, double[] g) {
        double[] update = {-ETA * g[0] - Q * w[0], -ETA * g[1] - Q * w[1]};
        double cosine = -(update[0] * w[0] + update[1] * w[1]) / (norm(update) * norm(w));
        return of(norm(w), norm(update), cosine, norm(g), Q * norm(w));
    }

    private static LayerSteps of(double... row) {
        return new LayerSteps(
                2,
                new double[] {row[0]},
                new double[] {row[1]},
                new double[] {row[2]},
                new double[] {row[3]},
                new double[] {row[4]});
    }

    private static double norm(double[] vector) {
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1]);
    }

    @Test
    void aStepAcrossTheWeightsTurnsThemByItsTangent() {
        // From (1, 0) to (1, 1): 45 degrees.
        assertThat(of(1, 1, 0, 1, 0).rotation()).isCloseTo(Math.PI / 4, within(1e-15));
    }

    @Test
    void aStepTowardsTheOriginDoesNotTurn() {
        assertThat(of(1, 0.5, 1, 1, 0).rotation()).isZero();
    }

    @Test
    void aStepThroughTheOriginTurnsAround() {
        // From (1, 0) to (-1, 0).
        assertThat(of(1, 2, 1, 1, 0).rotation()).isCloseTo(Math.PI, within(1e-15));
    }

    @Test
    void aStepInwardsAndAcrossTurnsByBoth() {
        // From (1, 0) to (0.5, sqrt(3)/2), on the unit circle: 60 degrees, a step of length 1 at 60 degrees from -w.
        assertThat(of(1, 1, 0.5, 1, 0).rotation()).isCloseTo(Math.PI / 3, within(1e-15));
    }

    @Test
    void theCosineOfTheGradientIsThatOfTheVectors() {
        // (3, 4) and (4, 3): 24/25.
        assertThat(step(new double[] {3, 4}, new double[] {4, 3}).gradientCosine(ETA, Q))
                .isCloseTo(0.96, within(1e-14));
        assertThat(step(new double[] {3, 4}, new double[] {-4, 3}).gradientCosine(ETA, Q))
                .isCloseTo(0, within(1e-14));
    }

    @Test
    void theDecayStepIsMeasuredAgainstTheNormBefore() {
        assertThat(step(new double[] {3, 4}, new double[] {4, 3}).relativeDecay(Q))
                .isCloseTo(1, within(1e-15));
        assertThat(step(new double[] {3, 4}, new double[] {4, 3}).relativeDecay(2 * Q))
                .isCloseTo(0.5, within(1e-15));
    }

    @Test
    void sizesAreRootMeanSquaresOverStepsAndWeights() {
        double[] norms = {1, 1, 2, 2};
        LayerSteps steps = new LayerSteps(2, norms, norms, norms, norms, norms);
        // sqrt((1 + 1 + 4 + 4)/4/2), and twice as large in the last half.
        assertThat(steps.rms()).isCloseTo(Math.sqrt(1.25), within(1e-15));
        assertThat(steps.lastHalf().rms()).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(steps.drift()).isCloseTo(1, within(1e-15));
    }
}
