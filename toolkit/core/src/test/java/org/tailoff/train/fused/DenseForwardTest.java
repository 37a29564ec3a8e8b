package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;
import org.tailoff.train.Parameters;

final class DenseForwardTest {

    private static final SgdRule RULE = new SgdRule(1, SgdRule.Decay.NONE, 0);

    @RandomCases(60)
    void costIsTheSumOfThePlainCosts(RandomCase drawn) {
        SplittableRandom random = new SplittableRandom(drawn.seed());
        int to = drawn.between(0, 250);
        DenseStack stack = Shapes.stack(random, drawn.of(OutputRule.class));
        ArraySource source = ArraySource.random(random, 250, stack.fanIn(0), stack.fanOut(stack.layers() - 1));
        double[] start = Shapes.parameters(random, stack.parameters());
        DenseForward forward =
                new DenseForward(stack, Parameters.of(false, start).pointer(), source);
        DenseForward.Evaluation evaluation = forward.evaluate(to / 3, to);
        double sum = 0;
        for (int i = to / 3; i < to; i++) {
            PlainStep plain = new PlainStep(stack, RULE, start);
            plain.step(source, i, 1);
            sum += plain.cost;
        }
        assertThat(evaluation.costSum()).isCloseTo(sum, within(1e-11 * (1 + sum))); // as in FusedStepPropertyTest
        assertThat(evaluation.examples()).isEqualTo(to - to / 3);
    }

    @Test
    void imagesWhoseLabelHasTheLargestActivationAreCorrect() {
        DenseStack stack = new DenseStack(List.of(3, 3), List.of(), OutputRule.SIGMOID_CROSS_ENTROPY);
        double[] identity = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
        double[][] examples = {{9, 1, 1}, {1, 9, 1}, {1, 1, 9}, {5, 5, 1}, {5, 5, 1}};
        ArraySource source = new ArraySource(examples, new int[] {0, 1, 0, 0, 1}, 3);
        DenseForward forward =
                new DenseForward(stack, Parameters.of(false, identity).pointer(), source);
        assertThat(forward.evaluate(0, 5).correct())
                .isEqualTo(3); // the third is wrong, the last a tie that goes to the first
    }

    @Test
    void outputsThatAreNoNumbersChooseZero() {
        DenseStack stack = new DenseStack(List.of(1, 2), List.of(), OutputRule.SIGMOID_CROSS_ENTROPY);
        double[] parameters = new double[4];
        Arrays.fill(parameters, Double.NaN);
        ArraySource source = new ArraySource(new double[][] {{1}, {1}}, new int[] {0, 1}, 2);
        DenseForward.Evaluation evaluation =
                new DenseForward(stack, Parameters.of(false, parameters).pointer(), source).evaluate(0, 2);
        assertThat(evaluation.correct()).isEqualTo(1);
        assertThat(evaluation.costSum()).isNaN();
    }
}
