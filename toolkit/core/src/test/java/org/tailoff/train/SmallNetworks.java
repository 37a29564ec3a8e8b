package org.tailoff.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks of a user's own, and something to train them on. */
public final class SmallNetworks {
    static final int SIDE = 8;
    static final int CLASSES = 4;

    private SmallNetworks() {}

    public static NeuralNetConfiguration.Builder settings() {
        return new NeuralNetConfiguration.Builder().seed(3).dataType(DataType.DOUBLE);
    }

    /** 64-5-4, sigmoids throughout, as in the book. */
    public static MultiLayerNetwork book(NeuralNetConfiguration.Builder settings) {
        return built(settings.list()
                .layer(dense(SIDE * SIDE, 5, Activation.SIGMOID))
                .layer(output(5, new OutputLayer.Builder(new ExactCrossEntropy()), Activation.SIGMOID)));
    }

    public static MultiLayerNetwork convolutional(NeuralNetConfiguration.Builder settings) {
        return built(settings.list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build())
                .layer(new SubsamplingLayer.Builder()
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nOut(6)
                        .activation(Activation.RELU)
                        .build())
                .layer(output(6, new OutputLayer.Builder(LossFunction.MCXENT), Activation.SOFTMAX))
                .setInputType(InputType.convolutionalFlat(SIDE, SIDE, 1)));
    }

    static MultiLayerNetwork normalised(NeuralNetConfiguration.Builder settings) {
        return built(settings.list()
                .layer(dense(SIDE * SIDE, 5, Activation.IDENTITY))
                .layer(new BatchNormalization.Builder().nIn(5).nOut(5).build())
                .layer(output(5, new OutputLayer.Builder(LossFunction.MCXENT), Activation.SOFTMAX)));
    }

    /** A convolution before batch normalisation, and a layer behind it. */
    public static MultiLayerNetwork normalisedMaps(NeuralNetConfiguration.Builder settings) {
        return built(settings.list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new BatchNormalization())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new DenseLayer.Builder()
                        .nOut(6)
                        .activation(Activation.TANH)
                        .build())
                .layer(output(6, new OutputLayer.Builder(LossFunction.MCXENT), Activation.SOFTMAX))
                .setInputType(InputType.convolutionalFlat(SIDE, SIDE, 1)));
    }

    /** Of {@link #SIDE} inputs at each time, a class at each time. */
    public static MultiLayerNetwork recurrent(NeuralNetConfiguration.Builder settings) {
        return built(settings.list()
                .layer(new LSTM.Builder()
                        .nIn(SIDE)
                        .nOut(5)
                        .activation(Activation.TANH)
                        .build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(5)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build()));
    }

    /** The examples of {@link #batches} as {@link #SIDE} times of as many inputs, each with a label of its own. */
    public static List<DataSet> sequences() {
        Random random = new Random(7);
        List<DataSet> sequences = new ArrayList<>();
        for (DataSet batch : batches()) {
            int size = batch.numExamples();
            INDArray labels = Nd4j.zeros(DataType.DOUBLE, size, CLASSES, SIDE);
            for (int i = 0; i < size; i++) {
                for (int time = 0; time < SIDE; time++) {
                    labels.putScalar(new int[] {i, random.nextInt(CLASSES), time}, 1);
                }
            }
            sequences.add(new DataSet(batch.getFeatures().reshape(size, SIDE, SIDE), labels));
        }
        return sequences;
    }

    private static DenseLayer dense(int in, int out, Activation activation) {
        return new DenseLayer.Builder().nIn(in).nOut(out).activation(activation).build();
    }

    private static OutputLayer output(int in, OutputLayer.Builder builder, Activation activation) {
        return builder.nIn(in).nOut(CLASSES).activation(activation).build();
    }

    private static MultiLayerNetwork built(NeuralNetConfiguration.ListBuilder layers) {
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    /** Two mini-batches of 7 examples and a short one of 3; input 0 is always zero. */
    public static List<DataSet> batches() {
        Random random = new Random(5);
        List<DataSet> batches = new ArrayList<>();
        for (int size : new int[] {7, 7, 3}) {
            double[][] features = new double[size][SIDE * SIDE];
            double[][] labels = new double[size][CLASSES];
            for (int i = 0; i < size; i++) {
                for (int k = 1; k < SIDE * SIDE; k++) {
                    features[i][k] = random.nextDouble();
                }
                labels[i][random.nextInt(CLASSES)] = 1;
            }
            batches.add(new DataSet(Nd4j.createFromArray(features), Nd4j.createFromArray(labels)));
        }
        return batches;
    }
}
