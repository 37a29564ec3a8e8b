package org.tailoff.record;

import java.util.OptionalDouble;
import org.tailoff.text.Checks;

/**
 * How saturated a hidden layer is at the end of an epoch, over a fixed sample of images.
 *
 * @param layer name of the layer, for example {@code 0}
 * @param saturation fraction in [0, 1] of weighted inputs with |z| &gt; {@link #SATURATED}
 * @param meanSigmaPrime mean of sigma'(z), the derivative of the layer's activation function
 * @param rmsZ root mean square of the weighted inputs z, biases included; absent where activations alone are known
 */
public record LayerEpoch(String layer, double saturation, double meanSigmaPrime, OptionalDouble rmsZ) {
    /**
     * The |z| beyond which a neuron counts as saturated. The book calls it so when its output is near 0 or 1; beyond 5
     * it is within 0.0067.
     */
    public static final double SATURATED = 5;

    /**
     * Checks the arguments.
     *
     * @param layer see {@link #layer()}
     * @param saturation see {@link #saturation()}
     * @param meanSigmaPrime see {@link #meanSigmaPrime()}
     * @param rmsZ see {@link #rmsZ()}
     * @throws IllegalArgumentException if {@code layer} is blank or {@code saturation} is not in [0, 1]
     */
    public LayerEpoch {
        Checks.requireText(layer, "layer");
        Checks.requireFraction(saturation, "saturation");
    }
}
