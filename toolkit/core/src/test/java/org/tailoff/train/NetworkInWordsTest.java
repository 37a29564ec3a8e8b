package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.tailoff.spec.NetworkInWords;

/** The words for what DL4J itself writes of a configuration, as YAML and as JSON. */
class NetworkInWordsTest {
    private static OutputLayer.Builder output() {
        return new OutputLayer.Builder(LossFunction.MCXENT).nOut(10).activation(Activation.SOFTMAX);
    }

    private static NetworkInWords words(MultiLayerConfiguration configuration) {
        NetworkInWords words = NetworkInWords.read(configuration.toYaml()).orElseThrow();
        assertThat(NetworkInWords.read(configuration.toJson())).contains(words);
        return words;
    }

    @Test
    void ofAConvolutionalNetwork() {
        NetworkInWords words = words(new NeuralNetConfiguration.Builder()
                .updater(new Adam(1e-3))
                .l2(1e-4)
                .weightInit(WeightInit.RELU)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .nOut(20)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new BatchNormalization())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(2, 2)
                        .build())
                .layer(new DropoutLayer(0.5))
                .layer(new DenseLayer.Builder()
                        .nOut(500)
                        .activation(Activation.TANH)
                        .build())
                .layer(output().build())
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build());
        assertThat(words.network())
                .isEqualTo("convolution 5x5x20, batch normalisation, ReLU, max pooling 2x2, dropout, dense 500 tanh,"
                        + " output 10 softmax");
        assertThat(words.training()).isEqualTo("Adam 0.001, L2 1.0E-4");
        assertThat(words.initialisers()).containsExactly("Relu");
    }

    @Test
    void ofARecurrentNetworkWhoseLayersDiffer() {
        NetworkInWords words = words(new NeuralNetConfiguration.Builder()
                .updater(new Sgd(0.1))
                .list()
                .layer(new LSTM.Builder()
                        .nOut(7)
                        .activation(Activation.TANH)
                        .updater(new Nesterovs(new StepSchedule(ScheduleType.EPOCH, 0.1, 0.5, 10), 0.9))
                        .build())
                .layer(new LastTimeStep(new SimpleRnn.Builder()
                        .nOut(4)
                        .l1(0.01)
                        .l2(0.5)
                        .activation(Activation.IDENTITY)
                        .build()))
                .layer(output().weightDecay(0.25).build())
                .setInputType(InputType.recurrent(3))
                .build());
        assertThat(words.network()).isEqualTo("LSTM 7 tanh, last time step of simple rnn 4, output 10 softmax");
        assertThat(words.updaters()).containsExactly("Nesterovs StepSchedule", "Sgd 0.1");
        assertThat(words.regularisations()).hasSize(2).contains("weight decay 0.25");
        assertThat(words.regularisations().get(0)).contains("L1 0.01", "L2 0.5", " + ");
    }

    @Test
    void ofLayersWithoutWeights() {
        NetworkInWords words = words(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new GlobalPoolingLayer())
                .layer(output().nIn(3).build())
                .build());
        assertThat(words.network()).isEqualTo("global pooling, output 10 softmax");
        assertThat(words.training()).isEqualTo("Sgd 0.001, no regularisation");
    }

    @Test
    void ofAnythingElseThereAreNone() {
        assertThat(NetworkInWords.read("name: sample\n")).isEmpty();
        assertThat(NetworkInWords.read("")).isEmpty();
        assertThat(NetworkInWords.read("confs: [1, {layer: 2}]")).isEmpty();
        assertThat(NetworkInWords.read("a: [")).isEmpty();
    }
}
