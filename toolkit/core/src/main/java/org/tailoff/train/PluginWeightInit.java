package org.tailoff.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.NamedStreams;
import org.tailoff.registry.Initialisation;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.text.Texts;

/**
 * A weight initialiser of the class path in a DL4J program of your own: {@code .weightInit(new
 * PluginWeightInit("he-normal:slope=0.1"))}. It survives DL4J's JSON, which holds the text alone.
 *
 * <p>Each layer's stream is seeded from ND4J's generator, so the configuration's {@code seed} decides, as for DL4J's
 * own schemes. DL4J asks for weights alone: biases are the configuration's {@code biasInit}, and the initialiser knows
 * neither the layer's place nor data.
 *
 * <p>Nor does DL4J say what kind of layer it asks for. A matrix is taken for that of a dense layer, and an array of
 * three to five dimensions for a convolution {@code [out, in, kernel...]} or a transposed one {@code [in, out,
 * kernel...]} if DL4J's fan-in fits. The depth-wise weights of a separable convolution look like a convolution's and
 * are drawn like that, with all channels in their fan-in; what fits nothing is refused. {@code NetworkWeights} knows
 * every layer.
 */
public final class PluginWeightInit implements IWeightInit {
    private static final long serialVersionUID = 1L;

    private final String initialiser;

    /**
     * Finds the initialiser, so that a wrong name is seen here and not when the network is made.
     *
     * @param initialiser id and values, such as {@code gaussian:stddev=0.5}
     * @throws IllegalArgumentException if there is no such initialiser, or it has no such parameters; one line
     */
    @JsonCreator
    public PluginWeightInit(@JsonProperty("initialiser") String initialiser) {
        this.initialiser = initialiser;
        find();
    }

    private WeightInitialiser find() {
        try (InitialiserRegistry registry = InitialiserRegistry.ofClassPath()) {
            return registry.find(initialiser).initialiser();
        }
    }

    /**
     * Draws the weights into DL4J's memory.
     *
     * @throws IllegalArgumentException if {@code shape} is neither a matrix nor a convolution, or a kind of layer that
     *     the initialiser does not do
     */
    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
        LayerShape layer = layer(fanIn, shape);
        WeightInitialiser found = find();
        Texts.require(
                found.supports(layer.kind()),
                String.format(
                        Locale.ROOT,
                        "weight initialiser '%s' does not do a layer with weights %s: %s",
                        initialiser,
                        Arrays.toString(shape),
                        layer.kind().text()));
        NamedStreams streams = new NamedStreams(Nd4j.getRandom().nextLong());
        double[] weights = Initialisation.of(found, List.of(layer), streams.initialisation())
                .get(0)
                .weights();
        INDArray view = paramView.reshape(order, shape);
        char drawn = shape.length == 2 ? 'f' : 'c';
        view.assign(Nd4j.createFromArray(weights).reshape(drawn, shape).castTo(paramView.dataType()));
        return view;
    }

    private LayerShape layer(double fanIn, long[] shape) {
        List<Integer> sizes = Arrays.stream(shape).mapToObj(Math::toIntExact).toList();
        if (shape.length == 2) {
            return new LayerShape(sizes.get(0), sizes.get(1));
        }
        Texts.require(
                shape.length >= 3 && shape.length <= 5 && isConvolution(fanIn, sizes),
                String.format(
                                Locale.ROOT,
                                "weights for initialiser '%s' must be a fan-in x fan-out matrix or a convolution [out, in, kernel...], were",
                                initialiser)
                        + String.format(Locale.ROOT, " %s of fan-in %s", Arrays.toString(shape), Texts.number(fanIn)));
        return LayerShape.convolution(sizes.get(1), sizes.get(0), sizes.subList(2, sizes.size()));
    }

    /** Of channels times receptive field; DL4J counts the input channels of a transposed convolution, too. */
    private static boolean isConvolution(double fanIn, List<Integer> sizes) {
        int field = sizes.subList(2, sizes.size()).stream().reduce(1, Math::multiplyExact);
        return fanIn == (double) sizes.get(1) * field || fanIn == (double) sizes.get(0) * field;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PluginWeightInit that && initialiser.equals(that.initialiser);
    }

    @Override
    public int hashCode() {
        return Objects.hash(initialiser);
    }

    @Override
    public String toString() {
        return "PluginWeightInit(" + initialiser + ")";
    }
}
