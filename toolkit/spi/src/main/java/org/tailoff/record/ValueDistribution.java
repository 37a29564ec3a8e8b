package org.tailoff.record;

import java.util.List;
import org.tailoff.text.Checks;

/**
 * How the elements of a tensor are distributed.
 *
 * @param quantiles quantiles at fixed probabilities
 * @param histogram counts in fixed bins
 */
public record ValueDistribution(Quantiles quantiles, Histogram histogram) {

    /**
     * Quantiles of the elements.
     *
     * @param probabilities fractions in [0, 1]; may be empty
     * @param values the quantile at each probability; as many as probabilities
     */
    public record Quantiles(List<Double> probabilities, List<Double> values) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if the lists differ in length or a probability is not in [0, 1]
         */
        public Quantiles {
            probabilities = List.copyOf(probabilities);
            values = List.copyOf(values);
            probabilities.forEach(p -> Checks.requireFraction(p, "probability"));
            if (values.size() != probabilities.size()) {
                throw new IllegalArgumentException(
                        "values must be as many as the " + probabilities.size() + " probabilities: " + values.size());
            }
        }
    }

    /**
     * Counts of the elements in bins; bin i holds {@code edge(i) <= x < edge(i+1)}, elements outside all bins are not
     * counted.
     *
     * @param edges edges of the bins, increasing; one more than there are bins, or none at all
     * @param counts number of elements in each bin
     */
    public record Histogram(List<Double> edges, List<Long> counts) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if {@code counts.size() != max(0, edges.size() - 1)}
         */
        public Histogram {
            edges = List.copyOf(edges);
            counts = List.copyOf(counts);
            if (counts.size() != Math.max(0, edges.size() - 1)) {
                throw new IllegalArgumentException(
                        "counts must be one fewer than the " + edges.size() + " edges: " + counts.size());
            }
        }
    }
}
