package org.tailoff.record;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tailoff.text.Checks;

/**
 * One parameter tensor at the end of an epoch.
 *
 * @param tensor name of the tensor, for example {@code 0_W}
 * @param statistics statistics of its elements
 * @param motion what moves it
 * @param inputs its weights by kind of input
 * @param distribution quantiles and histogram of its elements
 */
public record TensorEpoch(
        String tensor, TensorStatistics statistics, Motion motion, InputRms inputs, ValueDistribution distribution) {
    /**
     * Checks the name.
     *
     * @param tensor see {@link #tensor()}
     * @param statistics see {@link #statistics()}
     * @param motion see {@link #motion()}
     * @param inputs see {@link #inputs()}
     * @param distribution see {@link #distribution()}
     * @throws IllegalArgumentException if {@code tensor} is blank
     */
    public TensorEpoch {
        Checks.requireText(tensor, "tensor");
    }

    /**
     * How far the epoch moved the tensor.
     *
     * @return absent for epoch 0 and where decay is not a constant factor
     */
    public Optional<Displacement> displacement() {
        return motion.displacement();
    }

    /**
     * What moves a tensor.
     *
     * @param displacement how far the epoch moved it; absent for epoch 0 and where decay is not a constant factor
     * @param gradientNorm norm of the gradient of the data cost averaged over the whole training set, at the end of the
     *     epoch; absent in epochs where it is not measured
     */
    public record Motion(Optional<Displacement> displacement, OptionalDouble gradientNorm) {
        /** Nothing is known. */
        public static final Motion UNKNOWN = new Motion(Optional.empty(), OptionalDouble.empty());
    }

    /**
     * What decay and gradients did to a tensor in one epoch; f is the decay factor of an epoch, (1 - eta
     * lambda/n)^(n/m). Of a run that is not measured after every epoch: in the epochs since the last one that was.
     *
     * @param decay D = (1-f) ||W(e-1)||, the norm of the way that decay alone would have gone
     * @param drift R = ||W(e) - f W(e-1)||, the norm of the rest
     */
    public record Displacement(double decay, double drift) {}

    /**
     * The weights on dead inputs (zero in every training image) and on the others.
     *
     * @param dead root mean square of the weights on dead inputs; absent if there are none
     * @param live that of the other weights; absent if dead and live inputs are not told apart for this tensor
     * @param deadRatio smallest and largest w(e)/w(0) of the weights on dead inputs, w(0) being the weight before the
     *     first update; absent if there are none or all began at 0
     */
    public record InputRms(OptionalDouble dead, OptionalDouble live, Optional<ValueRange> deadRatio) {
        /** Neither is known: for biases and for tensors not fed by the images. */
        public static final InputRms NONE =
                new InputRms(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }
}
