package org.tailoff.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.NetworkSpec;
import org.tailoff.spec.SpecException;

/**
 * A configuration of DL4J's, read as a network of dense layers.
 *
 * <p>Layers, activations and cost are taken from it. Learning rate, weight initialisation, precision and seed are the
 * spec's; what else a spec cannot say, or says elsewhere, is refused rather than left out.
 *
 * @param name what to call the configuration in a message
 * @param layers its layers
 */
record Dl4jConfiguration(String name, List<NeuralNetConfiguration> layers) {
    private static final List<Activation> HIDDEN = List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU);

    /**
     * Reads what {@code MultiLayerConfiguration.toJson} wrote.
     *
     * @throws SpecException if the text is something else
     */
    static Dl4jConfiguration read(String json, String name) {
        MultiLayerConfiguration read = parse(json, name);
        if (!read.getInputPreProcessors().isEmpty()) {
            throw new SpecException(name + ": the network must have no input pre-processors, was "
                    + read.getInputPreProcessors().values());
        }
        return new Dl4jConfiguration(name, read.getConfs());
    }

    private static MultiLayerConfiguration parse(String json, String name) {
        MultiLayerConfiguration read;
        try {
            read = MultiLayerConfiguration.fromJson(json);
        } catch (RuntimeException e) {
            throw new SpecException(name + ": must be what MultiLayerConfiguration.toJson writes, "
                    + e.toString().lines().findFirst().orElseThrow());
        }
        if (read == null || read.getConfs() == null || read.getConfs().isEmpty()) {
            throw new SpecException(name + ": must be what MultiLayerConfiguration.toJson writes, has no layers");
        }
        return read;
    }

    /**
     * The network, to be initialised by {@code initialiser}.
     *
     * @throws SpecException if it is not a stack of dense layers with one hidden activation and a cost of the spec's,
     *     or trained in another way than by plain gradient descent; names the layer
     */
    NetworkSpec network(String initialiser) {
        for (int layer = 0; layer < layers.size(); layer++) {
            requireType(layer);
            requirePlain(layer);
            requirePlainTraining(layer);
        }
        List<Integer> sizes = new ArrayList<>(List.of(size(0, layer(0).getNIn())));
        for (int layer = 0; layer < layers.size(); layer++) {
            require(
                    layer(layer).getNIn() == sizes.get(layer),
                    layer,
                    "have nIn = " + sizes.get(layer) + ", the neurons of the layer before",
                    layer(layer).getNIn());
            sizes.add(size(layer, layer(layer).getNOut()));
        }
        return new NetworkSpec(sizes, hidden(), output(), cost(), initialiser);
    }

    private int last() {
        return layers.size() - 1;
    }

    private FeedForwardLayer layer(int index) {
        return (FeedForwardLayer) layers.get(index).getLayer();
    }

    private int size(int layer, long size) {
        require(size >= 1 && size <= Integer.MAX_VALUE, layer, "have nIn and nOut of at least 1", size);
        return (int) size;
    }

    private void require(boolean holds, int layer, String rule, Object was) {
        if (!holds) {
            throw new SpecException("%s: layer %d must %s, was %s".formatted(name, layer, rule, was));
        }
    }

    private void requireType(int index) {
        Class<?> wanted = index == last() ? OutputLayer.class : DenseLayer.class;
        Class<?> found = layers.get(index).getLayer().getClass();
        require(found == wanted, index, "be of type " + wanted.getSimpleName(), found.getSimpleName());
    }

    /** What a layer may have beside weights, biases and an activation. */
    private void requirePlain(int index) {
        FeedForwardLayer layer = layer(index);
        boolean biases = layer instanceof DenseLayer dense ? dense.isHasBias() : ((OutputLayer) layer).isHasBias();
        require(biases, index, "have biases", "hasBias = false");
        require(!(layer instanceof DenseLayer dense && dense.isHasLayerNorm()), index, "have no layer norm", true);
        require(layer.getIDropout() == null, index, "leave dropout to network.dropout", layer.getIDropout());
        require(layer.getWeightNoise() == null, index, "have no weight noise", layer.getWeightNoise());
        require(
                layer.getConstraints() == null || layer.getConstraints().isEmpty(),
                index,
                "have no constraints",
                layer.getConstraints());
    }

    private void requirePlainTraining(int index) {
        BaseLayer layer = layer(index);
        requireSgd(index, layer.getIUpdater());
        requireSgd(index, layer.getBiasUpdater() == null ? layer.getIUpdater() : layer.getBiasUpdater());
        require(
                layer.getRegularization().isEmpty()
                        && layer.getRegularizationBias().isEmpty(),
                index,
                "leave regularisation to training.regularisation",
                layer.getRegularization().isEmpty() ? layer.getRegularizationBias() : layer.getRegularization());
        GradientNormalization normalisation = layer.getGradientNormalization();
        require(
                normalisation == null || normalisation == GradientNormalization.None,
                index,
                "have no gradient normalisation",
                normalisation);
        NeuralNetConfiguration around = layers.get(index);
        require(
                around.getOptimizationAlgo() == OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT,
                index,
                "be trained by STOCHASTIC_GRADIENT_DESCENT",
                around.getOptimizationAlgo());
        require(around.isMiniBatch(), index, "have miniBatch = true, the mean gradient of a mini-batch", false);
    }

    private void requireSgd(int index, IUpdater updater) {
        require(
                updater instanceof Sgd sgd && sgd.getLearningRateSchedule() == null,
                index,
                "have the updater Sgd of constant learning rate",
                updater);
    }

    private Optional<Activation> activation(int index) {
        IActivation function = layer(index).getActivationFn();
        return Arrays.stream(Activation.values())
                .filter(each -> org.nd4j.linalg.activations.Activation.valueOf(each.name())
                        .getActivationFunction()
                        .equals(function))
                .findFirst();
    }

    private Activation hidden() {
        for (int layer = 0; layer < last(); layer++) {
            Optional<Activation> found = activation(layer);
            require(
                    found.filter(HIDDEN::contains).isPresent(),
                    layer,
                    "have one of the activations sigmoid, tanh, relu",
                    layer(layer).getActivationFn());
            require(
                    found.equals(activation(0)),
                    layer,
                    "have the activation of layer 0, " + layer(0).getActivationFn(),
                    layer(layer).getActivationFn());
        }
        return last() == 0 ? Activation.SIGMOID : activation(0).orElseThrow();
    }

    private Activation output() {
        return loss().output;
    }

    private Cost cost() {
        return loss().cost;
    }

    /** Losses of DL4J's that are costs of a spec, with the activation for which they are. */
    private enum Loss {
        SIGMOID_CROSS_ENTROPY(Activation.SIGMOID, Cost.CROSS_ENTROPY) {
            @Override
            boolean is(ILossFunction loss) {
                return loss instanceof ExactCrossEntropy
                        || (loss instanceof LossBinaryXENT xent && xent.getWeights() == null);
            }
        },
        SOFTMAX_LOG_LIKELIHOOD(Activation.SOFTMAX, Cost.CROSS_ENTROPY) {
            @Override
            boolean is(ILossFunction loss) {
                return loss instanceof ExactCrossEntropy
                        || (loss instanceof LossMCXENT xent && xent.getWeights() == null);
            }
        },
        SIGMOID_QUADRATIC(Activation.SIGMOID, Cost.QUADRATIC) {
            @Override
            boolean is(ILossFunction loss) {
                return loss instanceof ExactQuadratic;
            }
        };

        private final Activation output;
        private final Cost cost;

        Loss(Activation output, Cost cost) {
            this.output = output;
            this.cost = cost;
        }

        abstract boolean is(ILossFunction loss);
    }

    private Loss loss() {
        OutputLayer layer = (OutputLayer) layer(last());
        Optional<Loss> found = Arrays.stream(Loss.values())
                .filter(each -> each.is(layer.getLossFn())
                        && activation(last()).filter(each.output::equals).isPresent())
                .findFirst();
        require(
                found.isPresent(),
                last(),
                "have unweighted XENT or ExactQuadratic with sigmoid outputs, or MCXENT or NEGATIVELOGLIKELIHOOD with softmax",
                layer.getLossFn() + " with "
                        + layer.getActivationFn().toString().toLowerCase(Locale.ROOT));
        return found.orElseThrow();
    }
}
