package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The fused step writes where a {@code MultiLayerNetwork} reads. */
final class NetworkMemoryTest {

    private static final DenseStack STACK =
            new DenseStack(List.of(40, 20, 5), List.of(HiddenActivation.TANH), OutputRule.SIGMOID_CROSS_ENTROPY);

    private static MultiLayerNetwork network(DataType precision) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(precision)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(40)
                        .nOut(20)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.XENT)
                        .nIn(20)
                        .nOut(5)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    @ParameterizedTest
    @EnumSource(names = {"DOUBLE", "FLOAT"})
    void stepsAreSeenByTheNetwork(DataType precision) {
        MultiLayerNetwork network = network(precision);
        ArraySource source = ArraySource.random(new SplittableRandom(3), 8, 40, 5);
        FusedNetwork fused = new FusedNetwork(STACK, network.params().data().pointer(), source, 8);
        FusedStep step = new FusedStep(fused, new SgdRule(0.5, SgdRule.Decay.L2, 0.01));
        double[] before = network.params().toDoubleVector();
        for (int t = 0; t < 20; t++) {
            fused.load(source.order(), 0, 8);
            step.step();
        }
        fused.load(source.order(), 0, 8);
        fused.forward();
        double[][] seen =
                network.output(Nd4j.create(source.examples()).castTo(precision)).toDoubleMatrix();
        double[] own = fused.layers()[1].activations;
        for (int k = 0; k < 40; k++) {
            // the same sums of at most 40 terms below 10, in another order
            assertThat(seen[k % 8][k / 8]).isCloseTo(own[k], within(precision == DataType.DOUBLE ? 1e-13 : 1e-4));
        }
        assertThat(network.params().toDoubleVector()).isNotEqualTo(before);
    }
}
