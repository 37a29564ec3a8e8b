package org.tailoff.train.measure;

import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The state of a network's updaters where it lies. DL4J steps tensors that follow each other and have equal updaters as
 * one block; the state of a block has one part after the other, such as first and second moments, each with a number
 * for every element of the block.
 */
final class UpdaterState {
    private final MultiLayerNetwork network;
    private INDArray seen;
    private ParameterMemory memory;

    UpdaterState(MultiLayerNetwork network) {
        this.network = network;
    }

    /** Whether a part of a tensor's state is 0 throughout, as it is when nothing has been trained. */
    boolean isZero(ParameterTensor tensor, int part) {
        if (updater() == null) {
            return true;
        }
        double[] numbers = new double[tensor.length()];
        read(tensor, part, numbers);
        return Vectors.magnitude(numbers) == 0;
    }

    /** Copies a part of a tensor's state, one number for each of its elements. */
    void read(ParameterTensor tensor, int part, double[] target) {
        BaseMultiLayerUpdater<?> updater = updater();
        INDArray state = updater.getStateViewArray();
        if (state != seen) {
            memory = new ParameterMemory(state);
            seen = state;
        }
        for (UpdaterBlock block : updater.getUpdaterBlocks()) {
            int from = block.getParamOffsetStart();
            int to = block.getParamOffsetEnd();
            if (from <= tensor.offset() && tensor.offset() < to) {
                memory.read(block.getUpdaterViewOffsetStart() + part * (to - from) + tensor.offset() - from, target);
                return;
            }
        }
        throw new IllegalStateException("no updater of DL4J steps " + tensor.name());
    }

    /** DL4J makes it at the first step: null before. */
    private BaseMultiLayerUpdater<?> updater() {
        Updater updater = network.getUpdater(false);
        return (BaseMultiLayerUpdater<?>) updater;
    }
}
