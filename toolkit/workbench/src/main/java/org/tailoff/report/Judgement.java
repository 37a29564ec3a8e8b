package org.tailoff.report;

import java.util.Locale;
import org.tailoff.claim.Verdict;
import org.tailoff.published.CurveComparison;

/**
 * A verdict as the page shows it: a word, its meaning, and how it is to look.
 *
 * @param word the verdict
 * @param meaning the verdict for a reader of the book
 * @param look {@code good}, {@code bad} or {@code open}; never the only sign of the verdict
 */
record Judgement(String word, String meaning, String look) {
    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String OPEN = "open";

    static Judgement of(CurveComparison comparison) {
        if (!comparison.series().isPublished()) {
            return new Judgement("not published", "there is nothing to compare with", OPEN);
        }
        if (!comparison.isComparable()) {
            return new Judgement("other data", "not MNIST, so there is nothing to compare with", OPEN);
        }
        return switch (comparison.verdict()) {
            case EXACT -> new Judgement("EXACT", "every point equals the published one", GOOD);
            case MATCH -> new Judgement("MATCH", "every rule of agreement holds", GOOD);
            case MISS -> new Judgement("MISS", "a rule of agreement is broken", BAD);
            case NOT_COMPARED -> new Judgement("not compared", "the run was too short", OPEN);
        };
    }

    /** The verdict on a claim. */
    static Judgement of(Verdict verdict) {
        String word = verdict.name().toLowerCase(Locale.ROOT);
        return switch (verdict) {
            case SUPPORTED -> new Judgement(word, "the measurement says that it is true", GOOD);
            case REFUTED -> new Judgement(word, "the measurement says that it is not true", BAD);
            case INCONCLUSIVE -> new Judgement(word, "the measurement does not decide", OPEN);
        };
    }
}
