package org.tailoff.train.fused;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.tailoff.data.LabelledExamples;
import org.tailoff.record.IterationColumn;
import org.tailoff.registry.LayerParameters;
import org.tailoff.train.ExpectedColumns;

/**
 * The oracle: the same step in plain Java, example by example and weight by weight, straight from the definitions of
 * chapters 2 and 3 of "Neural Networks and Deep Learning". It shares no code with the fused step.
 */
public final class PlainStep {

    private final DenseStack stack;
    private final SgdRule rule;

    /** Parameters, layer after layer: neuron by neuron its incoming weights, then the biases. */
    public final double[] parameters;

    /** Mean gradient of the last step, laid out like the parameters. */
    public final double[] gradient;

    /** Parameters before the last step. */
    public double[] before;

    /**
     * For each layer the sum over the examples of ||x|| ||d|| / m: what bounds rounding errors in the gradient's norm.
     */
    public final double[] scale;

    /** Mean cost of the last step. */
    public double cost;

    public PlainStep(DenseStack stack, SgdRule rule, double[] parameters) {
        this.stack = stack;
        this.rule = rule;
        this.parameters = parameters.clone();
        this.before = parameters.clone();
        gradient = new double[parameters.length];
        scale = new double[stack.layers()];
    }

    /** The book's network: sigmoid layers, cross-entropy, and L2 decay with q = eta lambda / n. */
    public static PlainStep ofTheBook(List<LayerParameters> initial, double learningRate, double decay) {
        List<Integer> sizes = Stream.concat(
                        Stream.of(initial.get(0).shape().fanIn()),
                        initial.stream().map(layer -> layer.shape().fanOut()))
                .toList();
        DenseStack stack = new DenseStack(
                sizes,
                Collections.nCopies(sizes.size() - 2, HiddenActivation.SIGMOID),
                OutputRule.SIGMOID_CROSS_ENTROPY);
        double[] parameters = initial.stream()
                .flatMapToDouble(
                        layer -> DoubleStream.concat(Arrays.stream(layer.weights()), Arrays.stream(layer.biases())))
                .toArray();
        return new PlainStep(stack, new SgdRule(learningRate, SgdRule.Decay.L2, decay), parameters);
    }

    public int offset(int layer) {
        int offset = 0;
        for (int l = 0; l < layer; l++) {
            offset += (stack.fanIn(l) + 1) * stack.fanOut(l);
        }
        return offset;
    }

    public int biases(int layer) {
        return offset(layer) + stack.fanIn(layer) * stack.fanOut(layer);
    }

    public void step(ArraySource source, int from, int count) {
        before = parameters.clone();
        Arrays.fill(gradient, 0);
        Arrays.fill(scale, 0);
        cost = 0;
        for (int i = from; i < from + count; i++) {
            example(source.example(i), source.label(i), count);
        }
        for (int layer = 0; layer < stack.layers(); layer++) {
            for (int k = offset(layer); k < offset(layer + 1); k++) {
                double decay = k < biases(layer) ? rule.decayPerStep() : 0;
                double w = before[k];
                double shrunk = rule.decay() == SgdRule.Decay.L1 ? w - decay * Math.signum(w) : w - decay * w;
                parameters[k] = shrunk - rule.learningRate() * gradient[k];
            }
        }
    }

    /** Steps on some of the examples. */
    public void step(LabelledExamples examples, int[] batch) {
        step(ArraySource.of(examples, batch), 0, batch.length);
    }

    /** Activations of every layer, inputs first. */
    public double[][] activations(double[] x) {
        return forward(x, new double[stack.layers() + 1][]);
    }

    private double[][] forward(double[] x, double[][] z) {
        int layers = stack.layers();
        double[][] a = new double[layers + 1][];
        a[0] = x;
        for (int l = 0; l < layers; l++) {
            z[l + 1] = weigh(l, a[l]);
            a[l + 1] = l < layers - 1 ? hidden(l, z[l + 1]) : output(z[l + 1]);
        }
        return a;
    }

    private void example(double[] x, int label, int count) {
        int layers = stack.layers();
        double[][] z = new double[layers + 1][];
        double[][] a = forward(x, z);
        cost += cost(z[layers], a[layers], label) / count;
        double[] delta = outputDelta(a[layers], label);
        for (int l = layers - 1; l >= 0; l--) {
            accumulate(l, a[l], delta, count);
            delta = l == 0 ? delta : pullBack(l, delta, a[l], z[l]);
        }
    }

    private double[] weigh(int layer, double[] a) {
        double[] z = new double[stack.fanOut(layer)];
        for (int j = 0; j < z.length; j++) {
            z[j] = parameters[biases(layer) + j];
            for (int k = 0; k < a.length; k++) {
                z[j] += parameters[offset(layer) + j * a.length + k] * a[k];
            }
        }
        return z;
    }

    private double[] hidden(int layer, double[] z) {
        double[] a = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            a[j] = switch (stack.hidden().get(layer)) {
                case SIGMOID -> 1 / (1 + Math.exp(-z[j]));
                case TANH -> Math.tanh(z[j]);
                case RELU -> z[j] > 0 ? z[j] : 0;
            };
        }
        return a;
    }

    private double[] output(double[] z) {
        double[] a = new double[z.length];
        double logSum = logSumOfExponentials(z);
        for (int j = 0; j < z.length; j++) {
            a[j] = stack.output() == OutputRule.SOFTMAX_LOG_LIKELIHOOD
                    ? Math.exp(z[j] - logSum)
                    : 1 / (1 + Math.exp(-z[j]));
        }
        return a;
    }

    /** From the largest up, since exp(z) itself is infinite for z > 709. */
    private static double logSumOfExponentials(double[] z) {
        double largest = Arrays.stream(z).max().orElseThrow();
        return largest
                + Math.log(
                        Arrays.stream(z).map(value -> Math.exp(value - largest)).sum());
    }

    /** log(1 + exp(z)), without an exponential that can be infinite. */
    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    private double cost(double[] z, double[] a, int label) {
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            double y = j == label ? 1 : 0;
            sum += switch (stack.output()) {
                case SIGMOID_CROSS_ENTROPY -> softplus(y == 1 ? -z[j] : z[j]);
                case SIGMOID_QUADRATIC -> (a[j] - y) * (a[j] - y) / 2;
                case SOFTMAX_LOG_LIKELIHOOD -> y * (logSumOfExponentials(z) - z[j]);
            };
        }
        return sum;
    }

    private double[] outputDelta(double[] a, int label) {
        double[] delta = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            double difference = a[j] - (j == label ? 1 : 0);
            delta[j] = stack.output() == OutputRule.SIGMOID_QUADRATIC ? difference * a[j] * (1 - a[j]) : difference;
        }
        return delta;
    }

    private void accumulate(int layer, double[] a, double[] delta, int count) {
        for (int j = 0; j < delta.length; j++) {
            gradient[biases(layer) + j] += delta[j] / count;
            for (int k = 0; k < a.length; k++) {
                gradient[offset(layer) + j * a.length + k] += a[k] * delta[j] / count;
            }
        }
        scale[layer] += norm(a, 0, a.length) * norm(delta, 0, delta.length) / count;
    }

    private double[] pullBack(int layer, double[] delta, double[] a, double[] z) {
        double[] below = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            for (int j = 0; j < delta.length; j++) {
                below[k] += parameters[offset(layer) + j * a.length + k] * delta[j];
            }
            below[k] *= switch (stack.hidden().get(layer - 1)) {
                case SIGMOID -> a[k] * (1 - a[k]);
                case TANH -> 1 - a[k] * a[k];
                case RELU -> z[k] > 0 ? 1 : 0;
            };
        }
        return below;
    }

    /** ||W||^2 over all layers. */
    public double weightSquares() {
        double squares = 0;
        for (int layer = 0; layer < stack.layers(); layer++) {
            squares += Math.pow(norm(parameters, offset(layer), biases(layer)), 2);
        }
        return squares;
    }

    public static double norm(double[] values, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += values[k] * values[k];
        }
        return Math.sqrt(sum);
    }

    /** All twelve columns of elements [from, to), from their definitions. */
    public Map<IterationColumn, Double> record(int from, int to, boolean weights) {
        double[] old = Arrays.copyOfRange(before, from, to);
        double[] g = Arrays.copyOfRange(gradient, from, to);
        double q = weights ? rule.decayPerStep() : 0;
        boolean towardsZero = rule.decay() == SgdRule.Decay.L1;
        return ExpectedColumns.of(
                old,
                Arrays.copyOfRange(parameters, from, to),
                norm(g, 0, g.length),
                Arrays.stream(old)
                        .map(w -> q * (towardsZero ? Math.signum(w) : w))
                        .toArray(),
                Arrays.stream(g).map(x -> rule.learningRate() * x).toArray(),
                cost);
    }
}
