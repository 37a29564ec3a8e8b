package org.tailoff.verify;

import java.util.List;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Finding;
import org.tailoff.figure.Picture;

/**
 * Puts some claims to the test: which runs it needs, what it finds in them, and the figures that show it at a glance.
 */
public interface ClaimTest {
    /**
     * The claims.
     *
     * @return at least one; their ids are unique in the whole argument
     */
    List<Claim> claims();

    /**
     * The experiments whose runs decide them.
     *
     * @return may be empty, where arithmetic or published numbers are enough
     */
    List<Experiment> experiments();

    /**
     * Further experiments, for the figures alone: no verdict depends on them.
     *
     * @return may be empty
     */
    default List<Experiment> pictured() {
        return List.of();
    }

    /**
     * What is found.
     *
     * @param records the runs of all {@link #experiments()}
     * @return at least one finding per claim, the most telling one of each claim first
     */
    List<Finding> examine(ExperimentRuns records);

    /**
     * The figures.
     *
     * @param records the runs of all {@link #experiments()}
     * @return none unless overridden
     */
    default List<Picture> figures(ExperimentRuns records) {
        return List.of();
    }
}
