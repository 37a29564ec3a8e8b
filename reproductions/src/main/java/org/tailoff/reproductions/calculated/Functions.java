package org.tailoff.reproductions.calculated;

import java.util.Arrays;

/** The functions that the book applies to weighted inputs z. */
public final class Functions {
    private Functions() {}

    /**
     * 1 / (1 + exp(-z)); book eq. 3.
     *
     * @param z any number
     * @return a number in [0, 1]
     */
    public static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    /**
     * The derivative of the sigmoid, sigma(z) (1 - sigma(z)), as exp(-|z|) / (1 + exp(-|z|))^2 so that far out it does
     * not become 0 too early.
     *
     * @param z any number
     * @return a number in [0, 0.25]
     */
    public static double sigmoidPrime(double z) {
        double small = StrictMath.exp(-Math.abs(z));
        return small / ((1 + small) * (1 + small));
    }

    /**
     * The perceptron's output; book eq. 2.
     *
     * @param z any number
     * @return 1 for z &gt; 0, otherwise 0
     */
    public static double step(double z) {
        return z > 0 ? 1 : 0;
    }

    /**
     * max(0, z), the rectified linear unit; book section 3.6.
     *
     * @param z any number
     * @return z where it is positive, otherwise 0
     */
    public static double rectified(double z) {
        return Math.max(0, z);
    }

    /**
     * a_j = exp(z_j) / sum_k exp(z_k); book eq. 78. The largest z is taken from all of them first, which leaves every
     * a_j the same and keeps the exponentials finite.
     *
     * @param z weighted inputs of a layer, at least one, finite
     * @return as many activations, which sum to 1
     */
    public static double[] softmax(double... z) {
        double largest = Arrays.stream(z).max().orElseThrow();
        double[] raised =
                Arrays.stream(z).map(each -> StrictMath.exp(each - largest)).toArray();
        double sum = Arrays.stream(raised).sum();
        return Arrays.stream(raised).map(each -> each / sum).toArray();
    }
}
