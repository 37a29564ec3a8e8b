package org.tailoff.report;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tailoff.run.FinishedRun;

/** Under which names runs are stored. */
final class RunIds {
    private RunIds() {}

    /** The name of each run, and that of its directory. */
    static SortedMap<String, String> of(Collection<FinishedRun> runs) {
        SortedMap<String, String> ids = new TreeMap<>();
        runs.forEach(run -> ids.put(run.name(), run.stored().id()));
        return ids;
    }
}
