package org.tailoff.published;

import java.util.List;

/**
 * A published curve, or a few published numbers, its measured counterpart, and the rules by which they agree.
 *
 * @param figure id of the figure that shows it
 * @param name what the curve is, in a few words
 * @param source where ours comes from
 * @param published the book's numbers; of a curve one per epoch; none for a curve of ours that stands beside the book's
 * @param criteria every one must hold
 */
public record PublishedSeries(
        String figure, String name, MeasuredSource source, double[] published, List<Criterion> criteria) {
    /** Copies the curve and the rules. */
    public PublishedSeries {
        published = published.clone();
        criteria = List.copyOf(criteria);
    }

    /** A curve of ours that the book does not have. */
    public static PublishedSeries unpublished(String figure, String name, MeasuredSource source) {
        return new PublishedSeries(figure, name, source, new double[0], List.of());
    }

    @Override
    public double[] published() {
        return published.clone();
    }

    /** {@return whether there is something to compare ours with} */
    public boolean isPublished() {
        return published.length > 0;
    }
}
