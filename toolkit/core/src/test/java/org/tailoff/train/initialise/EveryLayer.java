package org.tailoff.train.initialise;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CapsuleLayer;
import org.deeplearning4j.nn.conf.layers.CapsuleStrengthLayer;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.ocnn.OCNNOutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.Cnn3DToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** A small network around every layer of DL4J's that has parameters; the layer is the last one but the output. */
final class EveryLayer {
    private static final int EXAMPLES = 4;
    private static final int STEPS = 5;
    private static final InputType ROWS = InputType.feedForward(3);
    private static final InputType IMAGES = InputType.convolutional(6, 5, 2);
    private static final InputType SEQUENCES = InputType.recurrent(3, STEPS);

    private EveryLayer() {}

    /**
     * A network of which one layer is looked at.
     *
     * @param network initialised by DL4J
     * @param index of the layer
     * @param data that it can be trained with
     */
    record Example(MultiLayerNetwork network, int index, DataSet data) {}

    /** By type of layer, in the order of their names. */
    static Map<String, Supplier<Example>> examples() {
        Map<String, Supplier<Example>> examples = new TreeMap<>();
        addDense(examples);
        addConvolutions(examples);
        addRecurrent(examples);
        addOthers(examples);
        return examples;
    }

    private static void add(Map<String, Supplier<Example>> examples, Class<?> type, Supplier<Example> example) {
        examples.put(type.getSimpleName(), example);
    }

    private static void addDense(Map<String, Supplier<Example>> all) {
        add(all, DenseLayer.class, () -> rows(dense()));
        add(all, OutputLayer.class, () -> example(ROWS, inputs(3), labels(), output()));
        add(
                all,
                CenterLossOutputLayer.class,
                () -> example(
                        ROWS,
                        inputs(3),
                        labels(),
                        new CenterLossOutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build()));
        add(
                all,
                OCNNOutputLayer.class,
                () -> example(
                        ROWS,
                        inputs(3),
                        labels(),
                        new OCNNOutputLayer.Builder()
                                .nIn(3)
                                .hiddenLayerSize(4)
                                .activation(Activation.SIGMOID)
                                .build()));
        add(all, AutoEncoder.class, () -> rows(new AutoEncoder.Builder().nOut(4).build()));
        add(
                all,
                VariationalAutoencoder.class,
                () -> rows(new VariationalAutoencoder.Builder()
                        .nOut(2)
                        .encoderLayerSizes(4)
                        .decoderLayerSizes(5)
                        .build()));
        add(all, FrozenLayer.class, () -> rows(new FrozenLayer(dense())));
        add(all, FrozenLayerWithBackprop.class, () -> rows(new FrozenLayerWithBackprop(dense())));
        add(
                all,
                ElementWiseMultiplicationLayer.class,
                () -> rows(new ElementWiseMultiplicationLayer.Builder()
                        .nIn(3)
                        .nOut(3)
                        .build()));
        add(
                all,
                PReLULayer.class,
                () -> rows(new PReLULayer.Builder().nIn(3).nOut(3).inputShape(3).build()));
        add(all, BatchNormalization.class, () -> rows(new BatchNormalization()));
    }

    private static DenseLayer dense() {
        return new DenseLayer.Builder().nIn(3).nOut(4).build();
    }

    private static void addConvolutions(Map<String, Supplier<Example>> all) {
        add(
                all,
                ConvolutionLayer.class,
                () -> images(new ConvolutionLayer.Builder(3, 2).nOut(4).build()));
        add(all, Convolution2D.class, all.get("ConvolutionLayer")); // whose builder it has, and that makes one of these
        add(
                all,
                Deconvolution2D.class,
                () -> images(new Deconvolution2D.Builder(3, 2).nOut(4).build()));
        add(
                all,
                DepthwiseConvolution2D.class,
                () -> images(new DepthwiseConvolution2D.Builder()
                        .kernelSize(3, 2)
                        .depthMultiplier(3)
                        .build()));
        add(
                all,
                SeparableConvolution2D.class,
                () -> images(new SeparableConvolution2D.Builder(3, 2)
                        .depthMultiplier(3)
                        .nOut(4)
                        .build()));
        add(
                all,
                LocallyConnected2D.class,
                () -> images(new LocallyConnected2D.Builder()
                        .kernelSize(3, 2)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build()));
        add(
                all,
                Convolution3D.class,
                () -> volumes(new Convolution3D.Builder(2, 3, 1).nIn(2).nOut(4).build(), 2, 2, 3));
        add(
                all,
                Deconvolution3D.class,
                () -> volumes(
                        new Deconvolution3D.Builder()
                                .kernelSize(2, 3, 1)
                                .nIn(2)
                                .nOut(4)
                                .build(),
                        4,
                        6,
                        3));
        add(
                all,
                Convolution1DLayer.class,
                () -> sequences(padded(new Convolution1DLayer.Builder(3)).build()));
        add(all, Convolution1D.class, all.get("Convolution1DLayer"));
        add(
                all,
                LocallyConnected1D.class,
                () -> sequences(new LocallyConnected1D.Builder()
                        .kernelSize(3)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build()));
        add(
                all,
                PrimaryCapsules.class,
                () -> example(
                        IMAGES,
                        inputs(2, 6, 5),
                        labels(),
                        primaryCapsules(),
                        new CapsuleStrengthLayer.Builder().build(),
                        output()));
        add(
                all,
                CapsuleLayer.class,
                () -> example(
                        IMAGES,
                        inputs(2, 6, 5),
                        labels(),
                        primaryCapsules(),
                        new CapsuleLayer.Builder(3, 4).build(),
                        new CapsuleStrengthLayer.Builder().build(),
                        output()));
    }

    private static Convolution1DLayer.Builder padded(Convolution1DLayer.Builder layer) {
        return layer.nOut(4).convolutionMode(ConvolutionMode.Same);
    }

    private static Layer primaryCapsules() {
        return new PrimaryCapsules.Builder(2, 3).kernelSize(3, 2).stride(1, 1).build();
    }

    @SuppressWarnings("deprecation") // by DL4J, whose stored networks have them all the same
    private static void addRecurrent(Map<String, Supplier<Example>> all) {
        add(all, LSTM.class, () -> sequences(lstm()));
        add(
                all,
                GravesLSTM.class,
                () -> sequences(new GravesLSTM.Builder().nOut(4).build()));
        add(
                all,
                GravesBidirectionalLSTM.class,
                () -> sequences(new GravesBidirectionalLSTM.Builder().nOut(4).build()));
        add(
                all,
                SimpleRnn.class,
                () -> sequences(new SimpleRnn.Builder().nOut(4).build()));
        add(all, Bidirectional.class, () -> sequences(new Bidirectional(lstm())));
        add(
                all,
                LastTimeStep.class,
                () -> example(SEQUENCES, inputs(3, STEPS), labels(), new LastTimeStep(lstm()), output()));
        add(all, TimeDistributed.class, () -> sequences(new TimeDistributed(dense())));
        add(
                all,
                MaskZeroLayer.class,
                () -> sequences(
                        new MaskZeroLayer.Builder().setUnderlying(lstm()).build()));
        add(all, RnnOutputLayer.class, () -> example(SEQUENCES, inputs(3, STEPS), labels(STEPS), sequenceOutput()));
    }

    private static LSTM lstm() {
        return new LSTM.Builder().nIn(3).nOut(4).build();
    }

    private static void addOthers(Map<String, Supplier<Example>> all) {
        add(
                all,
                SelfAttentionLayer.class,
                () -> sequences(new SelfAttentionLayer.Builder()
                        .nOut(4)
                        .nHeads(2)
                        .headSize(3)
                        .projectInput(true)
                        .build()));
        add(
                all,
                LearnedSelfAttentionLayer.class,
                () -> sequences(new LearnedSelfAttentionLayer.Builder()
                        .nOut(4)
                        .nHeads(2)
                        .headSize(3)
                        .projectInput(true)
                        .nQueries(STEPS)
                        .build()));
        add(
                all,
                RecurrentAttentionLayer.class,
                () -> sequences(new RecurrentAttentionLayer.Builder()
                        .nIn(3)
                        .nOut(4)
                        .nHeads(2)
                        .headSize(3)
                        .projectInput(true)
                        .activation(Activation.TANH)
                        .build()));
        add(
                all,
                EmbeddingLayer.class,
                () -> example(
                        null,
                        words(1),
                        labels(),
                        new EmbeddingLayer.Builder().nIn(7).nOut(4).build(),
                        output(4)));
        add(
                all,
                EmbeddingSequenceLayer.class,
                () -> example(
                        null,
                        words(STEPS),
                        labels(STEPS),
                        new EmbeddingSequenceLayer.Builder()
                                .nIn(7)
                                .nOut(4)
                                .inputLength(STEPS)
                                .build(),
                        new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(4)
                                .nOut(2)
                                .dataFormat(RNNFormat.NCW)
                                .activation(Activation.SOFTMAX)
                                .build()));
    }

    private static Example rows(Layer layer) {
        return example(ROWS, inputs(3), labels(), layer, output());
    }

    private static Example images(Layer layer) {
        return example(IMAGES, inputs(2, 6, 5), labels(), layer, output());
    }

    /** With the size of what comes out, which DL4J gets wrong from the input type. */
    private static Example volumes(Layer layer, int depth, int height, int width) {
        NeuralNetConfiguration.ListBuilder list = configuration(layer, output(4 * depth * height * width))
                .inputPreProcessor(1, new Cnn3DToFeedForwardPreProcessor(depth, height, width, 4, true));
        return example(list, 0, new DataSet(inputs(2, 3, 4, 3), labels()));
    }

    private static Example sequences(Layer layer) {
        return example(SEQUENCES, inputs(3, STEPS), labels(STEPS), layer, sequenceOutput());
    }

    private static OutputLayer output() {
        return output(0);
    }

    /** Inputs are found out from the input type where they are 0. */
    private static OutputLayer output(int inputs) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(inputs)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static RnnOutputLayer sequenceOutput() {
        return new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static Example example(InputType type, INDArray inputs, INDArray labels, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = configuration(layers);
        int index = layers[0] instanceof PrimaryCapsules && layers[1] instanceof CapsuleLayer ? 1 : 0;
        return example(type == null ? list : list.setInputType(type), index, new DataSet(inputs, labels));
    }

    private static NeuralNetConfiguration.ListBuilder configuration(Layer... layers) {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.1))
                .list(layers);
    }

    private static Example example(NeuralNetConfiguration.ListBuilder list, int index, DataSet data) {
        MultiLayerNetwork network = new MultiLayerNetwork(list.build());
        network.init();
        return new Example(network, index, data);
    }

    private static INDArray inputs(long... sizes) {
        long[] shape = new long[sizes.length + 1];
        shape[0] = EXAMPLES;
        System.arraycopy(sizes, 0, shape, 1, sizes.length);
        INDArray inputs = Nd4j.create(DataType.DOUBLE, shape);
        SplittableRandom random = new SplittableRandom(1);
        for (long i = 0; i < inputs.length(); i++) {
            inputs.putScalar(i, random.nextDouble(-1, 1));
        }
        return inputs;
    }

    private static INDArray words(int count) {
        INDArray words = Nd4j.create(DataType.DOUBLE, EXAMPLES, count);
        for (long i = 0; i < words.length(); i++) {
            words.putScalar(i, (double) i % 7);
        }
        return words;
    }

    /** Two classes, of every example or of every step of it. */
    private static INDArray labels(long... steps) {
        INDArray labels = steps.length == 0
                ? Nd4j.create(DataType.DOUBLE, EXAMPLES, 2)
                : Nd4j.create(DataType.DOUBLE, EXAMPLES, 2, steps[0]);
        for (int example = 0; example < EXAMPLES; example++) {
            if (steps.length == 0) {
                labels.putScalar(example, example % 2, 1);
            } else {
                for (int step = 0; step < steps[0]; step++) {
                    labels.putScalar(new int[] {example, (example + step) % 2, step}, 1);
                }
            }
        }
        return labels;
    }
}
