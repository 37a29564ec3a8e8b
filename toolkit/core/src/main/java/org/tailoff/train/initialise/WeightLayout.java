package org.tailoff.train.initialise;

import java.util.List;
import org.tailoff.initialise.LayerShape;

/** How the numbers of one of DL4J's weight tensors lie, or why they are not drawn. */
public sealed interface WeightLayout {
    /**
     * A matrix of fanIn x neurons, in whatever order DL4J keeps it.
     *
     * @param shape kind, fan-in, fan-out and neurons
     * @param sizes the dimensions that DL4J gives the tensor when it uses it; they are the tensor's own, but for
     *     one-dimensional convolutions, which it reshapes
     * @param axes of these dimensions, those that count neurons before those that count the weights of a neuron: in
     *     this order the tensor's elements are neuron by neuron
     */
    record Matrix(LayerShape shape, List<Integer> sizes, List<Integer> axes) implements WeightLayout {
        /**
         * Copies the lists.
         *
         * @param shape kind, fan-in, fan-out and neurons
         * @param sizes the dimensions that DL4J gives the tensor when it uses it
         * @param axes of these dimensions, those of neurons first
         */
        public Matrix {
            sizes = List.copyOf(sizes);
            axes = List.copyOf(axes);
        }
    }

    /**
     * Numbers that no initialiser can draw.
     *
     * @param why what they are instead, a few words
     */
    record Unknown(String why) implements WeightLayout {}
}
