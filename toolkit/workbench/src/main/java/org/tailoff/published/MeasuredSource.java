package org.tailoff.published;

import java.util.List;

/** Where the measured counterpart of published numbers comes from. */
public sealed interface MeasuredSource permits Curve, LastEpochs, SvmCurve, SeedDraws, Calculation {
    /**
     * The runs, or the support vector machines, it is measured on.
     *
     * @return their names; empty if nothing is trained for it
     */
    List<String> runs();

    /**
     * Whether its numbers are counts of images.
     *
     * @return true for integers that figures show in percent
     */
    boolean counts();
}
