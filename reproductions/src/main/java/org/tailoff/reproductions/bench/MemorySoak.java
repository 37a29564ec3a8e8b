package org.tailoff.reproductions.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.Observers;
import org.tailoff.record.Provenance;
import org.tailoff.record.RunObserver;
import org.tailoff.run.Continuation;
import org.tailoff.run.RunEnvironment;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunRecorder;
import org.tailoff.train.Trainer;
import org.tailoff.train.platform.RunClock;

/** A long run, everything recorded and stored, to see whether memory grows. */
public final class MemorySoak {
    private static final long ITERATIONS = 1_000_000;
    private static final int FIRST_EPOCH = 3;
    private static final int EPOCHS_BETWEEN = 10;

    private MemorySoak() {}

    /**
     * Trains for a million iterations with the fused engine in double precision and finishes the run.
     *
     * @param runs what is trained
     * @param reader notified of the memory in use at iteration 15,000 and then every 50,000 iterations
     */
    public static void run(BenchRuns runs, Consumer<MemoryUse> reader) {
        RunSpec one = runs.spec(ExecutionSpec.DEFAULT);
        RunSpec spec = one.withEpochs(Math.toIntExact(ITERATIONS / one.iterationsPerEpoch()));
        Continuation beginning = new Continuation(Optional.empty(), RunClock.start(List.of()));
        Trainer trainer = runs.trainer(spec);
        try (RunRecorder recorder = runs.recorder(spec, trainer)) {
            RunObserver observer =
                    Observers.of(List.of(recorder, new MemoryObserver(one.iterationsPerEpoch(), reader)));
            trainer.train(observer, Optional.empty(), state -> recorder.checkpoint(beginning.checkpoint(state)));
            trainer.kept().ifPresent(recorder::keep);
            recorder.finish(
                    new Provenance(RunEnvironment.engine(spec), Provenance.UNKNOWN, List.of(), beginning.parts()));
        }
        reader.accept(MemoryUse.after(ITERATIONS));
    }

    /**
     * Reads memory after some epochs.
     *
     * @param iterations of an epoch
     * @param reader given each reading
     */
    private record MemoryObserver(long iterations, Consumer<MemoryUse> reader) implements RunObserver {
        @Override
        public void epoch(EpochRecord record) {
            int epoch = record.epoch();
            if (epoch == FIRST_EPOCH || (epoch > 0 && epoch % EPOCHS_BETWEEN == 0)) {
                reader.accept(MemoryUse.after(epoch * iterations));
            }
        }
    }
}
