package org.tailoff.initialise;

/**
 * The size of a dense layer.
 *
 * @param fanIn inputs of each neuron, at least 1
 * @param fanOut neurons, at least 1
 */
public record LayerShape(int fanIn, int fanOut) {
    /**
     * Checks the size.
     *
     * @param fanIn inputs of each neuron, at least 1
     * @param fanOut neurons, at least 1
     * @throws IllegalArgumentException if either is below 1 or fanIn x fanOut weights do not fit an array
     */
    public LayerShape {
        require(fanIn >= 1, "fanIn must be at least 1: " + fanIn);
        require(fanOut >= 1, "fanOut must be at least 1: " + fanOut);
        long count = (long) fanIn * fanOut;
        require(count <= Integer.MAX_VALUE - 8, "fanIn x fanOut must be at most 2147483639: " + count);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * How many weights the layer has.
     *
     * @return fanIn x fanOut
     */
    public int weightCount() {
        return fanIn * fanOut;
    }
}
