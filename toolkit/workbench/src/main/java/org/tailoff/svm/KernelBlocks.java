package org.tailoff.svm;

import java.util.Arrays;
import libsvm.OpenSolver.KernelRows;
import org.tailoff.train.platform.InnerProducts;

/**
 * The matrix of a pair of classes for libsvm's solver, a block of rows at a time: the row that is asked for, and those
 * that are likely to be asked for next.
 *
 * <p>Elements are libsvm's, which rounds them to {@code float}.
 */
final class KernelBlocks implements KernelRows {
    private final InnerProducts products;
    private final Kernel kernel;
    private final Runnable stopIfAsked;
    private final byte[] labels;
    private final double[] squares;
    private final RowStore rows;
    private final int[] chosen;
    private final double[] values;

    /**
     * Takes a problem.
     *
     * @param products hold the examples of both classes
     * @param kernel the kernel
     * @param problem those examples
     * @param stopIfAsked called for every row; throws to end the solving
     */
    KernelBlocks(InnerProducts products, Kernel kernel, Problem problem, Runnable stopIfAsked) {
        this.products = products;
        this.kernel = kernel;
        this.stopIfAsked = stopIfAsked;
        labels = problem.labels().clone();
        squares = problem.squares().clone();
        rows = new RowStore(labels.length, Math.max(problem.keptRows(), products.block()));
        chosen = new int[products.block()];
        values = new double[products.block() * labels.length];
    }

    /**
     * What is known of the examples of two classes.
     *
     * @param labels each -1 or 1
     * @param squares ||x||^2
     * @param keptRows how many rows are kept; at least a block is
     */
    record Problem(byte[] labels, double[] squares, int keptRows) {}

    @Override
    public float[] row(int i, int length, double[] gradient) {
        stopIfAsked.run();
        int from = rows.length(i);
        if (from < length) {
            compute(choose(i, length, gradient), from, length);
        }
        return rows.use(i);
    }

    /**
     * The row that is asked for and, from both classes in turn, those that lack the same elements and have the smallest
     * gradients, the farthest on the wrong side of the margin: with so many at a time, three in five of them are asked
     * for later.
     */
    private int choose(int asked, int length, double[] gradient) {
        int from = rows.length(asked);
        int count = 0;
        take(asked, count++, length);
        for (int turn = 1; turn < chosen.length; turn++) {
            int next = likeliest(turn % 2 == 0 ? 1 : -1, from, length, gradient);
            if (next >= 0) {
                take(next, count++, length);
            }
        }
        return count;
    }

    private void take(int row, int index, int length) {
        chosen[index] = row;
        rows.extend(row, length);
    }

    /** Or -1 if there is none. */
    private int likeliest(int label, int from, int length, double[] gradient) {
        int best = -1;
        for (int row = 0; row < length; row++) {
            boolean lacking = rows.length(row) >= from && rows.length(row) < length;
            if (labels[row] == label && lacking && (best < 0 || gradient[row] < gradient[best])) {
                best = row;
            }
        }
        return best;
    }

    private void compute(int count, int from, int to) {
        for (int index = 0; index < count; index++) {
            products.choose(index, chosen[index]);
        }
        products.with(count, from, to, values);
        for (int index = 0; index < count; index++) {
            int row = chosen[index];
            float[] target = rows.use(row);
            int offset = index * (to - from) - from;
            for (int column = from; column < to; column++) {
                double value = kernel.of(squares[row], squares[column], values[offset + column]);
                target[column] = (float) (labels[row] * labels[column] * value);
            }
        }
    }

    /** An example with itself, whose distance is 0. */
    @Override
    public double[] diagonal() {
        double[] diagonal = new double[labels.length];
        Arrays.fill(diagonal, 1);
        return diagonal;
    }

    @Override
    public void swap(int i, int j) {
        products.swap(i, j);
        rows.swap(i, j);
        byte label = labels[i];
        labels[i] = labels[j];
        labels[j] = label;
        double square = squares[i];
        squares[i] = squares[j];
        squares[j] = square;
    }
}
