package org.tailoff.record;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One parameter tensor at the end of an epoch.
 *
 * @param tensor name of the tensor, for example {@code 1_W}
 * @param statistics statistics of its elements
 * @param displacement how far the epoch moved it; absent for epoch 0 and where no weight decay is defined
 * @param inputs root mean squares by kind of input
 * @param distribution quantiles and histogram of its elements
 */
public record TensorEpoch(
        String tensor,
        TensorStatistics statistics,
        Optional<Displacement> displacement,
        InputRms inputs,
        Distribution distribution) {
    /**
     * Checks the name.
     *
     * @param tensor see {@link #tensor()}
     * @param statistics see {@link #statistics()}
     * @param displacement see {@link #displacement()}
     * @param inputs see {@link #inputs()}
     * @param distribution see {@link #distribution()}
     * @throws IllegalArgumentException if {@code tensor} is blank
     */
    public TensorEpoch {
        Checks.requireText(tensor, "tensor");
    }

    /**
     * What decay and gradients did to a tensor in one epoch; f is the decay factor of an epoch, (1 - eta lambda/n)^(n/m).
     *
     * @param decay D = (1-f) ||W(e-1)||, the norm of the way that decay alone would have gone
     * @param drift R = ||W(e) - f W(e-1)||, the norm of the rest
     */
    public record Displacement(double decay, double drift) {}

    /**
     * Root mean square of the weights on dead inputs (zero in every training image) and on the others.
     *
     * @param dead over the weights on dead inputs; absent if there are none
     * @param live over the other weights; absent if dead and live inputs are not told apart for this tensor
     */
    public record InputRms(OptionalDouble dead, OptionalDouble live) {
        /** Neither is known: for biases and for tensors not fed by the images. */
        public static final InputRms NONE = new InputRms(OptionalDouble.empty(), OptionalDouble.empty());
    }
}
