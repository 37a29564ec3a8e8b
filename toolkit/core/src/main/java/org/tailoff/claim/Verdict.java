package org.tailoff.claim;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailoff.analysis.Estimate;

/** What the measurement says of a claim. */
public enum Verdict {
    /** The whole confidence interval lies where the claim is true. */
    SUPPORTED,
    /** The whole confidence interval lies where the claim is false. */
    REFUTED,
    /** The interval reaches across the boundary, or the evidence is not of the kind that could decide. */
    INCONCLUSIVE;

    /**
     * How often each verdict was given, those that were not left out.
     *
     * @param given the verdicts, in any order
     * @return for example {@code 14 supported, 2 inconclusive}; empty for none
     */
    public static String counts(List<Verdict> given) {
        return Stream.of(values())
                .filter(given::contains)
                .map(verdict -> Collections.frequency(given, verdict) + " "
                        + verdict.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    static Verdict of(Prediction prediction, Estimate measured) {
        if (measured.low() >= prediction.low() && measured.high() <= prediction.high()) {
            return SUPPORTED;
        }
        return measured.high() < prediction.low() || measured.low() > prediction.high() ? REFUTED : INCONCLUSIVE;
    }
}
