package org.tailoff.train.fused;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.record.IterationColumn;
import org.tailoff.train.ExpectedColumns;
import org.tailoff.train.Parameters;

final class FusedStepTest {

    private static final DenseStack BOOK =
            new DenseStack(List.of(784, 30, 10), List.of(HiddenActivation.SIGMOID), OutputRule.SIGMOID_CROSS_ENTROPY);

    /**
     * Inputs (1, 2), W1 = 0, b1 = 0, W2 = (2, -2, 4), b2 = -2, target 1. Then a1 = 1/2, z2 = 2/2 - 2/2 + 4/2 - 2 = 0,
     * a2 = 1/2, C = ln 2, d2 = -1/2; gradients W2: -1/4 each, b2: -1/2; d1 = W2 d2 / 4 = (-1/4, 1/4, -1/2); W1: d1 (1,
     * 2). With eta = 1 and q = 1/2 every new parameter below is W / 2 - gradient for weights, b - gradient for biases,
     * and exact in binary.
     */
    @Nested
    class ByHand {

        private final double[] record = new double[4 * IterationColumn.COUNT];
        private final double[] stepped;
        private final double cost;

        ByHand() {
            DenseStack stack = new DenseStack(
                    List.of(2, 3, 1), List.of(HiddenActivation.SIGMOID), OutputRule.SIGMOID_CROSS_ENTROPY);
            Parameters parameters = Parameters.of(false, new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 2, -2, 4, -2});
            ArraySource source = new ArraySource(new double[][] {{1, 2}}, new int[] {0}, 1);
            FusedNetwork network = new FusedNetwork(stack, parameters.pointer(), source, 1);
            network.load(source.order(), 0, 1);
            cost = new FusedStep(network, new SgdRule(1, SgdRule.Decay.L2, 0.5)).step(record, 0);
            stepped = parameters.read();
        }

        @Test
        void costIsLnTwo() {
            assertThat(cost).isCloseTo(Math.log(2), within(0x1p-52));
        }

        @Test
        void parametersAreThoseWorkedOut() {
            assertThat(stepped)
                    .containsExactly(0.25, 0.5, -0.25, -0.5, 0.5, 1, 0.25, -0.25, 0.5, 1.25, -0.75, 2.25, -1.5);
        }

        @Test
        void outputWeightsHaveTheRecordWorkedOut() {
            // W2' = (5, -3, 9)/4: sum 11/4, squares 115/16; W2' - W2 = (-3, 5, -7)/4: squares 83/16, times -W2: 44/4 =
            // 11
            double mean = 11 / 12.0;
            Map<IterationColumn, Double> expected = Map.ofEntries(
                    entry(IterationColumn.MEAN, mean),
                    entry(IterationColumn.STDDEV, Math.sqrt(115 / 48.0 - mean * mean)),
                    entry(IterationColumn.RMS, Math.sqrt(115 / 48.0)),
                    entry(IterationColumn.NORM, Math.sqrt(115) / 4),
                    entry(IterationColumn.MIN, -0.75),
                    entry(IterationColumn.MAX, 2.25),
                    entry(IterationColumn.GRADIENT_NORM, Math.sqrt(3) / 4),
                    entry(IterationColumn.DECAY_STEP_NORM, Math.sqrt(24) / 2),
                    entry(IterationColumn.GRADIENT_STEP_NORM, Math.sqrt(3) / 4),
                    entry(IterationColumn.UPDATE_NORM, Math.sqrt(83) / 4),
                    entry(IterationColumn.COSINE_UPDATE_WEIGHTS, 11 / (Math.sqrt(83) / 4 * Math.sqrt(24))),
                    entry(IterationColumn.MINIBATCH_COST, Math.log(2)));
            Map<IterationColumn, Double> recorded = ExpectedColumns.read(record, 2);
            expected.forEach((column, value) ->
                    assertThat(recorded.get(column)).as("%s", column).isCloseTo(value, within(1e-15)));
        }

        @Test
        void directionOfAStepFromZeroIsNoNumber() {
            assertThat(record[IterationColumn.COSINE_UPDATE_WEIGHTS.index()]).isNaN();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStepAllocatesNothing(boolean single) {
        SplittableRandom random = new SplittableRandom(7);
        ArraySource source = ArraySource.random(random, 100, 784, 10);
        Parameters parameters = Parameters.of(single, Shapes.parameters(random, BOOK.parameters()));
        FusedNetwork network = new FusedNetwork(BOOK, parameters.pointer(), source, 10);
        FusedStep step = new FusedStep(network, new SgdRule(0.5, SgdRule.Decay.L2, 5e-5));
        double[] record = new double[step.recordLength()];
        int[] order = source.order();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long start = 0;
        for (int t = 0; t < 3000; t++) {
            start = t == 1000 ? threads.getThreadAllocatedBytes(thread) : start;
            network.load(order, t % 10 * 10, 10);
            step.step(record, 0);
            step.step();
        }
        // 2,000 pairs of steps; a single object in each would be at least 16 bytes x 4,000
        assertThat(threads.getThreadAllocatedBytes(thread) - start).isLessThan(16_000);
    }

    @Test
    void aStepResumedWhereTheEngineWasOpenedHasTheSameBits() {
        SplittableRandom random = new SplittableRandom(8);
        ArraySource source = ArraySource.random(random, 40, 784, 10);
        Parameters parameters = Parameters.of(false, Shapes.parameters(random, BOOK.parameters()));
        SgdRule rule = new SgdRule(0.5, SgdRule.Decay.L2, 5e-5);
        FusedNetwork network = new FusedNetwork(BOOK, parameters.pointer(), source, 10);
        FusedStep unbroken = new FusedStep(network, rule);
        double[] record = new double[unbroken.recordLength()];
        for (int t = 0; t < 3; t++) {
            network.load(source.order(), t * 10, 10);
            unbroken.step(record, 0);
        }
        double[] checkpoint = parameters.read();
        unbroken.open();
        network.load(source.order(), 30, 10);
        unbroken.step(record, 0);

        Parameters restored = Parameters.of(false, checkpoint);
        FusedNetwork second = new FusedNetwork(BOOK, restored.pointer(), source, 10);
        FusedStep resumed = new FusedStep(second, rule);
        double[] again = new double[resumed.recordLength()];
        second.load(source.order(), 30, 10);
        resumed.step(again, 0);
        assertThat(again).containsExactly(record);
        assertThat(restored.read()).containsExactly(parameters.read());
    }

    @Test
    void aRecordAfterUnrecordedStepsIsMeasuredAfresh() {
        SplittableRandom random = new SplittableRandom(9);
        ArraySource source = ArraySource.random(random, 40, 784, 10);
        Parameters parameters = Parameters.of(false, Shapes.parameters(random, BOOK.parameters()));
        FusedNetwork network = new FusedNetwork(BOOK, parameters.pointer(), source, 10);
        FusedStep step = new FusedStep(network, new SgdRule(0.5, SgdRule.Decay.L2, 5e-3));
        double[] record = new double[step.recordLength()];
        for (int t = 0; t < 4; t++) {
            network.load(source.order(), t * 10, 10);
            if (t % 3 == 0) {
                step.step(record, 0);
            } else {
                step.step();
            }
        }
        double norm = PlainStep.norm(parameters.read(), 0, 784 * 30);
        // one step of the recurrence: a few roundings of the square
        assertThat(record[IterationColumn.NORM.index()]).isCloseTo(norm, within(1e-13 * norm));
    }

    @Nested
    class Refuses {

        private final ArraySource source = ArraySource.random(new SplittableRandom(1), 4, 784, 10);
        private final Parameters parameters = Parameters.of(false, new double[BOOK.parameters()]);

        @Test
        void aMiniBatchBeyondItsCapacity() {
            FusedNetwork network = new FusedNetwork(BOOK, parameters.pointer(), source, 3);
            assertThatThrownBy(() -> network.load(source.order(), 0, 4))
                    .hasMessage("a mini-batch must have 1 to 3 examples, but has 4");
        }

        @Test
        void anEmptyMiniBatch() {
            FusedNetwork network = new FusedNetwork(BOOK, parameters.pointer(), source, 3);
            assertThatThrownBy(() -> network.load(source.order(), 0, 0)).hasMessageContaining("but has 0");
        }

        @Test
        void noCapacity() {
            assertThatThrownBy(() -> new FusedNetwork(BOOK, parameters.pointer(), source, 0))
                    .hasMessage("capacity must be at least 1, but is 0");
        }

        @Test
        void imagesOfAnotherShape() {
            ArraySource small = ArraySource.random(new SplittableRandom(1), 4, 3, 2);
            assertThatThrownBy(() -> new FusedNetwork(BOOK, parameters.pointer(), small, 3))
                    .hasMessage("source must have 784 inputs and 10 outputs, but has 3 and 2");
        }

        @Test
        void ratesOutOfRange() {
            assertThatThrownBy(() -> new SgdRule(Double.NaN, SgdRule.Decay.L2, 0))
                    .hasMessage("learningRate must be finite and positive, but is NaN");
            assertThatThrownBy(() -> new SgdRule(1, SgdRule.Decay.L2, -0.1))
                    .hasMessage("decayPerStep must be finite and 0 or above, but is -0.1");
            assertThatThrownBy(() -> new SgdRule(1, SgdRule.Decay.NONE, 0.1))
                    .hasMessage("decayPerStep must be 0 without decay, but is 0.1");
        }

        @Test
        void stacksThatAreNone() {
            assertThatThrownBy(() -> new DenseStack(List.of(3), List.of(), OutputRule.SIGMOID_QUADRATIC))
                    .hasMessage("sizes must be at least two numbers from 1 up, but are [3]");
            assertThatThrownBy(() -> new DenseStack(List.of(3, 2, 1), List.of(), OutputRule.SIGMOID_QUADRATIC))
                    .hasMessage("hidden must name 1 activations for sizes [3, 2, 1], but is []");
        }
    }
}
