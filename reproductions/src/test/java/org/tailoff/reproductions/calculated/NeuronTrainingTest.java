package org.tailoff.reproductions.calculated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class NeuronTrainingTest {
    private static final Neuron START = new Neuron(0.6, 0.9);
    private static final double H = 1e-5;

    /** Oracle: the cost's slope by central differences, whose error for H is below 1e-9. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CROSS_ENTROPY_BY_OUTPUT")
    void theWeightIsLoweredByTheSlopeOfTheCost(LearningRule rule) {
        double above = rule.cost(new Neuron(START.weight() + H, START.bias()).output());
        double below = rule.cost(new Neuron(START.weight() - H, START.bias()).output());
        assertThat(rule.push(START.output())).isCloseTo((above - below) / (2 * H), within(1e-9));
    }

    /** Oracle: as above, by the output. */
    @Test
    void theOddRuleLowersTheWeightByTheSlopeOverTheOutput() {
        LearningRule rule = LearningRule.CROSS_ENTROPY_BY_OUTPUT;
        double slope = (rule.cost(0.5 + H) - rule.cost(0.5 - H)) / (2 * H);
        assertThat(rule.push(0.5)).isCloseTo(slope, within(1e-9)).isEqualTo(2);
    }

    /** Oracle: by hand, from w + b = 0, where a = 1/2. */
    @Test
    void costsAndPushesAtOneHalfAreThoseOfAHandCalculation() {
        assertThat(LearningRule.QUADRATIC.cost(0.5)).isEqualTo(1 / 8.0);
        assertThat(LearningRule.QUADRATIC.push(0.5)).isEqualTo(1 / 8.0);
        assertThat(LearningRule.CROSS_ENTROPY.cost(0.5)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(LearningRule.CROSS_ENTROPY.push(0.5)).isEqualTo(0.5);
    }

    /** Oracle: by hand; a = 1/2, so that weight and bias fall by 0.15 / 8. */
    @Test
    void anEpochLowersWeightAndBiasByEtaTimesThePush() {
        List<Neuron> states = new NeuronTraining(new Neuron(1, -1), LearningRule.QUADRATIC, 0.15).states(2);
        assertThat(states).hasSize(3);
        assertThat(states.get(1).weight()).isCloseTo(1 - 0.01875, within(1e-15));
        assertThat(states.get(1).bias()).isCloseTo(-1 - 0.01875, within(1e-15));
        assertThat(states.get(2).output()).isLessThan(states.get(1).output());
    }

    @Test
    void noEpochsLeaveTheStart() {
        assertThat(new NeuronTraining(START, LearningRule.CROSS_ENTROPY, 1).states(0))
                .containsExactly(START);
    }
}
