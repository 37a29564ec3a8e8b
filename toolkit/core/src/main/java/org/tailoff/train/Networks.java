package org.tailoff.train;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.tailoff.initialise.LayerShape;
import org.tailoff.registry.LayerParameters;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;

/** Turns a spec into a {@link MultiLayerNetwork}. */
final class Networks {
    private Networks() {}

    /** The shapes of a network's layers, first hidden layer first. */
    static List<LayerShape> shapes(DenseNetwork spec) {
        List<LayerShape> shapes = new ArrayList<>();
        for (int layer = 1; layer < spec.layers().size(); layer++) {
            shapes.add(
                    new LayerShape(spec.layers().get(layer - 1), spec.layers().get(layer)));
        }
        return shapes;
    }

    /**
     * A network with plain SGD whose update is book eq. 93: DL4J's {@code l2(x)} adds x w to the gradient, so x is
     * lambda / n.
     */
    static MultiLayerNetwork build(RunSpec spec, List<LayerParameters> initial) {
        DenseNetwork network = spec.dense();
        NeuralNetConfiguration.ListBuilder layers = configuration(spec)
                .updater(new Sgd(spec.training().learningRate()))
                .list();
        List<LayerShape> shapes = shapes(network);
        for (LayerShape shape : shapes.subList(0, shapes.size() - 1)) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(shape.fanIn())
                    .nOut(shape.fanOut())
                    .activation(activation(network.hidden()))
                    .build());
        }
        LayerShape last = shapes.get(shapes.size() - 1);
        layers.layer(new OutputLayer.Builder(loss(network.cost()))
                .nIn(last.fanIn())
                .nOut(last.fanOut())
                .activation(activation(network.output()))
                .build());
        MultiLayerNetwork built = new MultiLayerNetwork(layers.build());
        built.init();
        write(initial, built);
        return built;
    }

    private static NeuralNetConfiguration.Builder configuration(RunSpec spec) {
        double coefficient =
                spec.training().regularisation().coefficient(spec.data().trainingImages());
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                // Nothing is drawn from it; DL4J's default is the time of day, which a kept network would show.
                .seed(0)
                .dataType(spec.execution().precision() == Precision.DOUBLE ? DataType.DOUBLE : DataType.FLOAT)
                .weightInit(WeightInit.ZERO);
        return spec.training().regularisation() instanceof Regularisation.L1
                ? builder.l1(coefficient)
                : builder.l2(coefficient);
    }

    /**
     * Writes initial parameters into the network's flattened buffer, which holds for each layer the weights in Fortran
     * order (column j feeds neuron j), then the biases.
     */
    private static void write(List<LayerParameters> initial, MultiLayerNetwork network) {
        double[] flat = new double[Math.toIntExact(network.numParams())];
        int at = 0;
        for (LayerParameters layer : initial) {
            System.arraycopy(layer.weights(), 0, flat, at, layer.shape().weightCount());
            at += layer.shape().weightCount();
            System.arraycopy(layer.biases(), 0, flat, at, layer.shape().fanOut());
            at += layer.shape().fanOut();
        }
        network.params()
                .assign(Nd4j.createFromArray(flat).reshape(network.params().shape()));
    }

    private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
        return org.nd4j.linalg.activations.Activation.valueOf(activation.name());
    }

    private static ExactLoss loss(Cost cost) {
        return cost == Cost.QUADRATIC ? new ExactQuadratic() : new ExactCrossEntropy();
    }
}
