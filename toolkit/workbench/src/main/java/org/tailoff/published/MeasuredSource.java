package org.tailoff.published;

import java.util.List;

/** Where the measured counterpart of published numbers comes from. */
public sealed interface MeasuredSource permits EpochCurve, LastEpochs, SvmCurve, SeedDraws, Calculation {
    /**
     * The runs, or the support vector machines, it is measured on.
     *
     * @return their names; empty if nothing is trained for it
     */
    List<String> runs();

    /**
     * Whether its numbers are counts of examples.
     *
     * @return true for integers that figures show in percent
     */
    boolean counts();

    /**
     * Whether ours is the mean of draws, each of which the rules look at; else they look at ours and its replicas.
     *
     * @return false but for {@link SeedDraws}
     */
    default boolean isMeanOfDraws() {
        return false;
    }

    /**
     * Takes its numbers from finished runs and machines.
     *
     * @param measured the runs and machines; those that were cut short have fewer numbers
     * @return the numbers
     * @throws IllegalArgumentException if a run is not among them
     */
    Counterpart in(Curves measured);

    /**
     * The numbers beside published ones.
     *
     * @param ours one per published number, or fewer
     * @param replicas the same of each replica, or each draw; empty for most
     * @param examples size of the set of examples that they are about
     */
    record Counterpart(Measured ours, List<double[]> replicas, int examples) {
        /** Copies the list. */
        public Counterpart {
            replicas = List.copyOf(replicas);
        }
    }
}
