package org.tailoff.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueRange;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunResults;
import org.tailoff.run.SmallProvenance;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;
import org.tailoff.store.ValueType;

/**
 * Runs made by hand from the few numbers that the claims look at, in place of trained ones. All seeds of an experiment
 * get the same numbers, so that with two seeds every interval has no width and with one it is the whole line.
 */
public final class HandMadeRuns {
    private static final double LEFT = 100;

    /** Rows of an end window: enough for a straight line, and the store stays small. */
    private static final double WINDOW_ROWS = 50;

    private final Plan plan;
    private final RunStore store;
    private final Map<String, RunSpec> specs = new TreeMap<>();
    private final Map<String, FinishedRun> finished = new TreeMap<>();
    private int stores;

    /** Runs of a plan; the stores of those that need one are made in a directory. */
    public HandMadeRuns(Plan plan, Path directory) {
        this.plan = plan;
        store = RunStore.at(directory);
    }

    /** RMS of a layer's weights. */
    public interface Course {
        double rms(RunSpec spec, int layer, double epoch);

        /** What decay leaves of N(0,1) weights. */
        static double decay(RunSpec spec, double epoch) {
            return Math.exp(epoch * spec.iterationsPerEpoch() * Math.log1p(-spec.decay()));
        }
    }

    /** What is left of the weights on dead inputs, as a share of the initial ones. */
    public interface Dead {
        ValueRange ratio(RunSpec spec, int epoch);

        /** One multiplication after another, as a program does it. */
        static ValueRange exact(RunSpec spec, int epoch) {
            double weight = 1;
            for (int step = 0; step < epoch * spec.iterationsPerEpoch(); step++) {
                weight *= 1 - spec.decay();
            }
            return new ValueRange(weight, weight);
        }
    }

    /**
     * What moves the weights.
     *
     * @param drift R of an epoch over ||W||
     * @param gradient norm of the whole training set's gradient
     * @param balance what gradients add to the squared norm over what decay takes, in every iteration
     */
    public record Motion(double drift, double gradient, double balance) {}

    /** Fractions of saturated neurons. */
    public record Saturated(double first, double last) {}

    /** Everything about a run. */
    public record Life(Course course, Dead dead, Motion motion, Saturated saturated) {
        /** Weights under decay and nothing else: gradients and drift are there, and far smaller. */
        public static final Life DECAY = new Life(
                (spec, layer, epoch) -> Course.decay(spec, epoch),
                Dead::exact,
                new Motion(1e-3, 1e-3, 1),
                new Saturated(.7, .1));

        public Life along(Course other) {
            return new Life(other, dead, motion, saturated);
        }

        public Life with(Motion other) {
            return new Life(course, dead, other, saturated);
        }

        public Life with(Dead other) {
            return new Life(course, other, motion, saturated);
        }

        public Life with(Saturated other) {
            return new Life(course, dead, motion, other);
        }
    }

    /** Adds the runs of experiments, without iterations. */
    public HandMadeRuns add(Life life, List<? extends Experiment> experiments) {
        for (Experiment experiment : experiments) {
            experiment.runs(plan).forEach((name, spec) -> put(name, spec, null, epochs(life, spec)));
        }
        return this;
    }

    /** Adds the runs of experiments with their iterations; recorded more rarely than real ones. */
    public HandMadeRuns addStored(Life life, List<? extends Experiment> experiments) {
        for (Experiment experiment : experiments) {
            StoredRun stored = null;
            for (Map.Entry<String, RunSpec> run : experiment.runs(plan).entrySet()) {
                RunSpec spec = rarely(run.getValue());
                stored = stored == null ? stored(life, spec) : stored;
                put(run.getKey(), spec, stored, epochs(life, spec));
            }
        }
        return this;
    }

    public ExperimentRuns records() {
        return records(plan);
    }

    /** The same runs as those of a plan with no more seeds. */
    public ExperimentRuns records(Plan smaller) {
        return new ExperimentRuns(smaller, specs, new RunResults(new TreeMap<>(finished), new TreeMap<>()));
    }

    private void put(String name, RunSpec spec, StoredRun stored, List<EpochRecord> epochs) {
        specs.put(name, spec);
        finished.put(name, new FinishedRun(name, stored, epochs, 1, false));
    }

    private static RunSpec rarely(RunSpec spec) {
        int every = (int) Math.max(1, Math.log(LEFT) / spec.decay() / WINDOW_ROWS);
        ExecutionSpec execution = spec.execution();
        return spec.withExecution(new ExecutionSpec(execution.engine(), execution.precision(), every));
    }

    private static List<EpochRecord> epochs(Life life, RunSpec spec) {
        List<EpochRecord> epochs = new ArrayList<>();
        for (int epoch = 0; epoch <= spec.training().epochs(); epoch++) {
            epochs.add(epoch(life, spec, epoch));
        }
        return epochs;
    }

    private static EpochRecord epoch(Life life, RunSpec spec, int epoch) {
        List<TensorEpoch> tensors = new ArrayList<>();
        for (int layer = 0; layer < spec.network().layers().size() - 1; layer++) {
            tensors.add(weights(life, spec, layer, epoch));
            tensors.add(tensor(layer + "_b", 0, TensorEpoch.Motion.UNKNOWN, TensorEpoch.InputRms.NONE));
        }
        double saturated = epoch == 0 ? life.saturated.first : life.saturated.last;
        return new EpochRecord(
                epoch, List.of(), tensors, List.of(new LayerEpoch("0", saturated, .1, OptionalDouble.of(1))));
    }

    private static TensorEpoch weights(Life life, RunSpec spec, int layer, int epoch) {
        double rms = life.course.rms(spec, layer, epoch);
        TensorEpoch.InputRms inputs = TensorEpoch.InputRms.NONE;
        if (layer == 0) {
            ValueRange ratio = life.dead.ratio(spec, epoch);
            inputs = new TensorEpoch.InputRms(
                    OptionalDouble.of(Math.abs(ratio.max())), OptionalDouble.of(rms), Optional.of(ratio));
        }
        Optional<TensorEpoch.Displacement> moved = Optional.empty();
        if (epoch > 0) {
            double before = norm(life, spec, layer, epoch - 1);
            moved = Optional.of(
                    new TensorEpoch.Displacement((1 - Course.decay(spec, 1)) * before, life.motion.drift * before));
        }
        return tensor(
                layer + "_W",
                new TensorStatistics(0, 0, rms, norm(life, spec, layer, epoch), new ValueRange(0, 0)),
                new TensorEpoch.Motion(moved, Optional.of(new TensorEpoch.Gradient(life.motion.gradient, 0))),
                inputs);
    }

    private static double norm(Life life, RunSpec spec, int layer, double epoch) {
        List<Integer> sizes = spec.network().layers();
        return life.course.rms(spec, layer, epoch) * Math.sqrt((double) sizes.get(layer) * sizes.get(layer + 1));
    }

    /** One tensor of which its norm alone is known. */
    public static TensorEpoch tensor(String name, double norm, TensorEpoch.Motion motion, TensorEpoch.InputRms inputs) {
        return tensor(name, new TensorStatistics(0, 0, Double.NaN, norm, new ValueRange(0, 0)), motion, inputs);
    }

    private static TensorEpoch tensor(
            String name, TensorStatistics statistics, TensorEpoch.Motion motion, TensorEpoch.InputRms inputs) {
        return new TensorEpoch(
                name,
                statistics,
                motion,
                inputs,
                new ValueDistribution(
                        new ValueDistribution.Quantiles(List.of(), List.of()),
                        new ValueDistribution.Histogram(List.of(), List.of())));
    }

    private StoredRun stored(Life life, RunSpec spec) {
        int layers = spec.network().layers().size() - 1;
        List<String> tensors = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            tensors.add(layer + "_W");
        }
        return store(
                store,
                "run" + stores++,
                tensors,
                spec,
                (iteration, layer, row) ->
                        fill(row, life, spec, norm(life, spec, layer, (iteration + 1.0) / spec.iterationsPerEpoch())));
    }

    /** Gradients that stand at right angles to the weights. */
    private static void fill(double[] row, Life life, RunSpec spec, double norm) {
        double q = spec.decay();
        double eta = spec.training().learningRate();
        double gradient = norm * Math.sqrt(2 * q * life.motion.balance) / eta;
        double update = Math.hypot(q * norm, eta * gradient);
        row[IterationColumn.NORM.index()] = norm;
        row[IterationColumn.GRADIENT_NORM.index()] = gradient;
        row[IterationColumn.DECAY_STEP_NORM.index()] = q * norm;
        row[IterationColumn.UPDATE_NORM.index()] = update;
        row[IterationColumn.COSINE_UPDATE_WEIGHTS.index()] = q * norm / update;
    }

    /** Writes one row of a tensor, laid out by {@link IterationColumn#index}. */
    public interface Filler {
        void fill(long iteration, int tensor, double[] row);
    }

    /** A real stored run with a row for every iteration that its spec records. */
    public static StoredRun store(RunStore store, String id, List<String> tensors, RunSpec spec, Filler filler) {
        try (RunRecorder recorder = store.open(new RunSetup(id, "by: hand\n", tensors, ValueType.DOUBLE))) {
            int every = spec.execution().recordEvery();
            for (long iteration = 0; iteration < spec.iterations(); iteration += every) {
                double[] values = new double[tensors.size() * IterationColumn.COUNT];
                double[] row = new double[IterationColumn.COUNT];
                for (int tensor = 0; tensor < tensors.size(); tensor++) {
                    filler.fill(iteration, tensor, row);
                    System.arraycopy(row, 0, values, tensor * row.length, row.length);
                }
                int epoch = 1 + (int) (iteration / spec.iterationsPerEpoch());
                recorder.iterations(IterationBlock.copyOf(epoch, tensors, new long[] {iteration}, values));
            }
            recorder.epoch(new EpochRecord(
                    spec.training().epochs(),
                    List.of(),
                    List.of(tensor("0_W", 0, TensorEpoch.Motion.UNKNOWN, TensorEpoch.InputRms.NONE)),
                    List.of()));
            return recorder.finish(SmallProvenance.lasting(1));
        }
    }
}
