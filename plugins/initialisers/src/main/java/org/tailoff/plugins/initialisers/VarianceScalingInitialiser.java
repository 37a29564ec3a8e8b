package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * Variance scale / n, n the fan-in, the fan-out or their mean; truncated normal at two deviations, normal or uniform.
 *
 * @see <a href="https://keras.io/api/layers/initializers/#variancescaling-class">Keras, VarianceScaling</a>
 */
public final class VarianceScalingInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "variance-scaling";
    }

    @Override
    public String description() {
        return "weights of variance scale/n with scale 1 and n fan-in, truncated normal at two deviations; biases 0";
    }

    @Override
    public String source() {
        return "Keras, VarianceScaling";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameters.positive("scale", "the variance times n"),
                new Parameter.Choice("mode", "fan-in", List.of("fan-in", "fan-out", "fan-avg"), "what n is"),
                new Parameter.Choice("shape", "truncated", List.of("truncated", "normal", "uniform"), "of the draws"));
    }

    @Override
    public boolean supports(LayerKind kind) {
        return true;
    }

    @Override
    public Distribution distribution(Layer layer) {
        return switch (layer.choice("shape")) {
            case "normal" -> new Distribution.Normal(0, stddev(layer));
            case "uniform" -> Draws.uniformOf(stddev(layer));
            default -> Draws.truncatedOf(stddev(layer));
        };
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return Draws.from(distribution(layer), layer.weightCount(), random);
    }

    private static double stddev(Layer layer) {
        String mode = layer.choice("mode");
        double in = mode.equals("fan-out") ? layer.fanOut() : layer.fanIn();
        double out = mode.equals("fan-in") ? layer.fanIn() : layer.fanOut();
        return Math.sqrt(layer.real("scale") / ((in + out) / 2));
    }
}
