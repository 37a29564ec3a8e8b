package org.tailoff.claim;

import org.tailoff.analysis.Estimate;

/** What the measurement says of a claim. */
public enum Verdict {
    /** The whole confidence interval lies where the claim is true. */
    SUPPORTED,
    /** The whole confidence interval lies where the claim is false. */
    REFUTED,
    /** The interval reaches across the boundary, or the evidence is not of the kind that could decide. */
    INCONCLUSIVE;

    static Verdict of(Prediction prediction, Estimate measured) {
        if (measured.low() >= prediction.low() && measured.high() <= prediction.high()) {
            return SUPPORTED;
        }
        return measured.high() < prediction.low() || measured.low() > prediction.high() ? REFUTED : INCONCLUSIVE;
    }
}
