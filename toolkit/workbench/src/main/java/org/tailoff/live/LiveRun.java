package org.tailoff.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.RunObserver;
import org.tailoff.spec.RunSpec;

/** One run as it goes on: written by the thread that trains it, read by those that answer the browser. */
final class LiveRun implements RunObserver {
    private final RunSpec spec;
    private final Map<String, LiveCurve> norms = new LinkedHashMap<>();
    private List<EpochRecord> epochs = new ArrayList<>();
    private State state = State.WAITING;
    private long done;

    LiveRun(RunSpec spec) {
        this.spec = spec;
    }

    /** How far a run has come. */
    enum State {
        WAITING,
        TRAINING,
        FINISHED
    }

    /**
     * A run at one moment.
     *
     * @param name its name
     * @param state how far it has come
     * @param iterations how many it has in all
     * @param done how many are done
     * @param norms the norm of each weight tensor over the iterations
     */
    record View(String name, State state, long iterations, long done, Map<String, Coordinates> norms) {}

    /**
     * A curve.
     *
     * @param x where its points stand
     * @param y their values; not finite ones are null in JSON
     */
    record Coordinates(double[] x, double[] y) {}

    synchronized void begin() {
        state = State.TRAINING;
    }

    @Override
    public synchronized void iterations(IterationBlock block) {
        int last = block.rows() - 1;
        done = block.iteration(last) + 1;
        for (int tensor = 0; tensor < block.tensors().size(); tensor++) {
            norms.computeIfAbsent(block.tensors().get(tensor), name -> new LiveCurve())
                    .add((double) done, block.value(last, tensor, IterationColumn.NORM));
        }
    }

    @Override
    public synchronized void epoch(EpochRecord epoch) {
        epochs.add(epoch);
        done = Math.max(done, (long) epoch.epoch() * spec.iterationsPerEpoch());
    }

    /** What is stored of a run is all of it, where what was watched of a resumed one is its second part. */
    synchronized void finish(List<EpochRecord> stored) {
        state = State.FINISHED;
        done = spec.iterations();
        epochs = new ArrayList<>(stored);
    }

    /**
     * The epochs from the untrained network on; empty as long as the first ones are unknown, because the run was
     * resumed.
     */
    synchronized List<EpochRecord> epochs() {
        return epochs.isEmpty() || epochs.get(0).epoch() > 0 ? List.of() : List.copyOf(epochs);
    }

    synchronized View view(String name) {
        Map<String, Coordinates> curves = new LinkedHashMap<>();
        norms.forEach((tensor, curve) -> curves.put(tensor, new Coordinates(curve.x(), curve.y())));
        return new View(name, state, spec.iterations(), done, curves);
    }
}
