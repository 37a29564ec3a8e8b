package org.tailoff.run;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The results of runs some of which may have diverged.
 *
 * @param finished the finished runs by name
 * @param diverged why the others ended, on one line each, by name
 */
public record RunResults(SortedMap<String, FinishedRun> finished, SortedMap<String, String> diverged) {
    /** Copies the maps. */
    public RunResults {
        finished = Collections.unmodifiableSortedMap(new TreeMap<>(finished));
        diverged = Collections.unmodifiableSortedMap(new TreeMap<>(diverged));
    }

    /** Sorts outcomes, each of which may be that of several runs that are equal. */
    static RunResults of(Map<String, RunOutcome> outcomes) {
        SortedMap<String, FinishedRun> finished = new TreeMap<>();
        SortedMap<String, String> diverged = new TreeMap<>();
        outcomes.forEach((name, outcome) -> {
            if (outcome instanceof RunOutcome.Finished done) {
                finished.put(name, done.run().named(name));
            } else if (outcome instanceof RunOutcome.Diverged ended) {
                diverged.put(name, ended.reason());
            }
        });
        return new RunResults(finished, diverged);
    }

    /**
     * Refuses runs that have diverged.
     *
     * @throws RunFailedException if a run has; of several the first by name
     */
    public void requireAllFinished() {
        if (!diverged.isEmpty()) {
            throw new RunFailedException("run", diverged.firstKey(), diverged.get(diverged.firstKey()));
        }
    }
}
