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
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.tailoff.spec.Activation;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SpecException;
import org.tailoff.spec.TrainingSpec;

/**
 * A configuration of DL4J's, read as a stack of dense layers under plain gradient descent, which the fused engine steps
 * as DL4J does up to rounding; or the first thing that makes it another.
 *
 * @param layers its layers
 * @param unclipped whether DL4J's clipping of sigmoid outputs at 1e-5 in XENT may be left out
 */
record DenseConfiguration(List<NeuralNetConfiguration> layers, boolean unclipped) {
    private static final List<Activation> HIDDEN = List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU);

    /**
     * The same run as a spec says it.
     *
     * @param spec the run, whose network is configured
     * @param configuration its configuration
     * @return the run of a stack of dense layers, for the fused engine; lambda is n times the configuration's l2 or l1
     * @throws SpecException if DL4J would do something else than the fused engine can; one line that names the layer
     */
    static RunSpec of(RunSpec spec, MultiLayerConfiguration configuration) {
        boolean asked = spec.execution().engine() == Engine.FUSED;
        DenseConfiguration dense = new DenseConfiguration(configuration.getConfs(), asked);
        require(
                configuration.getInputPreProcessors().isEmpty(),
                0,
                "have no pre-processor",
                configuration.getInputPreProcessors().values().stream()
                        .map(each -> each.getClass().getSimpleName())
                        .toList());
        TrainingSpec training = new TrainingSpec(
                dense.requirePlain(),
                spec.training().miniBatch(),
                spec.training().epochs(),
                dense.regularisation(spec.data().trainingImages()));
        ExecutionSpec execution =
                spec.execution().by(Engine.FUSED, spec.execution().precision());
        return new RunSpec(dense.network(), training, spec.data(), spec.seeds(), execution);
    }

    private DenseNetwork network() {
        List<Integer> sizes = new ArrayList<>(List.of(size(0, layer(0).getNIn())));
        for (int layer = 0; layer < layers.size(); layer++) {
            sizes.add(size(layer, layer(layer).getNOut()));
        }
        Loss loss = loss();
        return new DenseNetwork(sizes, hidden(), loss.output, loss.cost, ConfiguredNetwork.CONFIGURED);
    }

    /** Checks every layer, and returns the learning rate that all have. */
    private double requirePlain() {
        for (int layer = 0; layer < layers.size(); layer++) {
            requireType(layer);
            requirePlain(layer);
            requirePlainTraining(layer);
        }
        return ((Sgd) layer(0).getIUpdater()).getLearningRate();
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

    private static void require(boolean holds, int layer, String rule, Object was) {
        if (!holds) {
            throw new SpecException(String.format(Locale.ROOT, "layer %d must %s, was %s", layer, rule, was));
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
        require(layer.getIDropout() == null, index, "have no dropout", layer.getIDropout());
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
                layer.getRegularizationBias().isEmpty(),
                index,
                "have biases without regularisation",
                layer.getRegularizationBias());
        require(
                layer.getRegularization().equals(layer(0).getRegularization()),
                index,
                "have the regularisation of layer 0, " + layer(0).getRegularization(),
                layer.getRegularization());
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
        require(
                updater.equals(layer(0).getIUpdater()),
                index,
                "have the updater of layer 0, " + layer(0).getIUpdater(),
                updater);
    }

    private Regularisation regularisation(int trainingExamples) {
        List<Regularization> found = layer(0).getRegularization();
        if (found.isEmpty()) {
            return new Regularisation.None();
        }
        require(found.size() == 1, 0, "have one regularisation at most", found);
        if (found.get(0) instanceof L2Regularization l2 && l2.getL2() instanceof FixedSchedule) {
            return new Regularisation.L2(l2.getL2().valueAt(0, 0) * trainingExamples);
        }
        if (found.get(0) instanceof L1Regularization l1 && l1.getL1() instanceof FixedSchedule) {
            return new Regularisation.L1(l1.getL1().valueAt(0, 0) * trainingExamples);
        }
        throw new SpecException("layer 0 must have a constant l1 or l2, was " + found);
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
        require(
                unclipped || !(layer.getLossFn() instanceof LossBinaryXENT),
                last(),
                "have a loss that is not clipped (engine: fused takes XENT without DL4J's clipping at 1e-5)",
                layer.getLossFn());
        return found.orElseThrow();
    }
}
