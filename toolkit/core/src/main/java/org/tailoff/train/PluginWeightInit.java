package org.tailoff.train;

import java.util.Arrays;
import java.util.List;
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

/**
 * A weight initialiser of the class path in a DL4J program of your own: {@code .weightInit(new
 * PluginWeightInit("he-normal:slope=0.1"))}. It survives DL4J's JSON, which holds the text alone.
 *
 * <p>Each layer's stream is seeded from ND4J's generator, so the configuration's {@code seed} decides, as for DL4J's
 * own schemes. DL4J asks for weights alone: biases are the configuration's {@code biasInit}, and the initialiser knows
 * neither the layer's place nor data. Dense layers only.
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
     * @throws IllegalArgumentException if {@code shape} is no matrix
     */
    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
        if (shape.length != 2) {
            throw new IllegalArgumentException("weights for initialiser '%s' must be a fan-in x fan-out matrix, were %s"
                    .formatted(initialiser, Arrays.toString(shape)));
        }
        LayerShape layer = new LayerShape(Math.toIntExact(shape[0]), Math.toIntExact(shape[1]));
        NamedStreams streams = new NamedStreams(Nd4j.getRandom().nextLong());
        double[] weights = Initialisation.of(find(), List.of(layer), streams.initialisation())
                .get(0)
                .weights();
        INDArray view = paramView.reshape(order, shape);
        view.assign(Nd4j.createFromArray(weights).reshape('f', shape).castTo(paramView.dataType()));
        return view;
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
