package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OutputRuleTest {

    private static final double[] Z = {0.3, -1.2, 2.5};

    private static Batch one(int outputs, int label) {
        Batch batch = new Batch(1, outputs);
        batch.examples = 1;
        batch.labels[0] = label;
        return batch;
    }

    @ParameterizedTest
    @EnumSource
    void deltaIsTheDerivativeOfTheCost(OutputRule rule) {
        // central differences with h = 1e-5 err by h^2 C'''/6 < 1e-10 and by u / h = 1e-11
        Batch batch = one(Z.length, 1);
        double[] a = Z.clone();
        rule.activate(a, batch, 0);
        double[] delta = new double[Z.length];
        rule.delta(a, delta, batch);
        for (int j = 0; j < Z.length; j++) {
            double[] above = Z.clone();
            double[] below = Z.clone();
            above[j] += 1e-5;
            below[j] -= 1e-5;
            double slope = (rule.activate(above, batch, 0) - rule.activate(below, batch, 0)) / 2e-5;
            assertThat(delta[j]).isCloseTo(slope, within(1e-9));
        }
    }

    @Test
    void crossEntropyOfAWrongSaturatedOutputIsItsWeightedInput() {
        double[] z = {800, -800};
        assertThat(OutputRule.SIGMOID_CROSS_ENTROPY.activate(z, one(2, 1), 0)).isEqualTo(1600);
        assertThat(z).containsExactly(1, 0);
    }

    @Test
    void crossEntropyOfARightSaturatedOutputIsNotRoundedAway() {
        double[] z = {50};
        double cost = OutputRule.SIGMOID_CROSS_ENTROPY.activate(z, one(1, 0), 0);
        assertThat(cost).isCloseTo(Math.exp(-50), within(1e-15 * Math.exp(-50)));
    }

    @Test
    void crossEntropyOfThousandsOfOutputsDoesNotOverflow() {
        double cost = OutputRule.SIGMOID_CROSS_ENTROPY.activate(new double[5000], one(5000, 0), 0);
        assertThat(cost).isCloseTo(5000 * Math.log(2), within(1e-9));
    }

    @Test
    void logLikelihoodOfHugeWeightedInputsIsFinite() {
        double[] z = {1000, 0};
        assertThat(OutputRule.SOFTMAX_LOG_LIKELIHOOD.activate(z, one(2, 1), 0)).isEqualTo(1000);
        assertThat(z).containsExactly(1, 0);
    }

    @Test
    void theFirstOfEqualActivationsIsChosen() {
        assertThat(OutputRule.choice(new double[] {0.5, 1, 1}, one(3, 0), 0)).isEqualTo(1);
    }

    @Test
    void outputZeroIsChosenWhereNothingIsANumber() {
        assertThat(OutputRule.choice(new double[] {Double.NaN, Double.NaN}, one(2, 1), 0))
                .isZero();
    }
}
