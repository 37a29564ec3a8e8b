package org.tailoff.published;

import java.util.List;

/**
 * The published curves of one reproduction, each beside ours.
 *
 * @param all one entry per series, in the order of {@link Reproduction#series()}
 */
public record CurveComparisons(List<CurveComparison> all) {
    /** Copies the list. */
    public CurveComparisons {
        all = List.copyOf(all);
    }

    /**
     * Puts the curves of finished runs beside the published ones.
     *
     * @param series the published curves
     * @param measured the curves of the finished runs
     * @param sameData whether they were measured on MNIST
     * @return one comparison per series
     */
    public static CurveComparisons of(List<PublishedSeries> series, Curves measured, boolean sameData) {
        return new CurveComparisons(
                series.stream().map(each -> measured.compare(each, sameData)).toList());
    }

    /** The comparison of the series whose counterpart this is. */
    public CurveComparison measuredBy(MeasuredSource source) {
        return all.stream()
                .filter(comparison -> comparison.series().source().equals(source))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no series measured by " + source));
    }

    /** The comparison of the series with this name. */
    public CurveComparison named(String series) {
        return all.stream()
                .filter(comparison -> comparison.series().name().equals(series))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no series '" + series + "'"));
    }
}
