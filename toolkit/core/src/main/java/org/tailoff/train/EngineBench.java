package org.tailoff.train;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.tailoff.data.LabelledExamples;
import org.tailoff.random.Shuffle;
import org.tailoff.record.RunObserver;
import org.tailoff.train.fused.ExampleSource;
import org.tailoff.train.fused.FusedNetwork;
import org.tailoff.train.fused.FusedRules;
import org.tailoff.train.fused.MatrixProducts;
import org.tailoff.train.measure.ParameterMemory;

/** Iterations of a run by themselves, without what a run does between its epochs: what a benchmark times. */
public final class EngineBench {
    private final int iterations;
    private final Runnable preparation;
    private final Runnable work;

    private EngineBench(int iterations, Runnable preparation, Runnable work) {
        this.iterations = iterations;
        this.preparation = preparation;
        this.work = work;
    }

    /**
     * The engine that the run's spec names, an epoch or the beginning of one at a time.
     *
     * @param trainer the run, not yet trained
     * @param observer notified of the recorded iterations and of nothing else
     * @param most how many iterations at a time, at most an epoch
     * @return the iterations
     */
    public static EngineBench ofEngine(Trainer trainer, RunObserver observer, int most) {
        TrainingEngine engine = trainer.engine(observer);
        int iterations = Math.min(most, trainer.spec().iterationsPerEpoch());
        int examples = Math.min(
                iterations * trainer.spec().training().miniBatch(),
                trainer.spec().data().trainingImages());
        int[] order = new int[examples];
        int[] epoch = {0};
        return new EngineBench(
                iterations,
                () -> System.arraycopy(trainer.nextOrder(), 0, order, 0, examples),
                () -> engine.epoch(++epoch[0], order));
    }

    /**
     * DL4J alone, as it is without Tailoff: {@code MultiLayerNetwork.fit} on mini-batches made beforehand, with no
     * listener.
     *
     * @param trainer the run whose network is trained
     * @param most how many iterations at a time, at most an epoch
     * @return the iterations
     */
    public static EngineBench ofPlainFit(Trainer trainer, int most) {
        MultiLayerNetwork network = trainer.network();
        List<DataSet> batches = batches(trainer, most);
        return new EngineBench(batches.size(), () -> {}, () -> batches.forEach(network::fit));
    }

    private static List<DataSet> batches(Trainer trainer, int most) {
        return batches(
                new MiniBatches(
                        trainer.trainingExamples(),
                        trainer.nextOrder(),
                        trainer.spec().training().miniBatch(),
                        trainer.form(),
                        trainer.network().params().dataType()),
                most);
    }

    /**
     * Mini-batches of the first examples of a set, made beforehand.
     *
     * @param examples the set
     * @param most how many mini-batches, at most all there are
     * @param miniBatch examples of each
     * @param type double or float
     * @return the mini-batches in their order
     */
    public static List<DataSet> batches(LabelledExamples examples, int most, int miniBatch, DataType type) {
        int count = (int) Math.min((long) most * miniBatch, examples.count());
        return batches(new MiniBatches(examples, Shuffle.identity(count), miniBatch, InputForm.FLAT, type), most);
    }

    private static List<DataSet> batches(MiniBatches source, int most) {
        List<DataSet> batches = new ArrayList<>();
        while (batches.size() < most && source.hasNext()) {
            batches.add(source.next().copy());
        }
        return batches;
    }

    /**
     * Iterations of another kind.
     *
     * @param iterations how many {@code work} makes, at least 1
     * @param work makes them
     * @return the iterations
     */
    public static EngineBench of(int iterations, Runnable work) {
        return new EngineBench(iterations, () -> {}, work);
    }

    /**
     * The matrix products of the run's steps and nothing else, over all inputs, on its first mini-batch again and
     * again.
     *
     * @param trainer the run whose network is multiplied with
     * @param iterations how many steps at a time
     * @return the iterations
     */
    public static EngineBench ofMatrixProducts(Trainer trainer, int iterations) {
        int miniBatch = trainer.spec().training().miniBatch();
        FusedNetwork network = new FusedNetwork(
                FusedRules.stack(trainer.spec().dense()),
                new ParameterMemory(trainer.network().params()).pointer(),
                new ExampleSource(trainer.trainingExamples()),
                miniBatch);
        network.load(Arrays.copyOf(trainer.nextOrder(), miniBatch), 0, miniBatch);
        MatrixProducts products = new MatrixProducts(network, FusedRules.rule(trainer.spec()), miniBatch);
        return new EngineBench(iterations, () -> {}, () -> repeat(products, iterations, trainer));
    }

    /** Keeps the owner of the parameters, of which the products know the address alone, from being collected. */
    private static void repeat(MatrixProducts products, int times, Trainer owner) {
        try {
            for (int i = 0; i < times; i++) {
                products.run();
            }
        } finally {
            Reference.reachabilityFence(owner);
        }
    }

    /**
     * Number of iterations that {@link #run} makes.
     *
     * @return at least 1
     */
    public int iterations() {
        return iterations;
    }

    /** Does what is not to be timed; to be called before each {@link #run}. */
    public void prepare() {
        preparation.run();
    }

    /** Makes the iterations. */
    public void run() {
        work.run();
    }
}
