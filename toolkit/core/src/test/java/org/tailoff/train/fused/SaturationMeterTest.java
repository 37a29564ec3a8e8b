package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;
import org.tailoff.record.LayerEpoch;
import org.tailoff.train.Parameters;

final class SaturationMeterTest {
    private static final int EXAMPLES = 70;
    private static final int SAMPLE = 53;

    /**
     * Oracle: plain loops, an example at a time: the gradient of a bias in a step on one example is that neuron's
     * delta. Twice, because what is summed must be forgotten between two calls.
     */
    @RandomCases(40)
    void weightedInputsAreThoseOfPlainLoops(RandomCase drawn) {
        SplittableRandom random = new SplittableRandom(drawn.seed());
        DenseStack stack = Shapes.stack(random, drawn.of(OutputRule.class));
        ArraySource source = ArraySource.random(random, EXAMPLES, stack.fanIn(0), stack.fanOut(stack.layers() - 1));
        double[] start = Shapes.parameters(random, stack.parameters());
        SaturationMeter meter =
                new SaturationMeter(stack, Parameters.of(false, start).pointer(), source, SAMPLE);
        meter.measure();
        List<LayerEpoch> found = meter.measure();
        assertThat(found).hasSize(stack.layers() - 1);
        for (LayerEpoch layer : found) {
            check(layer, start, stack, source);
        }
    }

    private static void check(LayerEpoch found, double[] start, DenseStack stack, ArraySource source) {
        int layer = Integer.parseInt(found.layer());
        PlainStep plain = new PlainStep(stack, new SgdRule(1, SgdRule.Decay.NONE, 0), start);
        int neurons = stack.fanOut(layer);
        double squares = 0;
        double deltas = 0;
        double weighted = 0;
        double[] inputSquares = new double[stack.fanIn(layer)];
        boolean relu = stack.hidden().get(layer) == HiddenActivation.RELU;
        boolean[] alive = new boolean[neurons];
        int saturated = 0;
        for (int example = 0; example < SAMPLE; example++) {
            plain = new PlainStep(stack, new SgdRule(1, SgdRule.Decay.NONE, 0), start);
            double[] x = plain.activations(source.example(example))[layer];
            plain.step(source, example, 1);
            for (int i = 0; i < x.length; i++) {
                inputSquares[i] += x[i] * x[i] / SAMPLE;
            }
            for (int j = 0; j < neurons; j++) {
                double product = 0;
                for (int i = 0; i < x.length; i++) {
                    product += x[i] * plain.before[plain.offset(layer) + j * x.length + i];
                }
                double z = product + plain.before[plain.biases(layer) + j];
                saturated += relu ? z <= 0 ? 1 : 0 : Math.abs(z) > 5 ? 1 : 0;
                alive[j] |= !relu || z > 0;
                double delta = plain.gradient[plain.biases(layer) + j];
                squares += z * z / (SAMPLE * neurons);
                deltas += delta * delta;
                weighted += delta * delta * product * product;
            }
        }
        double independent = 0;
        for (int k = plain.offset(layer); k < plain.biases(layer); k++) {
            double w = plain.before[k];
            independent += inputSquares[(k - plain.offset(layer)) % inputSquares.length] * w * w;
        }
        for (int j = 0; j < neurons; j++) {
            independent += Math.pow(plain.before[plain.biases(layer) + j], 2);
        }
        assertThat(found.saturation()).isEqualTo(saturated / (double) (SAMPLE * neurons));
        long dead = IntStream.range(0, neurons).filter(j -> !alive[j]).count();
        assertThat(found.dead().orElseThrow()).isEqualTo(dead / (double) neurons);
        LayerEpoch.WeightedInputs inputs = found.weightedInputs();
        close(inputs.rms().orElseThrow(), Math.sqrt(squares));
        close(inputs.independent().orElseThrow(), Math.sqrt(independent / neurons));
        if (deltas == 0) {
            assertThat(inputs.deltaWeighted()).isEmpty();
        } else {
            close(inputs.deltaWeighted().orElseThrow(), Math.sqrt(weighted / deltas));
        }
    }

    /** Sums of some thousand terms of order 1. */
    private static void close(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-11 * (1 + expected)));
    }
}
