package org.tailoff.train.initialise;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * DL4J's own weight schemes by name, as in {@code dl4j:XAVIER}, drawn by DL4J's own code from a seed of the given
 * stream.
 *
 * <p>Not all of them have the variance that they name: {@code LECUN_UNIFORM} and {@code VAR_SCALING_UNIFORM_*} draw
 * from U(-3 / sqrt(n), 3 / sqrt(n)), three times 1/n (the 3 belongs under the root); {@code VAR_SCALING_NORMAL_*} cut a
 * normal off at two standard deviations without making up for it, which leaves 0.77 / n. Fan-in and fan-out are those
 * of {@link org.tailoff.initialise.LayerShape}; DL4J itself divides a convolution's fan-out by its strides and takes an
 * embedding's fan-in for 1.
 *
 * @see <a href="https://github.com/deeplearning4j/deeplearning4j">org.deeplearning4j.nn.weights.WeightInit,
 *     1.0.0-M2.1</a>
 */
public final class Dl4jInitialiser implements WeightInitialiser {
    /** As in the enum, whose class is not at hand where a plugin is compiled; DISTRIBUTION needs more than a name. */
    private static final List<String> SCHEMES = List.of(
            "ZERO",
            "ONES",
            "SIGMOID_UNIFORM",
            "NORMAL",
            "LECUN_NORMAL",
            "UNIFORM",
            "XAVIER",
            "XAVIER_UNIFORM",
            "XAVIER_FAN_IN",
            "XAVIER_LEGACY",
            "RELU",
            "RELU_UNIFORM",
            "IDENTITY",
            "LECUN_UNIFORM",
            "VAR_SCALING_NORMAL_FAN_IN",
            "VAR_SCALING_NORMAL_FAN_OUT",
            "VAR_SCALING_NORMAL_FAN_AVG",
            "VAR_SCALING_UNIFORM_FAN_IN",
            "VAR_SCALING_UNIFORM_FAN_OUT",
            "VAR_SCALING_UNIFORM_FAN_AVG");

    @Override
    public String id() {
        return "dl4j";
    }

    @Override
    public String description() {
        return "DL4J's scheme; LECUN_UNIFORM and VAR_SCALING_UNIFORM_* have 3 times the variance they name,"
                + " VAR_SCALING_NORMAL_* 0.77 of it";
    }

    @Override
    public String source() {
        return "Deeplearning4j 1.0.0-M2.1, org.deeplearning4j.nn.weights.WeightInit";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter.Choice("scheme", "XAVIER", SCHEMES, "DL4J's name for it"));
    }

    @Override
    public boolean supports(LayerKind kind) {
        return true;
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return Dl4jSchemes.weights(layer.choice("scheme"), layer.shape(), random.nextLong());
    }
}
