package org.tailoff.train.initialise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.BidirectionalParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.initialise.Layer.Place;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.Sample;
import org.tailoff.registry.Architecture;

/**
 * The weights of one layer of a network.
 *
 * @param network the network
 * @param index of the layer, as DL4J counts
 * @param layer its configuration, without the wrappers around it
 * @param tensors its weights; at least one
 */
record LayerWeights(MultiLayerNetwork network, int index, Layer layer, List<WeightTensor> tensors) {
    /** A layer inside its wrappers, and what these put before the keys of its parameters. */
    private record Unwrapped(Layer layer, String prefix) {
        List<String> keys() {
            return WeightLayouts.keys(layer);
        }
    }

    /** All layers that have weights. */
    static List<LayerWeights> of(MultiLayerNetwork network) {
        List<Integer> withWeights = new ArrayList<>();
        for (int index = 0; index < network.getnLayers(); index++) {
            if (unwrapped(configuration(network, index), "").stream()
                    .anyMatch(each -> !each.keys().isEmpty())) {
                withWeights.add(index);
            }
        }
        List<LayerWeights> layers = new ArrayList<>();
        for (int at = 0; at < withWeights.size(); at++) {
            layers.add(of(network, withWeights.get(at), at, withWeights.size()));
        }
        return layers;
    }

    private static LayerWeights of(MultiLayerNetwork network, int index, int at, int count) {
        Layer configuration = configuration(network, index);
        List<WeightTensor> tensors = new ArrayList<>();
        Layer layer = configuration;
        for (Unwrapped inside : unwrapped(configuration, "")) {
            layer = inside.layer();
            Place place = new Place(at, count, name(activation(layer)));
            for (String key : inside.keys()) {
                String name = index + "_" + inside.prefix() + key;
                List<Integer> sizes = Arrays.stream(network.getParam(name).shape())
                        .mapToObj(Math::toIntExact)
                        .toList();
                tensors.add(new WeightTensor(
                        name, words(index, configuration), place, WeightLayouts.of(layer, key, sizes)));
            }
        }
        return new LayerWeights(network, index, layer, tensors);
    }

    private static Layer configuration(MultiLayerNetwork network, int index) {
        return network.getLayerWiseConfigurations().getConf(index).getLayer();
    }

    private static List<Unwrapped> unwrapped(Layer layer, String prefix) {
        if (layer instanceof BaseWrapperLayer wrapper) {
            return unwrapped(wrapper.getUnderlying(), prefix);
        }
        if (layer instanceof FrozenLayer frozen) {
            return unwrapped(frozen.getLayer(), prefix);
        }
        if (layer instanceof Bidirectional both) {
            List<Unwrapped> layers =
                    new ArrayList<>(unwrapped(both.getFwd(), prefix + BidirectionalParamInitializer.FORWARD_PREFIX));
            layers.addAll(unwrapped(both.getBwd(), prefix + BidirectionalParamInitializer.BACKWARD_PREFIX));
            return layers;
        }
        return List.of(new Unwrapped(layer, prefix));
    }

    private static String words(int index, Layer layer) {
        String type = layer.getClass().getSimpleName();
        String name = layer.getLayerName();
        boolean isNamed = name != null && !name.equals("layer" + index); // DL4J's name for those without
        return String.format(Locale.ROOT, "layer %d (%s)", index, isNamed ? name + ", " + type : type);
    }

    private static IActivation activation(Layer layer) {
        if (layer instanceof BaseLayer base) {
            return base.getActivationFn();
        }
        return activationOfSameDiff(layer).getActivationFunction();
    }

    private static Activation activationOfSameDiff(Layer layer) {
        if (layer instanceof LocallyConnected1D local) {
            return local.getActivation();
        }
        if (layer instanceof LocallyConnected2D local) {
            return local.getActivation();
        }
        return layer instanceof RecurrentAttentionLayer attention ? attention.getActivation() : Activation.IDENTITY;
    }

    /** DL4J's name, without the parameters that some put in brackets behind it. */
    private static String name(IActivation activation) {
        return activation.toString().toLowerCase(Locale.ROOT).replaceFirst("\\(.*", "");
    }

    /** What the layer receives and makes of it; empty unless it is dense. */
    Optional<Sample> sample(Supplier<INDArray> examples) {
        WeightTensor tensor = tensors.get(0);
        if (!WeightLayouts.isDense(layer)
                || layer instanceof VariationalAutoencoder
                || !(tensor.layout() instanceof WeightLayout.Matrix matrix)) {
            return Optional.empty();
        }
        LayerShape shape = matrix.shape();
        IActivation function = activation(layer);
        Architecture alone = new Architecture(
                List.of(shape),
                List.of(new Architecture.ActivationFunction(
                        tensor.place().activation(),
                        z -> function.getActivation(Nd4j.createFromArray(new double[][] {z}), false)
                                .toDoubleVector())),
                Optional.of(() -> inputs(examples.get())));
        return alone.firstLayer(List.of(), biases(shape)).sample();
    }

    private double[] biases(LayerShape shape) {
        Map<String, INDArray> parameters = network.getLayer(index).paramTable();
        INDArray biases = parameters.get(DefaultParamInitializer.BIAS_KEY);
        return biases == null
                ? new double[shape.biasCount()]
                : biases.dup().data().asDouble();
    }

    /** One row per example, or per example and time step. */
    private double[][] inputs(INDArray examples) {
        INDArray features = examples.castTo(network.getLayerWiseConfigurations().getDataType());
        INDArray before = index == 0
                ? features
                : network.feedForwardToLayer(index - 1, features, false).get(index);
        InputPreProcessor preProcessor = network.getLayerWiseConfigurations().getInputPreProcess(index);
        INDArray inputs = preProcessor == null
                ? before
                : preProcessor.preProcess(before, Math.toIntExact(features.size(0)), LayerWorkspaceMgr.noWorkspaces());
        INDArray rows = inputs.rank() == 3
                ? inputs.permute(0, 2, 1).dup('c').reshape('c', inputs.size(0) * inputs.size(2), inputs.size(1))
                : inputs;
        return rows.castTo(DataType.DOUBLE).toDoubleMatrix();
    }
}
