package org.tailoff.svm;

import java.util.Map;
import java.util.TreeMap;
import org.tailoff.run.NamedWork;
import org.tailoff.run.RunExecutor;
import org.tailoff.run.SideWork;

/**
 * Has support vector machines trained, or found, beside runs. They are named and kept by {@link SvmTrainer} and not by
 * the scheduler of the runs: each is one small file instead of a directory, is not resumed, and has other settings.
 */
public final class SvmScheduler implements SideWork {
    private final SvmTrainer trainer;
    private final Map<String, SvmSpec> svms;
    private final SvmListener listener;
    private NamedWork<FinishedSvm> begun;
    private final Map<String, FinishedSvm> finished = new TreeMap<>();

    /**
     * A scheduler; nothing is done yet.
     *
     * @param trainer trains them
     * @param svms the settings by name; may be none
     * @param listener notified of their progress
     */
    public SvmScheduler(SvmTrainer trainer, Map<String, SvmSpec> svms, SvmListener listener) {
        this.trainer = trainer;
        this.svms = Map.copyOf(svms);
        this.listener = listener;
    }

    /** The largest first. */
    @Override
    public void begin(RunExecutor executor) {
        begun = NamedWork.begin(
                "support vector machine",
                svms,
                SvmSpec::trainingImages,
                (name, spec) -> executor.submit(() -> trainer.finished(name, spec, listener, executor::isStopping)));
    }

    @Override
    public void await() throws InterruptedException {
        finished.putAll(begun.await());
    }

    /** {@return the support vector machines that have been waited for, by name} */
    public Map<String, FinishedSvm> finished() {
        return Map.copyOf(finished);
    }
}
