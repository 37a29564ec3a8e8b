package org.tailoff.verify;

import java.util.Map;
import org.tailoff.spec.RunSpec;

/** Runs that differ in their random numbers alone. */
public interface Experiment {
    /**
     * What it is called in findings and figures.
     *
     * @return a short name
     */
    String label();

    /**
     * Its runs, at full length.
     *
     * @param plan says how many
     * @return the specs by name
     */
    Map<String, RunSpec> runs(Plan plan);
}
