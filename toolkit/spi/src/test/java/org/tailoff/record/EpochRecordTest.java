package org.tailoff.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EpochRecordTest {
    private static final SetScore.Cost COST = new SetScore.Cost(1, 2);

    @Test
    void accuracyIsAFraction() {
        assertThat(new SetScore("test", 200, 50, COST).accuracy()).isEqualTo(.25);
    }

    @Test
    void badScoresAreRefused() {
        refuses("images must be at least 1, was 0", () -> new SetScore("test", 0, 0, COST));
        refuses("correct must be at least 0, was -1", () -> new SetScore("test", 1, -1, COST));
        refuses("correct must be at most 1, was 2", () -> new SetScore("test", 1, 2, COST));
        refuses("set must not be blank: ' '", () -> new SetScore(" ", 1, 1, COST));
    }

    @Test
    void badDistributionsAreRefused() {
        refuses(
                "values must be as many as the 1 probabilities: 0",
                () -> new ValueDistribution.Quantiles(List.of(.5), List.of()));
        refuses(
                "probability must be in [0, 1]: NaN",
                () -> new ValueDistribution.Quantiles(List.of(Double.NaN), List.of(1.0)));
        refuses(
                "counts must be one fewer than the 2 edges: 2",
                () -> new ValueDistribution.Histogram(List.of(0.0, 1.0), List.of(1L, 2L)));
    }

    @Test
    void badLayersAreRefused() {
        refuses("saturation must be in [0, 1]: NaN", () -> new LayerEpoch("1", Double.NaN, 0, OptionalDouble.empty()));
        refuses("layer must not be blank: ''", () -> new LayerEpoch("", 0, 0, OptionalDouble.empty()));
    }

    @Test
    void badEpochsAreRefused() {
        refuses("epoch must be at least 0, was -1", () -> new EpochRecord(-1, List.of(), List.of(), List.of()));
        refuses(
                "epoch 2 must hold a set, tensor or layer: none",
                () -> new EpochRecord(2, List.of(), List.of(), List.of()));
    }

    @Test
    void whatWasRecordedIsFoundByName() {
        SetScore test = new SetScore("test", 200, 50, COST);
        LayerEpoch second = new LayerEpoch("2", 0, 0, OptionalDouble.empty());
        EpochRecord record = new EpochRecord(
                3,
                List.of(new SetScore("training", 1, 1, COST), test),
                List.of(),
                List.of(new LayerEpoch("1", 1, 0, OptionalDouble.empty()), second));
        assertThat(record.score("test")).isEqualTo(test);
        assertThat(record.layer("2")).isEqualTo(second);
        refuses("epoch 3 must hold the set validation", () -> record.score("validation"));
        refuses("epoch 3 must hold the tensor 0_W", () -> record.tensor("0_W"));
        refuses("epoch 3 must hold the layer 3", () -> record.layer("3"));
    }

    @Test
    void aRunStartsWithTensors() {
        refuses("number of tensors must be at least 1, was 0", () -> new RunStart(List.of()));
    }

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
