package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.TensorEpoch.Gradient;
import org.tailoff.spec.Activation;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.train.Parameters;
import org.tailoff.train.RandomRun;
import org.tailoff.train.Trainer;
import org.tailoff.train.TrainingState;
import org.tailoff.train.Witness;

class DropoutTest {
    private static final SeedSpec SEEDS = new SeedSpec.Streams(42);
    private static final int INPUTS = 5;
    private static final int HIDDEN = 6;
    private static final int OUTPUTS = 3;
    private static final int EXAMPLES = 4;

    /** A few dozen additions of numbers around 1. */
    private static final double ROUNDING = 1e-13;

    private final SplittableRandom random = new SplittableRandom(5);
    private final ArraySource source = ArraySource.random(random, EXAMPLES, INPUTS, OUTPUTS);

    private static DenseStack stack(int hidden, HiddenActivation activation, double kept) {
        return new DenseStack(
                List.of(INPUTS, hidden, OUTPUTS), List.of(activation), OutputRule.SIGMOID_CROSS_ENTROPY, kept);
    }

    /** The parameters of a few hidden neurons alone, laid out like those of a network that has no others. */
    private static double[] without(double[] all, int... keep) {
        int second = (INPUTS + 1) * HIDDEN;
        List<Double> few = new ArrayList<>();
        for (int j : keep) {
            Arrays.stream(all, j * INPUTS, (j + 1) * INPUTS).forEach(few::add);
        }
        for (int j : keep) {
            few.add(all[INPUTS * HIDDEN + j]);
        }
        for (int output = 0; output < OUTPUTS; output++) {
            for (int j : keep) {
                few.add(all[second + output * HIDDEN + j]);
            }
        }
        Arrays.stream(all, second + OUTPUTS * HIDDEN, all.length).forEach(few::add);
        return few.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The parameters with all weights out of the hidden layer halved. */
    private static double[] halved(double[] all) {
        double[] halved = all.clone();
        int second = (INPUTS + 1) * HIDDEN;
        for (int k = second; k < second + HIDDEN * OUTPUTS; k++) {
            halved[k] /= 2;
        }
        return halved;
    }

    /** Oracle: the plain step of the network that has only the three neurons that are kept; the others stand still. */
    @ParameterizedTest
    @EnumSource
    void aStepIsThatOfTheNetworkWithoutTheNeuronsLeftOut(HiddenActivation activation) {
        double[] start = Shapes.parameters(random, stack(HIDDEN, activation, 1).parameters());
        SgdRule rule = new SgdRule(0.5, SgdRule.Decay.NONE, 0);
        Parameters parameters = Parameters.of(false, start);
        FusedNetwork network = new FusedNetwork(stack(HIDDEN, activation, 0.5), parameters.pointer(), source, EXAMPLES);
        FusedStep step = new FusedStep(network, rule);
        network.load(source.order(), 0, EXAMPLES);
        keep(network.factors()[0], 1, 2, 5);
        double[] record = new double[step.recordLength()];
        double cost = step.step(record, 0);

        PlainStep plain = new PlainStep(stack(3, activation, 1), rule, without(start, 1, 2, 5));
        plain.step(source, 0, EXAMPLES);
        double[] stepped = parameters.read();
        assertThat(cost).isCloseTo(plain.cost, within(ROUNDING));
        assertThat(without(stepped, 1, 2, 5)).containsExactly(plain.parameters, within(ROUNDING));
        double[] stood = without(stepped, 0, 3, 4);
        assertThat(Arrays.copyOf(stood, stood.length - OUTPUTS))
                .containsExactly(Arrays.copyOf(without(start, 0, 3, 4), stood.length - OUTPUTS));
        double gradient = PlainStep.norm(plain.gradient, 0, plain.biases(0));
        assertThat(record[IterationColumn.GRADIENT_NORM.index()]).isCloseTo(gradient, within(ROUNDING));
    }

    private static void keep(double[] mask, int... keep) {
        Arrays.fill(mask, 0);
        for (int j : keep) {
            mask[j] = 1;
        }
    }

    /** Oracle: book section 3.2, "we halve the weights outgoing from the hidden neurons", without dropout. */
    @Test
    void evaluatedIsTheNetworkWithHalvedOutgoingWeights() {
        HiddenActivation sigmoid = HiddenActivation.SIGMOID;
        double[] start = Shapes.parameters(random, stack(HIDDEN, sigmoid, 1).parameters());
        double cost = new DenseForward(
                        stack(HIDDEN, sigmoid, 0.5), Parameters.of(false, start).pointer(), source)
                .evaluate(0, EXAMPLES)
                .costSum();
        double expected = new DenseForward(
                        stack(HIDDEN, sigmoid, 1),
                        Parameters.of(false, halved(start)).pointer(),
                        source)
                .evaluate(0, EXAMPLES)
                .costSum();
        assertThat(cost).isCloseTo(expected, within(ROUNDING));
    }

    /**
     * Oracle: as above; by the chain rule the gradient of the weights that are halved is half that of the halved ones.
     */
    @Test
    void theFullGradientIsThatOfTheEvaluatedNetwork() {
        HiddenActivation tanh = HiddenActivation.TANH;
        double[] start = Shapes.parameters(random, stack(HIDDEN, tanh, 1).parameters());
        double[] norms = norms(stack(HIDDEN, tanh, 0.5), start);
        double[] expected = norms(stack(HIDDEN, tanh, 1), halved(start));
        expected[2] /= 2;
        assertThat(norms).containsExactly(expected, within(ROUNDING));
    }

    private double[] norms(DenseStack stack, double[] start) {
        return new FullGradient(stack, Parameters.of(false, start).pointer(), source, EXAMPLES)
                .measure().stream().mapToDouble(Gradient::norm).toArray();
    }

    @Nested
    class Masks {
        private static final int DRAWS = 6000;
        private final DenseStack shape = stack(HIDDEN, HiddenActivation.SIGMOID, 0.5);

        private double[] drawn(Dropout dropout) {
            double[][] mask = {new double[HIDDEN]};
            dropout.draw(mask);
            return mask[0];
        }

        /**
         * Each neuron is kept in half of 6,000 draws: 3,000 with a standard deviation of sqrt(1500) = 38.7; 6 of them
         * are passed by one of six neurons once in 8e7 seeds.
         */
        @Test
        void keepHalfOfTheNeuronsAndEachAsOftenAsTheOthers() {
            Dropout dropout = new Dropout(SEEDS, shape);
            double[] kept = new double[HIDDEN];
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] mask = drawn(dropout);
                assertThat(DoubleStream.of(mask).sum()).isEqualTo(3);
                Arrays.setAll(kept, j -> kept[j] + mask[j]);
            }
            for (double count : kept) {
                assertThat(count).isCloseTo(DRAWS / 2.0, within(6 * 38.7));
            }
        }

        @Test
        void dependOnSeedAndEpochAlone() {
            Dropout dropout = new Dropout(SEEDS, shape);
            dropout.begin(7);
            double[] first = {code(drawn(dropout)), code(drawn(dropout)), code(drawn(dropout)), code(drawn(dropout))};
            Dropout resumed = new Dropout(SEEDS, shape);
            resumed.begin(7);
            double[] again = {code(drawn(resumed)), code(drawn(resumed)), code(drawn(resumed)), code(drawn(resumed))};
            assertThat(again).containsExactly(first);
            resumed.begin(8);
            double[] other = {code(drawn(resumed)), code(drawn(resumed)), code(drawn(resumed)), code(drawn(resumed))};
            assertThat(other).isNotEqualTo(first);
        }

        private double code(double[] mask) {
            double code = 0;
            for (double neuron : mask) {
                code = 2 * code + neuron;
            }
            return code;
        }

        @Test
        void areNotDrawnWithoutDropout() {
            double[][] factors = {{0.25, 0.75}};
            new Dropout(SEEDS, stack(2, HiddenActivation.SIGMOID, 1)).draw(factors);
            assertThat(factors[0]).containsExactly(0.25, 0.75);
        }
    }

    @Nested
    class Runs {
        private static final RandomRun RUN = new RandomRun(new RandomRun.Draw(
                11, Activation.SIGMOID, RandomRun.Output.SIGMOID_CROSS_ENTROPY, RandomRun.Decay.L2, 5));

        private RunSpec spec(double dropout) {
            RunSpec spec = RUN.spec();
            DenseNetwork n = spec.dense();
            DenseNetwork network =
                    new DenseNetwork(n.layers(), n.hidden(), n.output(), n.cost(), n.initialiser(), dropout);
            return new RunSpec(network, spec.training().withEpochs(3), spec.data(), SEEDS, spec.execution());
        }

        private List<TrainingState> states(RunSpec spec, Optional<TrainingState> from) {
            List<TrainingState> states = new ArrayList<>();
            new Trainer(spec, RUN.data(), RandomRun.UNIFORM).train(new Witness(), from, states::add);
            return states;
        }

        @Test
        void goOnToTheSameBitsWhenBrokenOff() {
            List<TrainingState> whole = states(spec(0.5), Optional.empty());
            List<TrainingState> rest = states(spec(0.5), Optional.of(whole.get(0)));
            assertThat(rest.get(1).parameters()).isEqualTo(whole.get(2).parameters());
        }

        @Test
        void differFromThoseWithoutDropout() {
            assertThat(states(spec(0.5), Optional.empty()).get(0).parameters())
                    .isNotEqualTo(states(spec(0), Optional.empty()).get(0).parameters());
        }
    }
}
