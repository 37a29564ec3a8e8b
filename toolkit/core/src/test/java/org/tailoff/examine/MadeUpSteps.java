package org.tailoff.examine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.Provenance;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueRange;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;
import org.tailoff.store.ValueType;
import org.tailoff.train.platform.RunClock;

/**
 * One tensor of 40 weights under steps that a test makes up, with its weights kept: the oracle of what is told from the
 * norms that are recorded. Steps are u = -q(t) W + s with s = -eta g; g is Gaussian, with a part along W.
 */
final class MadeUpSteps {
    static final int WEIGHTS = 40;
    private static final double ETA = 0.1;

    /** By L1, -q sgn W instead of -q W; the decay's part unknown; or as it says. */
    enum Kind {
        SHARE,
        L1,
        UNKNOWN
    }

    /** What was done, before each step: every weight, the gradient's part of the step, q. */
    record Step(double[] weights, double[] gradientStep, double q) {}

    final List<Step> steps = new ArrayList<>();
    private final Kind kind;
    private final LongToDoubleFunction q;
    private final int every;
    private final int stepsPerEpoch;
    private final int epochs;
    private final double inwards;

    /** Steps of a share q(t) of the weights, of which every so manieth is recorded. */
    MadeUpSteps(Kind kind, LongToDoubleFunction q, int every, int stepsPerEpoch, int epochs, double inwards) {
        this.kind = kind;
        this.q = q;
        this.every = every;
        this.stepsPerEpoch = stepsPerEpoch;
        this.epochs = epochs;
        this.inwards = inwards;
    }

    /** Makes the steps from a seed and stores them. */
    StoredRun store(Path directory, long seed) {
        Random random = new Random(seed);
        double[] w = random.doubles(WEIGHTS, -1, 1).toArray();
        RunStore store = RunStore.at(directory);
        RunSetup setup = new RunSetup("made-up", "a made-up network", List.of("0_W"), ValueType.DOUBLE);
        try (RunRecorder recorder = store.open(setup)) {
            recorder.epoch(epoch(0, w, w, 1));
            for (int epoch = 1; epoch <= epochs; epoch++) {
                double[] start = w;
                double kept = 1;
                for (int i = 0; i < stepsPerEpoch; i++) {
                    long t = (epoch - 1L) * stepsPerEpoch + i;
                    double[] before = w;
                    double share = q.applyAsDouble(t);
                    double[] s = IntStream.range(0, WEIGHTS)
                            .mapToDouble(k -> ETA * (0.3 * random.nextGaussian() + inwards * before[k]))
                            .toArray();
                    w = IntStream.range(0, WEIGHTS)
                            .mapToDouble(k ->
                                    before[k] + s[k] - share * (kind == Kind.L1 ? Math.signum(before[k]) : before[k]))
                            .toArray();
                    kept *= 1 - share;
                    steps.add(new Step(before, s, share));
                    if (t % every == 0) {
                        recorder.iterations(
                                IterationBlock.copyOf(epoch, List.of("0_W"), new long[] {t}, row(before, w, s, share)));
                    }
                }
                recorder.epoch(epoch(epoch, start, w, kept));
            }
            return recorder.finish(new Provenance(
                    "made up",
                    Provenance.UNKNOWN,
                    List.of(),
                    List.of(RunClock.start(List.of()).part())));
        }
    }

    private double[] row(double[] before, double[] after, double[] s, double share) {
        double[] row = new double[IterationColumn.COUNT];
        double[] update = minus(after, 1, before);
        double decay = kind == Kind.L1 ? share * Math.sqrt(WEIGHTS) : share * norm(before);
        row[IterationColumn.NORM.index()] = norm(after);
        row[IterationColumn.RMS.index()] = norm(after) / Math.sqrt(WEIGHTS);
        row[IterationColumn.GRADIENT_NORM.index()] = norm(s) / ETA;
        row[IterationColumn.DECAY_STEP_NORM.index()] = kind == Kind.UNKNOWN ? Double.NaN : decay;
        row[IterationColumn.GRADIENT_STEP_NORM.index()] = kind == Kind.UNKNOWN ? Double.NaN : norm(s);
        row[IterationColumn.UPDATE_NORM.index()] = norm(update);
        row[IterationColumn.COSINE_UPDATE_WEIGHTS.index()] = -dot(update, before) / (norm(update) * norm(before));
        row[IterationColumn.MINIBATCH_COST.index()] = 1;
        return row;
    }

    /** With D and R where decay is one constant factor; the whole training set's gradient is 2 times W. */
    private EpochRecord epoch(int epoch, double[] start, double[] w, double kept) {
        boolean constant = kind == Kind.SHARE && q.applyAsDouble(0) == q.applyAsDouble(1);
        Optional<TensorEpoch.Displacement> moved = epoch == 0 || !constant
                ? Optional.empty()
                : Optional.of(new TensorEpoch.Displacement((1 - kept) * norm(start), norm(minus(w, kept, start))));
        Optional<TensorEpoch.Gradient> gradient = Optional.of(new TensorEpoch.Gradient(2 * norm(w), 0));
        return new EpochRecord(
                epoch,
                List.of(),
                List.of(new TensorEpoch(
                        "0_W",
                        new TensorStatistics(0, 1, norm(w) / Math.sqrt(WEIGHTS), norm(w), new ValueRange(-1, 1)),
                        new TensorEpoch.Motion(moved, gradient),
                        TensorEpoch.InputRms.NONE,
                        new ValueDistribution(
                                new ValueDistribution.Quantiles(List.of(), List.of()),
                                new ValueDistribution.Histogram(List.of(), List.of())))),
                List.of());
    }

    static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** a - factor b. */
    static double[] minus(double[] a, double factor, double[] b) {
        double[] difference = Arrays.copyOf(a, a.length);
        Arrays.setAll(difference, i -> a[i] - factor * b[i]);
        return difference;
    }
}
