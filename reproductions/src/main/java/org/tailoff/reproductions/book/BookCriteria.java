package org.tailoff.reproductions.book;

import org.tailoff.published.Criterion;
import org.tailoff.published.FurtherDraw;
import org.tailoff.published.FurtherDraw.Statistic;

/** Rules of agreement that several groups of figures need; each reason ends up in {@code comparison.json}. */
public final class BookCriteria {
    /**
     * The cost sums up to 50,000 x 10 terms (bound 5e5 x 2^-53 = 6e-11); along a run that is not chaotic the weights'
     * own rounding errors stay at that level, because weight decay and the fall into a minimum contract them.
     */
    private static final double SUMMATION = 1e-9;

    private BookCriteria() {}

    /** {@return the rule for every cost of a run that is not chaotic} */
    public static Criterion costs() {
        return Criterion.relative(
                SUMMATION,
                "costs are float64 sums in another order than NumPy's: at most 5e5 x 2^-53 = 6e-11 apart for the sum itself,"
                        + " and 400 epochs of a run that contracts add no more than that");
    }

    /**
     * The rule for numbers of a session that the book gave no seed.
     *
     * @param statistic what of them is compared
     * @return the rule
     */
    public static Criterion oneDraw(Statistic statistic) {
        return new FurtherDraw(
                statistic,
                "a session without a seed is one draw: the published number must lie where one more draw of ours would"
                        + " in 95 of 100 cases, mean +- t s sqrt(1 + 1/k) over k seeds");
    }
}
