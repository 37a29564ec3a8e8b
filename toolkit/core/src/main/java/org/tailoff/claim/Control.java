package org.tailoff.claim;

import org.tailoff.analysis.Estimate;

/**
 * A measurement that must come out as known, or the finding beside it means nothing: it shows that the check sees what
 * it should see, and only that.
 *
 * @param expected what is known of it
 * @param measured what was measured
 */
public record Control(Prediction expected, Estimate measured) {
    /** {@return whether it came out as known: SUPPORTED if so} */
    public Verdict verdict() {
        return Verdict.of(expected, measured);
    }
}
