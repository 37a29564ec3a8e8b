package org.tailoff.train.attach;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.data.LabelledExamples;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.ValueType;
import org.tailoff.train.EngineBench;

/**
 * What recording costs a convolutional network under {@code fit}: one like LeNet (convolution 5x5x20, pooling,
 * convolution 5x5x50, pooling, dense 500, softmax 10, with batch normalisation behind the convolutions), Adam 1e-3, L2,
 * mini-batches of 64, in single precision, on images of 28 x 28.
 */
public final class LeNetBench implements AutoCloseable {
    /** Images of a mini-batch. */
    public static final int MINI_BATCH = 64;

    /** Neurons of the dense layer. */
    public static final int DENSE = 500;

    private static final int SIDE = 28;

    private final List<DataSet> batches;
    private final MultiLayerNetwork network = network();
    private final RunRecorder recorder;
    private final RecordedNetwork recorded;

    /**
     * Makes the mini-batches and two equal networks, one of which is recorded.
     *
     * @param training images of 28 x 28 in ten classes
     * @param iterations how many mini-batches are trained on at a time
     * @param store where the recorded run goes
     */
    public LeNetBench(LabelledExamples training, int iterations, RunStore store) {
        batches = EngineBench.batches(training, iterations, MINI_BATCH, DataType.FLOAT);
        MultiLayerNetwork twin = network();
        Recording recording = RecordedNetwork.of(twin);
        recorder = store.open(new RunSetup("lenet", "LeNet", recording.tensors(), ValueType.FLOAT));
        recorded = recording.observe(recorder);
    }

    private static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .updater(new Adam(1e-3))
                .l2(5e-4)
                .list(
                        convolution(20),
                        new BatchNormalization(),
                        new ActivationLayer(Activation.RELU),
                        pooling(),
                        convolution(50),
                        new BatchNormalization(),
                        new ActivationLayer(Activation.RELU),
                        pooling(),
                        new DenseLayer.Builder()
                                .nOut(DENSE)
                                .activation(Activation.RELU)
                                .build(),
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(10)
                                .activation(Activation.SOFTMAX)
                                .build())
                .setInputType(InputType.convolutionalFlat(SIDE, SIDE, 1))
                .build());
        network.init();
        return network;
    }

    private static ConvolutionLayer convolution(int maps) {
        return new ConvolutionLayer.Builder(5, 5)
                .nOut(maps)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    /**
     * {@code fit} with no listener.
     *
     * @return its iterations
     */
    public EngineBench plain() {
        return EngineBench.of(batches.size(), () -> batches.forEach(network::fit));
    }

    /**
     * {@code fit} with everything recorded at every iteration.
     *
     * @return its iterations; what they record is written when {@link #recorder()} has written it
     */
    public EngineBench recorded() {
        return EngineBench.of(
                batches.size(),
                () -> batches.forEach(batch -> recorded.network().fit(batch)));
    }

    /**
     * What keeps the records.
     *
     * @return open until this is closed
     */
    public RunRecorder recorder() {
        return recorder;
    }

    /** Ends the recording and closes the store. */
    @Override
    public void close() {
        try (recorder) {
            recorded.close();
        }
    }
}
