package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;
import org.tailoff.train.Parameters;
import org.tailoff.train.measure.Vectors;

/** What is found after every step against a search through all weights, exactly. */
final class ExtremesTest {
    private static final int CAPACITY = 12;

    /** A layer with its extremes, stepped by random deltas on random inputs. */
    private static final class Layer {
        private final SplittableRandom random;
        private final boolean first;
        private final Parameters memory;
        private final DenseBlas blas;
        private final Extremes extremes;

        Layer(long seed, boolean single, LayerRegion shape) {
            random = new SplittableRandom(seed);
            first = shape.first();
            memory = Parameters.of(single, Shapes.parameters(random, shape.weights() + shape.outputs()));
            blas = new DenseBlas(shape, memory.pointer());
            extremes = new Extremes(blas);
        }

        /** Steps on inputs of either sign, in a window of its own. */
        void step(int examples, double keep, double step) {
            int from = random.nextInt(blas.inputs());
            blas.select(examples, from, 1 + random.nextInt(blas.inputs() - from));
            double[] deltas = new double[examples * blas.outputs()];
            Arrays.setAll(deltas, k -> random.nextGaussian());
            setInputs(examples);
            blas.writeDeltas(deltas);
            extremes.step(deltas, examples, blas.rounded(keep), blas.rounded(step));
            blas.update(keep, step);
        }

        private void setInputs(int examples) {
            double[][] inputs = new double[examples][blas.inputs()];
            for (double[] example : inputs) {
                Arrays.setAll(example, k -> random.nextInt(3) == 0 ? 0 : (float) (6 * random.nextDouble() - 3));
            }
            if (first) {
                ArraySource source = new ArraySource(inputs, new int[examples], 2);
                blas.loadInputs(source, source.order(), 0, examples);
            } else {
                double[] all =
                        Arrays.stream(inputs).flatMapToDouble(Arrays::stream).toArray();
                blas.writeInputs(all, all.length);
            }
        }

        void change(int weight, double value) {
            double[] values = memory.read();
            values[weight] = value;
            memory.write(values);
            extremes.forget();
        }

        void check() {
            double[] weights = Arrays.copyOf(memory.read(), blas.weights());
            extremes.find();
            assertThat(extremes.lowest() == Vectors.min(weights)).isTrue();
            assertThat(extremes.highest() == Vectors.max(weights)).isTrue();
        }
    }

    private static LayerRegion shape(int inputs, int outputs, boolean first) {
        return new LayerRegion(inputs, outputs, 0, CAPACITY, first);
    }

    @RandomCases(500)
    void extremesAreThoseOfASearchAfterEveryStep(RandomCase random) {
        LayerRegion shape = shape(random.between(1, 60), random.between(1, 40), random.flip());
        Layer layer = new Layer(random.seed(), random.flip(), shape);
        double keep = random.between(-9.0, 1.0);
        double step = Math.scalb(1.0, random.between(-30, 3));
        for (int t = 0; t < 20; t++) {
            layer.step(random.between(1, CAPACITY), keep, step);
            if (random.flip()) {
                layer.check();
            }
        }
        layer.check();
    }

    @RandomCases(20)
    void decayAloneKeepsThemExactOverManySteps(RandomCase random) {
        Layer layer = new Layer(random.seed(), random.flip(), shape(30, 20, true));
        for (int t = 0; t < 2000; t++) {
            layer.step(1, 0.9, 0x1p-160); // weights sink below the smallest normal float
            if (t % 10 == 0) {
                layer.check();
            }
        }
    }

    @Test
    void weightsChangedUnseenAreFoundOnceForgotten() {
        Layer layer = new Layer(5, false, shape(30, 20, true));
        layer.check();
        layer.change(77, 100);
        layer.check();
        layer.change(78, -100);
        layer.check();
    }

    @RandomCases(50)
    void weightsThatAreNoNumbersArePassedOver(RandomCase random) {
        Layer layer = new Layer(random.seed(), random.flip(), shape(3, 4, true));
        double[] odd = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0};
        for (int t = 0; t < 40; t++) {
            layer.change(layer.random.nextInt(12), odd[layer.random.nextInt(odd.length)]);
            layer.check();
            layer.step(2, 0.5, 0.1);
            layer.check();
        }
    }
}
