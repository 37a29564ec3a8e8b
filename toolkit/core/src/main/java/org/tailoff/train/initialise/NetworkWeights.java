package org.tailoff.train.initialise;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Sample;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.registry.Initialisation;
import org.tailoff.text.Texts;

/**
 * The weights of any {@link MultiLayerNetwork}, as initialisers see them, and where they are written.
 *
 * <p>An initialiser draws the weights tensor by tensor: layer by layer in the order of the network, and in a layer in
 * the order of DL4J's {@code ParamInitializer.weightKeys}; of a {@code Bidirectional} layer the forward one first.
 * Everything else stays as the configuration has it: biases, with those of forget gates; scale, shift and running
 * statistics of normalisation; slopes of PReLU. The weights of frozen layers are drawn, too: they are frozen as drawn.
 */
public final class NetworkWeights {
    private final MultiLayerNetwork network;
    private final List<LayerWeights> layers;

    private NetworkWeights(MultiLayerNetwork network, List<LayerWeights> layers) {
        this.network = network;
        this.layers = layers;
    }

    /**
     * The weights of a network.
     *
     * @param network an initialised network
     * @return its weights; nothing is changed yet
     * @throws IllegalArgumentException if the network is not initialised
     */
    public static NetworkWeights of(MultiLayerNetwork network) {
        Texts.require(network.isInitCalled(), "network must be initialised: call init() first");
        return new NetworkWeights(network, LayerWeights.of(network));
    }

    /**
     * What initialisers draw, in their order.
     *
     * @return one element per tensor; of layers without weights there is none
     */
    public List<WeightTensor> tensors() {
        return layers.stream().flatMap(layer -> layer.tensors().stream()).toList();
    }

    /**
     * Checks, before anything is drawn, that an initialiser knows all layers that have weights.
     *
     * @param initialiser the rule
     * @throws IllegalArgumentException if not; one line that names each layer it does not do, and why
     */
    public void requireSupported(WeightInitialiser initialiser) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (WeightTensor tensor : tensors()) {
            refusal(initialiser, tensor).ifPresent(why -> refused.putIfAbsent(tensor.layer(), why));
        }
        Texts.require(
                refused.isEmpty(),
                String.format(
                        Locale.ROOT,
                        "weight initialiser '%s' does not do %s",
                        initialiser.id(),
                        refused.entrySet().stream()
                                .map(each -> each.getKey() + ": " + each.getValue())
                                .collect(Collectors.joining("; "))));
    }

    private static Optional<String> refusal(WeightInitialiser initialiser, WeightTensor tensor) {
        if (tensor.layout() instanceof WeightLayout.Matrix matrix) {
            LayerKind kind = matrix.shape().kind();
            return initialiser.supports(kind) ? Optional.empty() : Optional.of(kind.text());
        }
        return Optional.of(((WeightLayout.Unknown) tensor.layout()).why());
    }

    /**
     * Draws all weights and writes them into the network. Dense layers are given a sample, if there are examples: what
     * the layers before them, whose weights are final by then, make of the examples; biases are those of the network,
     * normalisation has not seen any data, and nothing is dropped out. Time steps of a sequence are inputs each on
     * their own.
     *
     * @param initialiser the rule
     * @param random where to draw from; moved on by what the initialiser draws
     * @param examples inputs as the network takes them, the first dimension counting examples; asked for if the
     *     initialiser looks at a sample
     * @throws IllegalArgumentException as {@link #requireSupported}
     * @throws org.tailoff.registry.InitialisationException if the initialiser throws, or returns null, a wrong number
     *     of values, NaN or infinity; the network is as it was
     */
    public void draw(WeightInitialiser initialiser, RandomGenerator random, Optional<Supplier<INDArray>> examples) {
        requireSupported(initialiser);
        if (layers.isEmpty()) {
            return;
        }
        INDArray before = network.params().dup();
        boolean done = false;
        try {
            for (LayerWeights layer : layers) {
                Optional<Sample> sample = examples.flatMap(layer::sample);
                for (WeightTensor tensor : layer.tensors()) {
                    draw(initialiser, random, tensor, sample);
                }
            }
            done = true;
        } finally {
            if (!done) {
                network.params().assign(before);
            }
        }
    }

    private void draw(
            WeightInitialiser initialiser, RandomGenerator random, WeightTensor tensor, Optional<Sample> sample) {
        WeightLayout.Matrix matrix = (WeightLayout.Matrix) tensor.layout();
        Layer layer = new Layer(matrix.shape(), initialiser.parameters(), Optional.of(tensor.place()), sample);
        double[] weights = Initialisation.weights(initialiser, layer, tensor.layer() + " " + tensor.name(), random);
        write(weights, network.getParam(tensor.name()), matrix);
    }

    /** Puts numbers that are neuron by neuron where DL4J looks for them. */
    private static void write(double[] weights, INDArray tensor, WeightLayout.Matrix matrix) {
        long[] sizes = matrix.sizes().stream().mapToLong(Integer::longValue).toArray();
        INDArray used = Arrays.equals(tensor.shape(), sizes) ? tensor : tensor.reshape('c', sizes);
        INDArray neurons =
                used.permute(matrix.axes().stream().mapToInt(Integer::intValue).toArray());
        neurons.assign(
                Nd4j.createFromArray(weights).reshape('c', neurons.shape()).castTo(tensor.dataType()));
    }
}
