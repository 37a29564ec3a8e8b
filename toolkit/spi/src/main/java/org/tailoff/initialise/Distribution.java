package org.tailoff.initialise;

import org.tailoff.text.Texts;

/**
 * What an initialiser says of the weights it draws, so that the conformance kit can hold it to that: the distribution
 * of a single weight of a layer.
 */
public sealed interface Distribution {
    /**
     * Normal.
     *
     * @param mean the mean
     * @param stddev the standard deviation, above 0
     */
    record Normal(double mean, double stddev) implements Distribution {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if {@code stddev} is not above 0
         */
        public Normal {
            Texts.require(stddev > 0, "stddev must be > 0, was " + stddev);
        }
    }

    /**
     * Uniform between two limits.
     *
     * @param low the lower limit
     * @param high the upper limit, above {@code low}
     */
    record Uniform(double low, double high) implements Distribution {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if {@code high} is not above {@code low}
         */
        public Uniform {
            Texts.require(high > low, "high must be > low = " + low + ", was " + high);
        }
    }

    /**
     * Normal with mean 0, drawn again until it is at most {@code cut} standard deviations from 0.
     *
     * @param stddev the standard deviation before anything is cut off, above 0
     * @param cut in units of {@code stddev}, above 0
     */
    record TruncatedNormal(double stddev, double cut) implements Distribution {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if {@code stddev} or {@code cut} is not above 0
         */
        public TruncatedNormal {
            Texts.require(stddev > 0 && cut > 0, "stddev and cut must be > 0, were " + stddev + ", " + cut);
        }
    }

    /**
     * Exactly 0, but for a share of the weights, which are normal with mean 0.
     *
     * @param share how many are not 0, above 0, at most 1
     * @param stddev the standard deviation of those, above 0
     */
    record SparseNormal(double share, double stddev) implements Distribution {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if {@code share} is not above 0 and at most 1, or {@code stddev} not above 0
         */
        public SparseNormal {
            Texts.require(share > 0 && share <= 1, "share must be in (0, 1], was " + share);
            Texts.require(stddev > 0, "stddev must be > 0, was " + stddev);
        }
    }

    /**
     * Any other shape, of which the first two moments are known.
     *
     * @param mean the mean
     * @param variance the variance, above 0
     */
    record Moments(double mean, double variance) implements Distribution {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if {@code variance} is not above 0
         */
        public Moments {
            Texts.require(variance > 0, "variance must be > 0, was " + variance);
        }
    }

    /** The same numbers every time: nothing is drawn. */
    record Fixed() implements Distribution {}

    /** Nothing is said, and nothing can be tested; right for weights that depend on data. */
    record Undeclared() implements Distribution {}
}
