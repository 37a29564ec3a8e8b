package org.tailoff.record;

import java.util.OptionalDouble;
import org.tailoff.text.Checks;

/**
 * How much of a hidden layer is at work at the end of an epoch, over a fixed sample of examples. A unit is a neuron; of
 * a convolution a feature map, of a recurrent layer a neuron over all steps in time.
 *
 * @param layer name of the layer, for example {@code 0}
 * @param saturation fraction in [0, 1] of weighted inputs that are saturated: where the activation function has two
 *     limits (sigmoid, tanh, softsign), |z| &gt; {@link #SATURATED}; where it has one below (ELU, SELU, softplus), z
 *     &lt; -{@link #SATURATED}; where it has flat parts (ReLU below 0, the hard functions at both ends), z on one of
 *     them; 0 where it has none of these (identity, leaky ReLU)
 * @param meanSigmaPrime mean of sigma'(z), the derivative of the layer's activation function
 * @param dead fraction in [0, 1] of units that are dead, that is whose derivative is 0 for every example of the sample,
 *     so that no gradient passes; absent in runs of earlier versions
 * @param weightedInputs their sizes
 */
public record LayerEpoch(
        String layer, double saturation, double meanSigmaPrime, OptionalDouble dead, WeightedInputs weightedInputs) {
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
     * @param dead see {@link #dead()}
     * @param weightedInputs see {@link #weightedInputs()}
     * @throws IllegalArgumentException if {@code layer} is blank, or {@code saturation} or {@code dead} is not in [0,
     *     1]
     */
    public LayerEpoch {
        Checks.requireText(layer, "layer");
        Checks.requireFraction(saturation, "saturation");
        dead.ifPresent(share -> Checks.requireFraction(share, "dead"));
    }

    /**
     * Knows of the weighted inputs' size at most, and of no dead units.
     *
     * @param layer see {@link #layer()}
     * @param saturation see {@link #saturation()}
     * @param meanSigmaPrime see {@link #meanSigmaPrime()}
     * @param rmsZ see {@link WeightedInputs#rms()}
     * @throws IllegalArgumentException as the other constructor
     */
    public LayerEpoch(String layer, double saturation, double meanSigmaPrime, OptionalDouble rmsZ) {
        this(
                layer,
                saturation,
                meanSigmaPrime,
                OptionalDouble.empty(),
                new WeightedInputs(rmsZ, OptionalDouble.empty(), OptionalDouble.empty()));
    }

    /**
     * Root mean square of the weighted inputs z, biases included.
     *
     * @return absent where activations alone are known
     */
    public OptionalDouble rmsZ() {
        return weightedInputs.rms;
    }

    /**
     * How large the weighted inputs z of a layer are, each as a root mean square over the sample's images and the
     * layer's neurons; absent where activations alone are known.
     *
     * @param rms of z, biases included
     * @param independent of what z would be if the inputs were independent of each other and of mean 0: sqrt(mean over
     *     neurons of b^2 + sum_i E x_i^2 w_i^2)
     * @param deltaWeighted of z without biases where the gradient comes from, sqrt(sum delta^2 (z-b)^2 / sum delta^2)
     *     with delta = dC/dz; absent too where every delta is 0
     */
    public record WeightedInputs(OptionalDouble rms, OptionalDouble independent, OptionalDouble deltaWeighted) {
        /** Where activations alone are known. */
        public static final WeightedInputs UNKNOWN =
                new WeightedInputs(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
}
