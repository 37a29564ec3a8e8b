package org.tailoff.train.fused;

import java.util.List;

/**
 * Shape of a fully connected network.
 *
 * @param sizes neurons per layer, inputs first, outputs last; at least two, each at least 1
 * @param hidden activation of each hidden layer, in order; two fewer than {@code sizes}
 * @param output output activation and cost
 * @param kept share of every hidden layer's neurons that dropout keeps in a mini-batch, in (0, 1]; 1 without dropout
 */
public record DenseStack(List<Integer> sizes, List<HiddenActivation> hidden, OutputRule output, double kept) {

    /** Enough for the matrix products to be at full speed, and few enough to stay in the cache. */
    private static final int MOST = 100;

    /** Too few for the copies around the products to be worth their calls. */
    private static final int FEW = 5;

    /**
     * Largest count of products, and largest result of the product with the first matrix transposed, that are not
     * packed.
     */
    private static final int UNPACKED_PRODUCTS = 1_000_000;

    private static final int UNPACKED_RESULTS = 1_200;

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if {@code sizes} has fewer than two elements or one below 1, or {@code hidden}
     *     does not fit it
     */
    public DenseStack {
        sizes = List.copyOf(sizes);
        hidden = List.copyOf(hidden);
        if (sizes.size() < 2 || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("sizes must be at least two numbers from 1 up, but are " + sizes);
        }
        if (hidden.size() != sizes.size() - 2) {
            throw new IllegalArgumentException("hidden must name " + (sizes.size() - 2) + " activations for sizes "
                    + sizes + ", but is " + hidden);
        }
    }

    /** A shape without dropout. */
    DenseStack(List<Integer> sizes, List<HiddenActivation> hidden, OutputRule output) {
        this(sizes, hidden, output, 1);
    }

    /** Layers with weights. */
    int layers() {
        return sizes.size() - 1;
    }

    /** Inputs of layer {@code layer}, from 0. */
    int fanIn(int layer) {
        return sizes.get(layer);
    }

    /** Neurons of layer {@code layer}, from 0. */
    int fanOut(int layer) {
        return sizes.get(layer + 1);
    }

    /** Neurons of hidden layer {@code layer}, from 0, that dropout keeps in a mini-batch; at least 1. */
    int keptNeurons(int layer) {
        return Math.max(1, (int) Math.round(kept * fanOut(layer)));
    }

    /** Weights and biases of all layers. */
    int parameters() {
        int sum = 0;
        for (int layer = 0; layer < layers(); layer++) {
            sum += (fanIn(layer) + 1) * fanOut(layer);
        }
        return sum;
    }

    /**
     * Examples to go through a set with, at a time: as many as OpenBLAS still multiplies without packing the matrices
     * first, which on processors with AVX-512 takes half the time; {@link #MOST} where those would be {@link #FEW} or
     * less.
     */
    int chunk() {
        int fitting = MOST;
        for (int layer = 0; layer < layers(); layer++) {
            int products = UNPACKED_PRODUCTS / (fanIn(layer) * fanOut(layer));
            fitting = Math.min(fitting, Math.min(products, UNPACKED_RESULTS / fanOut(layer)));
        }
        return fitting > FEW ? fitting : MOST;
    }
}
