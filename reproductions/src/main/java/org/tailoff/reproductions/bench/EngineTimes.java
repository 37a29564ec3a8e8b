package org.tailoff.reproductions.bench;

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
import org.tailoff.store.RunStore;
import org.tailoff.train.EngineBench;
import org.tailoff.train.Trainer;
import org.tailoff.train.attach.LeNetBench;

/**
 * Times what an iteration costs: in several ways of training, recording nothing and recording everything into a store.
 *
 * <p>All of them are measured in turn, a round at a time, so that a change in the machine's load meets all alike. An
 * epoch's evaluation, its statistics and its checkpoint are no part of the times; waiting until all blocks have been
 * written is.
 */
public final class EngineTimes implements AutoCloseable {
    /** Name of a case beside the engines: the matrix products of a step by themselves. */
    public static final String PRODUCTS = "products";

    /**
     * Name of a case beside the engines: Tailoff's loop around {@code fit}, recording nothing; dl4j alone has
     * mini-batches made before.
     */
    public static final String LOOP = "dl4j loop";

    private static final String DL4J = "dl4j";

    /** Name of the peer. */
    public static final String NUMPY = "numpy";

    private static final int WARM_UP_ROUNDS = 3;
    /** Iterations of DL4J at a time; an epoch of it would take ten seconds. */
    private static final int DL4J_ITERATIONS = 500;
    /** Each takes a tenth of a second. */
    private static final int LENET_ITERATIONS = 20;
    /**
     * Of fused in all sizes: as many iterations as there are this many products of a neuron with an image, so that a
     * round takes a moment.
     */
    private static final int NEURON_IMAGES = 3_000_000;

    private static final RunObserver NOBODY = new RunObserver() {};

    private final BenchRuns runs;
    private final int most;
    private final List<BenchCase> cases = new ArrayList<>();
    private final List<Runnable> closings = new ArrayList<>();

    /** {@code most}: iterations in a round of fused, at most an epoch. */
    private EngineTimes(BenchRuns runs, int most) {
        this.runs = runs;
        this.most = Math.min(most, runs.spec(ExecutionSpec.DEFAULT).iterationsPerEpoch());
    }

    /**
     * Prepares everything in both precisions: the products, both engines and DL4J alone.
     *
     * @param runs what is measured
     * @return the times to be measured
     */
    public static EngineTimes ofEngines(BenchRuns runs) {
        EngineTimes times = new EngineTimes(runs, Integer.MAX_VALUE);
        for (Precision precision : Precision.values()) {
            times.addProducts(precision);
            times.addDl4j(precision);
            times.addFused(precision);
        }
        return times;
    }

    /**
     * Prepares what shows how the time grows with the size: the products and the fused engine in double precision.
     *
     * @param runs what is measured
     * @return the times to be measured
     */
    public static EngineTimes ofGrowth(BenchRuns runs) {
        int neuronImages = runs.size().hidden() * runs.size().miniBatch();
        EngineTimes times = new EngineTimes(runs, Math.max(1, NEURON_IMAGES / neuronImages));
        times.addProducts(Precision.DOUBLE);
        times.addFused(Precision.DOUBLE);
        return times;
    }

    /**
     * Prepares a convolutional network under {@code fit}, recorded and not, in single precision.
     *
     * @param runs where the images and the store are
     * @return the times to be measured
     */
    public static EngineTimes ofLeNet(BenchRuns runs) {
        EngineTimes times = new EngineTimes(runs, Integer.MAX_VALUE);
        LeNetBench lenet = new LeNetBench(runs.data().training(), LENET_ITERATIONS, RunStore.at(runs.directory()));
        times.closings.add(lenet::close);
        String single = name(Precision.FLOAT);
        times.cases.add(BenchCase.unrecorded(DL4J, single, lenet.plain()));
        times.cases.add(BenchCase.recorded(DL4J, single, lenet.recorded(), lenet.recorder()));
        return times;
    }

    /**
     * Adds the peer, in both precisions.
     *
     * @param peer asked for as many iterations as the fused engine makes
     */
    public void add(Peer peer) {
        for (Precision precision : Precision.values()) {
            cases.add(BenchCase.foreign(NUMPY, name(precision), () -> peer.round(precision, most)));
        }
    }

    private void addProducts(Precision precision) {
        EngineBench products = EngineBench.ofMatrixProducts(trainer(Engine.FUSED, precision), most);
        cases.add(BenchCase.unrecorded(PRODUCTS, name(precision), products));
    }

    private void addDl4j(Precision precision) {
        EngineBench fit = EngineBench.ofPlainFit(trainer(Engine.DL4J, precision), DL4J_ITERATIONS);
        cases.add(BenchCase.unrecorded(DL4J, name(precision), fit));
        EngineBench loop = EngineBench.ofEngine(trainer(Engine.DL4J, precision), NOBODY, DL4J_ITERATIONS);
        cases.add(BenchCase.unrecorded(LOOP, name(precision), loop));
        cases.add(recorded(Engine.DL4J, precision, DL4J_ITERATIONS));
    }

    private void addFused(Precision precision) {
        EngineBench fused = EngineBench.ofEngine(trainer(Engine.FUSED, precision), NOBODY, most);
        cases.add(BenchCase.unrecorded("fused", name(precision), fused));
        cases.add(recorded(Engine.FUSED, precision, most));
    }

    private static String name(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    private Trainer trainer(Engine engine, Precision precision) {
        return runs.trainer(runs.spec(new ExecutionSpec(engine, precision, 0)));
    }

    private BenchCase recorded(Engine engine, Precision precision, int iterations) {
        RunSpec spec = runs.spec(new ExecutionSpec(engine, precision, 1));
        Trainer trainer = runs.trainer(spec);
        RunRecorder recorder = runs.recorder(spec, trainer);
        closings.add(recorder::close);
        return BenchCase.recorded(
                engine.name().toLowerCase(Locale.ROOT),
                name(precision),
                EngineBench.ofEngine(trainer, recorder, iterations),
                recorder);
    }

    /**
     * Warms up, then measures.
     *
     * @param epochs how many times each case is measured, at least 1
     * @param listener notified of the number of each round that begins, from 0 for the warm-up
     * @return the medians, the cases of one precision together
     */
    public List<EngineTime> measure(int epochs, IntConsumer listener) {
        listener.accept(0);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            cases.forEach(BenchCase::warmUp);
        }
        for (int round = 1; round <= epochs; round++) {
            listener.accept(round);
            cases.forEach(BenchCase::measure);
        }
        return cases.stream().map(each -> each.time(runs.size())).toList();
    }

    /** Closes the stores. */
    @Override
    public void close() {
        closings.forEach(Runnable::run);
    }
}
