package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;
import org.tailoff.record.TensorEpoch.Gradient;
import org.tailoff.train.Parameters;

final class FullGradientTest {

    /** Oracle: the gradient that plain loops give for the whole set as one mini-batch. */
    @RandomCases(60)
    void normsAreThoseOfOneStepOverTheWholeSet(RandomCase drawn) {
        SplittableRandom random = new SplittableRandom(drawn.seed());
        int examples = drawn.between(1, 250);
        DenseStack stack = Shapes.stack(random, drawn.of(OutputRule.class));
        ArraySource source = ArraySource.random(random, examples, stack.fanIn(0), stack.fanOut(stack.layers() - 1));
        double[] start = Shapes.parameters(random, stack.parameters());
        List<Gradient> found =
                new FullGradient(stack, Parameters.of(false, start).pointer(), source, examples).measure();
        PlainStep plain = new PlainStep(stack, new SgdRule(1, SgdRule.Decay.NONE, 0), start);
        plain.step(source, 0, examples);
        for (int layer = 0; layer < stack.layers(); layer++) {
            check(found.get(2 * layer), plain, plain.offset(layer), plain.biases(layer));
            check(found.get(2 * layer + 1), plain, plain.biases(layer), plain.offset(layer + 1));
        }
    }

    /**
     * More examples than are summed up in native memory; in single precision a sum of 2,000 is off by less than 2,000 x
     * 2^-24 of it.
     */
    @Test
    void aLargeSetIsSummedInParts() {
        SplittableRandom random = new SplittableRandom(3);
        DenseStack stack = new DenseStack(List.of(6, 3), List.of(), OutputRule.SIGMOID_CROSS_ENTROPY);
        ArraySource source = ArraySource.random(random, 4500, 6, 3);
        double[] start = Shapes.parameters(random, stack.parameters());
        double[] doubles = new FullGradient(stack, Parameters.of(false, start).pointer(), source, 4500)
                .measure().stream().mapToDouble(Gradient::norm).toArray();
        double[] floats = new FullGradient(stack, Parameters.of(true, start).pointer(), source, 4500)
                .measure().stream().mapToDouble(Gradient::norm).toArray();
        PlainStep plain = new PlainStep(stack, new SgdRule(1, SgdRule.Decay.NONE, 0), start);
        plain.step(source, 0, 4500);
        double expected = norm(plain.gradient, 0, 18);
        check(doubles[0], expected);
        assertThat(floats[0]).isCloseTo(expected, within(1.2e-4 * expected));
    }

    private static void check(Gradient found, PlainStep plain, int from, int to) {
        check(found.norm(), norm(plain.gradient, from, to));
        double along = 0;
        for (int i = from; i < to; i++) {
            along += plain.gradient[i] * plain.before[i];
        }
        double scale = norm(plain.gradient, from, to) * norm(plain.before, from, to);
        assertThat(found.dotWeights()).isCloseTo(along, within(1e-12 * (1 + scale)));
    }

    /** Both sum up to 4,500 products of numbers of order 1, in another order. */
    private static void check(double norm, double expected) {
        assertThat(norm).isCloseTo(expected, within(1e-12 * (1 + expected)));
    }

    private static double norm(double[] values, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += values[i] * values[i];
        }
        return Math.sqrt(squares);
    }
}
