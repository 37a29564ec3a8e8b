package org.tailoff.analysis;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.tailoff.text.Checks;

/** The price of asking many questions of the same runs: Holm's correction of p-values. */
public final class Holm {
    private Holm() {}

    /**
     * Holm-Bonferroni adjusted p-values: with {@code p_(1) <= ... <= p_(m)}, the i-th smallest becomes max over
     * {@code j <= i} of min(1, (m - j + 1) p_(j)).
     *
     * <p>Rejecting where the adjusted value is below alpha keeps the probability of any false rejection among the m at
     * alpha or below, whatever the dependence between them. Source: Holm, "A simple sequentially rejective multiple
     * test procedure", Scandinavian Journal of Statistics 6 (1979).
     *
     * @param p p-values, each in [0, 1]; may be empty, is not changed
     * @return the adjusted p-values, in the order of {@code p}
     * @throws IllegalArgumentException if a value is NaN or outside [0, 1]
     */
    public static double[] adjusted(double... p) {
        Checks.requireFractions(p, "p");
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * p[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
