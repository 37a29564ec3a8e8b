package org.tailoff.published;

import java.util.List;

/**
 * The number of validation images that each of several support vector machines classifies correctly.
 *
 * @param svms their names, smallest training set first; those that were left out because they take long are the last
 */
public record SvmCurve(List<String> svms) implements MeasuredSource {
    /** Copies the names. */
    public SvmCurve {
        svms = List.copyOf(svms);
    }

    @Override
    public List<String> runs() {
        return svms;
    }

    @Override
    public boolean counts() {
        return true;
    }
}
