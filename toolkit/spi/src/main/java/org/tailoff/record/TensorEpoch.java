package org.tailoff.record;

import java.util.List;
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
     * @param gradient the whole training set's gradient at the end of the epoch; absent in epochs where it is not
     *     measured
     */
    public record Motion(Optional<Displacement> displacement, Optional<Gradient> gradient) {
        /** Nothing is known. */
        public static final Motion UNKNOWN = new Motion(Optional.empty(), Optional.empty());

        /**
         * Norm of the whole training set's gradient.
         *
         * @return absent in epochs where it is not measured
         */
        public OptionalDouble gradientNorm() {
            return gradient.isPresent() ? OptionalDouble.of(gradient.get().norm) : OptionalDouble.empty();
        }
    }

    /**
     * The gradient g of the data cost averaged over the whole training set, with respect to a tensor W.
     *
     * @param norm ||g||
     * @param dotWeights &lt;g, W&gt;, the sum of the products of their elements: what a step along -g takes of
     *     ||W||^2/2 to first order
     */
    public record Gradient(double norm, double dotWeights) {}

    /**
     * What decay and gradients did to a tensor in one epoch; f is the decay factor of an epoch, (1 - eta
     * lambda/n)^(n/m). Of a run that is not measured after every epoch: in the epochs since the last one that was.
     *
     * @param decay D = (1-f) ||W(e-1)||, the norm of the way that decay alone would have gone
     * @param drift R = ||W(e) - f W(e-1)||, the norm of the rest
     * @param weights the same weight by weight; absent where nothing decays
     * @param live of the weights on live inputs alone; absent where nothing decays or dead and live inputs are not told
     *     apart for this tensor
     * @param decayedByInput of each input, how many of its weights decay moved further than the rest did; empty where
     *     {@code live} is absent
     */
    public record Displacement(
            double decay,
            double drift,
            Optional<WeightByWeight> weights,
            Optional<WeightByWeight> live,
            List<Long> decayedByInput) {
        /**
         * Copies the list.
         *
         * @param decay see {@link #decay()}
         * @param drift see {@link #drift()}
         * @param weights see {@link #weights()}
         * @param live see {@link #live()}
         * @param decayedByInput see {@link #decayedByInput()}
         */
        public Displacement {
            decayedByInput = List.copyOf(decayedByInput);
        }

        /**
         * The norms alone.
         *
         * @param decay see {@link #decay()}
         * @param drift see {@link #drift()}
         */
        public Displacement(double decay, double drift) {
            this(decay, drift, Optional.empty(), Optional.empty(), List.of());
        }
    }

    /**
     * Decay against the rest, weight by weight: d = (1-f) w(e-1) is the way of decay alone, r = w(e) - f w(e-1) the
     * rest.
     *
     * @param decayFurther the fraction in [0, 1] of the weights with |d| &gt; |r|
     * @param medianRatio the median of |r|/|d|; a weight that was 0 counts as infinite
     */
    public record WeightByWeight(double decayFurther, double medianRatio) {}

    /**
     * The weights on dead inputs (zero in every training image) and on the others.
     *
     * @param dead root mean square of the weights on dead inputs; absent if there are none
     * @param live that of the other weights; absent if dead and live inputs are not told apart for this tensor
     * @param liveMedian median magnitude of the live weights; absent as {@code live}
     * @param deadRatio smallest and largest w(e)/w(0) of the weights on dead inputs, w(0) being the weight before the
     *     first update; absent if there are none or all began at 0
     */
    public record InputRms(
            OptionalDouble dead, OptionalDouble live, OptionalDouble liveMedian, Optional<ValueRange> deadRatio) {
        /** Neither is known: for biases and for tensors not fed by the images. */
        public static final InputRms NONE =
                new InputRms(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

        /**
         * Without the median.
         *
         * @param dead see {@link #dead()}
         * @param live see {@link #live()}
         * @param deadRatio see {@link #deadRatio()}
         */
        public InputRms(OptionalDouble dead, OptionalDouble live, Optional<ValueRange> deadRatio) {
            this(dead, live, OptionalDouble.empty(), deadRatio);
        }
    }
}
