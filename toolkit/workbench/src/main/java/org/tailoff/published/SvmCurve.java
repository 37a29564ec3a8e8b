package org.tailoff.published;

import java.util.List;

/**
 * The number of validation images that each of several support vector machines classifies correctly.
 *
 * @param machines their names, smallest training set first; those that were left out because they take long are the
 *     last
 */
public record SvmCurve(List<String> machines) implements MeasuredSource {
    /** Copies the names. */
    public SvmCurve {
        machines = List.copyOf(machines);
    }

    @Override
    public List<String> runs() {
        return machines;
    }

    @Override
    public boolean counts() {
        return true;
    }
}
