package org.tailoff.report;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunIndex;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;

/**
 * The runs of an output directory. Each is opened once, for then every byte of it is read and checked; by many threads,
 * if they like.
 */
public final class OpenedRuns {
    private final Path out;
    private final Map<String, StoredRun> opened = new ConcurrentHashMap<>();

    /**
     * The runs of a directory of which some are open.
     *
     * @param out the output directory
     * @param finished runs of it that have just been opened or recorded; may be empty
     */
    public OpenedRuns(Path out, Collection<FinishedRun> finished) {
        this.out = out;
        finished.forEach(run -> opened.put(run.stored().id(), run.stored()));
    }

    /** The output directory. */
    Path out() {
        return out;
    }

    /**
     * Every finished run, whichever command it was for.
     *
     * @throws org.tailoff.store.RunStoreException if one has changed; names it
     */
    List<FinishedRun> all() {
        return RunStore.at(out.resolve("runs")).finished().stream()
                .map(id -> FinishedRun.reused(RunIndex.name(id), open(id)))
                .toList();
    }

    /**
     * A run.
     *
     * @param id the name of its directory
     * @throws org.tailoff.store.RunStoreException if it is missing or has changed; names it
     */
    StoredRun open(String id) {
        return opened.computeIfAbsent(
                id, each -> StoredRun.open(out.resolve("runs").resolve(each)));
    }
}
