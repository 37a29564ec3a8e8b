package org.tailoff.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tailoff.data.LabelledExamples;
import org.tailoff.data.Mnist;
import org.tailoff.train.platform.InnerProducts;

/** Oracle: exp(-gamma times the sum of the squared differences of the pixels), one example with another. */
class KernelBlocksTest {
    private static final int COUNT = 12;
    private static final double GAMMA = 0.01;
    private static final LabelledExamples EXAMPLES = Mnist.embedded().training().first(COUNT);

    /** Which example is where, as the rows' order is changed. */
    private final int[] order = IntStream.range(0, COUNT).toArray();

    private final InnerProducts products = new InnerProducts(EXAMPLES.inputs(), COUNT, 4);
    private final KernelBlocks blocks = blocks();
    private final double[] gradient = new double[COUNT];

    private static byte label(int example) {
        return (byte) (example % 3 == 0 ? 1 : -1);
    }

    private KernelBlocks blocks() {
        byte[] labels = new byte[COUNT];
        for (int example = 0; example < COUNT; example++) {
            products.put(example, EXAMPLES, example);
            labels[example] = label(example);
        }
        double[] squares = Kernel.squares(EXAMPLES, IntStream.range(0, COUNT).toArray());
        KernelBlocks.Problem problem = new KernelBlocks.Problem(labels, squares, COUNT);
        return new KernelBlocks(products, new Kernel(GAMMA), problem, () -> {});
    }

    private static double element(int one, int other) {
        double distance = 0;
        for (int pixel = 0; pixel < EXAMPLES.inputs(); pixel++) {
            double difference = EXAMPLES.input(one, pixel) - EXAMPLES.input(other, pixel);
            distance += difference * difference;
        }
        return label(one) * label(other) * Math.exp(-GAMMA * distance);
    }

    private void requireRight(int row, int length) {
        float[] found = blocks.row(row, length, gradient);
        for (int column = 0; column < length; column++) {
            assertThat(found[column])
                    .as("row %s, column %s", row, column)
                    .isCloseTo((float) element(order[row], order[column]), within(1e-7f));
        }
    }

    private void swap(int i, int j) {
        blocks.swap(i, j);
        int example = order[i];
        order[i] = order[j];
        order[j] = example;
    }

    @Test
    void everyRowIsRightWhicheverWasAskedForFirst() {
        for (int row = COUNT - 1; row >= 0; row--) {
            requireRight(row, COUNT);
        }
    }

    @Test
    void rowsThatWereCutOffAreRightWhenMoreIsAskedFor() {
        requireRight(0, 5);
        gradient[10] = -1; // the likeliest of all, of which nothing has been worked out
        requireRight(0, COUNT);
        for (int row = 0; row < COUNT; row++) {
            requireRight(row, COUNT);
        }
    }

    @Test
    void rowsAreRightAfterTheOrderHasChanged() {
        requireRight(3, 6);
        requireRight(4, COUNT);
        swap(2, 8);
        swap(0, 11);
        requireRight(11, COUNT);
        for (int row = 0; row < COUNT; row++) {
            requireRight(row, COUNT);
        }
        assertThat(blocks.diagonal()).containsOnly(1);
    }

    /** 0, 3, 6 and 9 are of one class; of the others, example 7 is farthest on the wrong side. */
    @Test
    void theRowsWithTheSmallestGradientsAreWorkedOutBesideTheOneAskedFor() {
        gradient[7] = -3;
        gradient[9] = -2;
        gradient[5] = -1;
        requireRight(0, COUNT);
        for (int example = 1; example < COUNT; example++) {
            products.put(example, EXAMPLES, 0); // whatever is worked out from now on is wrong
        }
        requireRight(5, COUNT);
        requireRight(7, COUNT);
        requireRight(9, COUNT);
        assertThat(blocks.row(1, COUNT, gradient)[2]).isNotCloseTo((float) element(1, 2), within(1e-3f));
    }
}
