package org.tailoff.reproductions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.tailoff.record.RunObserver;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunRecorder;
import org.tailoff.train.EngineBench;
import org.tailoff.train.Trainer;

/**
 * Times what an iteration costs: both engines, in both precisions, recording nothing and recording everything into a store.
 *
 * <p>One process measures all of them in turn, a round at a time, so that a change in the machine's load meets all alike. An epoch's
 * evaluation, its statistics and its checkpoint are no part of the times; waiting until all blocks have been written is.
 */
public final class EngineTimes implements AutoCloseable {
    /** Name of a case beside the engines: the matrix products of a step by themselves. */
    public static final String PRODUCTS = "products";

    /** Name of a case beside the engines: Tailoff's loop around {@code fit}, recording nothing; dl4j alone has mini-batches made before. */
    public static final String LOOP = "dl4j loop";

    private static final int WARM_UP_ROUNDS = 3;
    /** Iterations of DL4J at a time; an epoch of it would take ten seconds. */
    private static final int DL4J_ITERATIONS = 500;

    private static final RunObserver NOBODY = new RunObserver() {};

    private final BenchRuns runs;
    private final List<BenchCase> cases = new ArrayList<>();
    private final List<RunRecorder> recorders = new ArrayList<>();

    /**
     * Prepares all cases.
     *
     * @param runs what is measured
     */
    public EngineTimes(BenchRuns runs) {
        this.runs = runs;
        for (Precision precision : Precision.values()) {
            String name = precision.name().toLowerCase(Locale.ROOT);
            Trainer fit = trainer(Engine.DL4J, precision);
            Trainer fused = trainer(Engine.FUSED, precision);
            int epoch = runs.spec(ExecutionSpec.DEFAULT).iterationsPerEpoch();
            EngineBench products = EngineBench.ofMatrixProducts(trainer(Engine.FUSED, precision), epoch);
            cases.add(BenchCase.unrecorded(PRODUCTS, name, products));
            cases.add(BenchCase.unrecorded("dl4j", name, EngineBench.ofPlainFit(fit, DL4J_ITERATIONS)));
            EngineBench loop = EngineBench.ofEngine(trainer(Engine.DL4J, precision), NOBODY, DL4J_ITERATIONS);
            cases.add(BenchCase.unrecorded(LOOP, name, loop));
            cases.add(recorded(Engine.DL4J, precision, DL4J_ITERATIONS));
            cases.add(BenchCase.unrecorded("fused", name, EngineBench.ofEngine(fused, NOBODY, epoch)));
            cases.add(recorded(Engine.FUSED, precision, epoch));
        }
    }

    private Trainer trainer(Engine engine, Precision precision) {
        return runs.trainer(runs.spec(new ExecutionSpec(engine, precision, 0)));
    }

    private BenchCase recorded(Engine engine, Precision precision, int iterations) {
        RunSpec spec = runs.spec(new ExecutionSpec(engine, precision, 1));
        Trainer trainer = runs.trainer(spec);
        RunRecorder recorder = runs.recorder(spec, trainer);
        recorders.add(recorder);
        return BenchCase.recorded(
                engine.name().toLowerCase(Locale.ROOT),
                precision.name().toLowerCase(Locale.ROOT),
                EngineBench.ofEngine(trainer, recorder, iterations),
                recorder);
    }

    /**
     * Warms up, then measures.
     *
     * @param epochs how many times each case is measured, at least 1
     * @param watcher told the number of each round that begins, from 0 for the warm-up
     * @return the medians, the cases of one precision together
     */
    public List<EngineTime> measure(int epochs, IntConsumer watcher) {
        watcher.accept(0);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            cases.forEach(BenchCase::warmUp);
        }
        for (int round = 1; round <= epochs; round++) {
            watcher.accept(round);
            cases.forEach(BenchCase::measure);
        }
        return cases.stream().map(BenchCase::time).toList();
    }

    /** Closes the stores. */
    @Override
    public void close() {
        recorders.forEach(RunRecorder::close);
    }
}
