package org.tailoff.train;

/**
 * Smallest and largest weight of a layer.
 *
 * <p>BLAS finds each block's peak, the weight of largest absolute value, at the speed of vector registers. A block hides something
 * smaller than the smallest peak, or larger than the largest, only if its own peak has the other sign and is larger still; those few
 * blocks alone are searched element by element.
 */
final class Extremes {

    private static final int BLOCK = 1024;

    private final DenseBlas blas;
    private final double[] peaks;
    private final double[] block = new double[BLOCK];
    private double lowest;
    private double highest;

    Extremes(DenseBlas blas) {
        this.blas = blas;
        peaks = new double[(blas.weights() + BLOCK - 1) / BLOCK];
    }

    /** Looks at the weights as they are now. */
    void find() {
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < peaks.length; b++) {
            peaks[b] = blas.weight(blas.peak(b * BLOCK, size(b)));
            include(peaks[b]);
        }
        for (int b = 0; b < peaks.length; b++) {
            if (peaks[b] > 0 ? -peaks[b] < lowest : -peaks[b] > highest) {
                search(b);
            }
        }
    }

    private int size(int b) {
        return Math.min(BLOCK, blas.weights() - b * BLOCK);
    }

    private void include(double weight) {
        lowest = Math.min(lowest, weight);
        highest = Math.max(highest, weight);
    }

    private void search(int b) {
        blas.readWeights(block, b * BLOCK, size(b));
        double least = block[0];
        double most = block[0];
        for (int i = 1; i < size(b); i++) {
            least = block[i] < least ? block[i] : least;
            most = block[i] > most ? block[i] : most;
        }
        include(least);
        include(most);
    }

    /** The smallest weight found. */
    double lowest() {
        return lowest;
    }

    /** The largest weight found. */
    double highest() {
        return highest;
    }
}
