package org.tailoff.run;

import org.tailoff.spec.RunSpec;

/** What {@code --quick} makes of a run: the same code path, the first epochs alone. */
public final class QuickRuns {
    /**
     * A quick run stops after this many iterations, or after one epoch if that is longer; what it has measured counts
     * like any other.
     */
    private static final int ITERATIONS = 5000;

    private QuickRuns() {}

    /**
     * The beginning of a run.
     *
     * @param spec the whole run
     * @return the same run, with fewer epochs unless it is short anyway
     */
    public static RunSpec of(RunSpec spec) {
        int epochs = Math.max(1, ITERATIONS / spec.iterationsPerEpoch());
        return spec.withEpochs(Math.min(spec.training().epochs(), epochs));
    }
}
