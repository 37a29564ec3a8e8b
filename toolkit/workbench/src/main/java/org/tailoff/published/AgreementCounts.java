package org.tailoff.published;

import java.util.List;
import java.util.function.ToIntFunction;
import org.tailoff.published.CurveComparison.Agreement;

/**
 * How many published curves, and how many of their points, come out as they were published.
 *
 * @param published every curve that was published
 */
public record AgreementCounts(List<CurveComparison> published) {
    /** Copies the list. */
    public AgreementCounts {
        published = List.copyOf(published);
    }

    /**
     * Counts the curves of several reproductions, without those of ours that stand beside them.
     *
     * @param compared the reproductions
     * @return the counts
     */
    public static AgreementCounts of(List<ComparedReproduction> compared) {
        return new AgreementCounts(ComparedReproduction.curves(compared)
                .filter(comparison -> comparison.series().isPublished())
                .toList());
    }

    /** {@return whether all of them were measured on MNIST, as the published ones} */
    public boolean isComparable() {
        return published.stream().allMatch(CurveComparison::isComparable);
    }

    /** {@return the number of curves} */
    public int curves() {
        return published.size();
    }

    /**
     * Curves that agree as well as this.
     *
     * @param agreement how well
     * @return their number
     */
    public long curves(Agreement agreement) {
        return published.stream()
                .filter(comparison -> comparison.verdict() == agreement)
                .count();
    }

    /** {@return the number of accuracies compared} */
    public int accuracies() {
        return accuracies(CurveComparison::points);
    }

    /** {@return the number of accuracies that are equal} */
    public int equalAccuracies() {
        return accuracies(CurveComparison::exact);
    }

    private int accuracies(ToIntFunction<CurveComparison> count) {
        return published.stream()
                .filter(comparison -> comparison.series().source().counts())
                .mapToInt(count)
                .sum();
    }
}
