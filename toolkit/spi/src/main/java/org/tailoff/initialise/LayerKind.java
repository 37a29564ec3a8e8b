package org.tailoff.initialise;

import java.util.List;
import java.util.stream.Collectors;
import org.tailoff.text.Texts;

/** What a layer does with its weights, as far as it matters for what they start from. */
public sealed interface LayerKind {
    /**
     * The kind in words.
     *
     * @return a few words in lower case, such as {@code convolution 5x5}
     */
    String text();

    /** Every neuron sees every input: fanIn x fanOut weights. */
    record Dense() implements LayerKind {
        @Override
        public String text() {
            return "dense";
        }
    }

    /**
     * Every neuron is a kernel that slides over its inputs, and its fan-in is what the kernel covers: kh x kw x
     * channels. Transposed, depth-wise and locally connected convolutions are of this kind, too; {@link LayerShape}
     * says how their weights are counted.
     *
     * @param kernel sizes of the receptive field, one per dimension: {@code [k]}, {@code [kh, kw]} or {@code [kd, kh,
     *     kw]}, each at least 1
     */
    record Convolution(List<Integer> kernel) implements LayerKind {
        /**
         * Copies and checks the sizes.
         *
         * @param kernel sizes of the receptive field
         * @throws IllegalArgumentException if there is none, or one is below 1
         */
        public Convolution {
            kernel = List.copyOf(kernel);
            Texts.require(
                    !kernel.isEmpty() && kernel.stream().allMatch(size -> size >= 1),
                    "kernel must be at least one size, each at least 1: " + kernel);
        }

        /**
         * How many positions the kernel covers.
         *
         * @return the product of its sizes, at least 1
         */
        public int receptiveField() {
            return kernel.stream().reduce(1, Math::multiplyExact);
        }

        @Override
        public String text() {
            return "convolution " + kernel.stream().map(String::valueOf).collect(Collectors.joining("x"));
        }
    }

    /**
     * Weights of a layer that steps through time; one matrix for its inputs, another for its own last outputs.
     *
     * @param gates how many blocks of columns the matrix has: 1 for a simple recurrent layer, 4 for an LSTM, at least 1
     * @param fromOutputs true for the matrix that takes the layer's own last outputs, false for the one that takes its
     *     inputs
     */
    record Recurrent(int gates, boolean fromOutputs) implements LayerKind {
        /**
         * Checks the number.
         *
         * @param gates how many blocks of columns the matrix has
         * @param fromOutputs whether the matrix takes the layer's own last outputs
         * @throws IllegalArgumentException if {@code gates < 1}
         */
        public Recurrent {
            Texts.require(gates >= 1, "gates must be at least 1: " + gates);
        }

        @Override
        public String text() {
            return fromOutputs ? "recurrent, from its own outputs" : "recurrent, from its inputs";
        }
    }

    /** A table that is looked up: a dense layer of which one input is 1 and all others are 0. */
    record Embedding() implements LayerKind {
        @Override
        public String text() {
            return "embedding";
        }
    }
}
