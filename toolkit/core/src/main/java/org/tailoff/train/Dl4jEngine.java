package org.tailoff.train;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.tailoff.data.LabelledExamples;
import org.tailoff.train.measure.RecordingListener;

/** The reference: {@code MultiLayerNetwork.fit} with a {@link RecordingListener}. */
final class Dl4jEngine implements TrainingEngine {
    private final MultiLayerNetwork network;
    private final LabelledExamples examples;
    private final int miniBatch;
    private final InputForm form;

    /**
     * Makes the engine.
     *
     * @param network the network; its recording listener, if any, is already attached
     * @param examples the training examples
     * @param miniBatch examples per mini-batch
     * @param form in which the network takes them
     */
    Dl4jEngine(MultiLayerNetwork network, LabelledExamples examples, int miniBatch, InputForm form) {
        this.network = network;
        this.examples = examples;
        this.miniBatch = miniBatch;
        this.form = form;
    }

    @Override
    public void epoch(int epoch, int[] order) {
        network.setEpochCount(epoch - 1);
        network.fit(new MiniBatches(
                examples, order, miniBatch, form, network.params().dataType()));
    }
}
