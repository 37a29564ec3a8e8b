package org.tailoff.train.fused;

import java.util.function.IntConsumer;
import org.bytedeco.javacpp.Pointer;

/** Goes through a set a chunk of images at a time. */
final class Chunks {
    /** Has the chunk loaded. */
    final FusedNetwork network;

    private final int[] order;

    /**
     * Prepares for a set.
     *
     * @param stack shape
     * @param parameters {@code DoublePointer} or {@code FloatPointer} to all parameters
     * @param source the set
     */
    Chunks(DenseStack stack, Pointer parameters, BatchSource source) {
        order = new int[stack.chunk()];
        network = new FusedNetwork(stack, parameters, source, order.length);
    }

    /** Images in a chunk, but for the last. */
    int size() {
        return order.length;
    }

    /**
     * Loads the images {@code [from, to)}, chunk by chunk.
     *
     * @param loaded is told the first image of a chunk once it is loaded
     */
    void load(int from, int to, IntConsumer loaded) {
        for (int start = from; start < to; start += order.length) {
            int count = Math.min(order.length, to - start);
            for (int i = 0; i < count; i++) {
                order[i] = start + i;
            }
            network.load(order, 0, count);
            loaded.accept(start);
        }
    }
}
