package org.tailoff.plugins.initialisers;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/**
 * For rectifiers, which keep half the variance: twice LeCun's variance, less for a leaky one. The paper draws plain normals;
 * nothing is cut off.
 *
 * <p>Normal: weights N(0, s^2) with s^2 = 2 gain^2 / ((1 + slope^2) fan-in).
 *
 * @see <a href="https://doi.org/10.1109/ICCV.2015.123">He, Zhang, Ren and Sun 2015, Delving deep into rectifiers, eq. 10, and 15
 *     for the slope</a>
 */
public final class HeNormalInitialiser implements WeightInitialiser {
    @Override
    public String id() {
        return "he-normal";
    }

    @Override
    public String description() {
        return "weights N(0, s^2) with s^2 = 2 gain^2 / ((1 + slope^2) fan-in), biases 0";
    }

    @Override
    public String source() {
        return "He, Zhang, Ren and Sun 2015, Delving deep into rectifiers, eq. 10 and 15";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Real("slope", 0, 0, 1, "of a leaky rectifier below 0"),
                Parameters.positive("gain", "the weights are multiplied by it"));
    }

    @Override
    public boolean supports(LayerKind kind) {
        return true;
    }

    @Override
    public Distribution distribution(Layer layer) {
        return new Distribution.Normal(0, Math.sqrt(variance(layer)));
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return Draws.normal(layer.weightCount(), Math.sqrt(variance(layer)), random);
    }

    private static double variance(Layer layer) {
        double gain = layer.real("gain");
        double slope = layer.real("slope");
        return 2 * gain * gain / ((1 + slope * slope) * layer.fanIn());
    }
}
