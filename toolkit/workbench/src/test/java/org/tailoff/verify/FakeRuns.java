package org.tailoff.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Finding;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
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
 * Runs that nobody trained: what would have been recorded had the weights behaved as a test says. All seeds of an
 * experiment get the same numbers, so that with two seeds every interval has no width and with one it is the whole
 * line.
 */
public final class FakeRuns {
    private static final ValueDistribution NO_DISTRIBUTION = new ValueDistribution(
            new ValueDistribution.Quantiles(List.of(), List.of()),
            new ValueDistribution.Histogram(List.of(), List.of()));

    private static final TensorStatistics BIASES = new TensorStatistics(0, 1, 1, 1, new ValueRange(-1, 1));

    private static final double LEFT = 100;

    /** Rows of an end window: enough for a straight line, and the store stays small. */
    private static final double WINDOW_ROWS = 50;

    /** Median of the magnitude of N(0,1). */
    private static final double NORMAL_MEDIAN = 0.6745;

    private final Plan plan;
    private final RunStore store;
    private final Map<String, RunSpec> specs = new TreeMap<>();
    private final Map<String, FinishedRun> finished = new TreeMap<>();
    private int stores;

    /** Runs of a plan; the stores of those that need one are made in a directory. */
    public FakeRuns(Plan plan, Path directory) {
        this.plan = plan;
        store = RunStore.at(directory);
    }

    /**
     * How the runs behave; the defaults are those of decay alone, from weights N(0,1) or N(0,1/n_in); without decay the
     * weights go across themselves.
     */
    public interface Behaviour {
        /** How many epochs are recorded. */
        default int epochs(Run run) {
            return 3;
        }

        /** RMS of a layer's weights. */
        default double rms(Run run, int layer, int epoch) {
            return run.startRms(layer) * run.law().factor(epoch) * (run.law().q() == 0 ? 1 + 1e-3 * epoch : 1);
        }

        /** How much of the old weights is in the new ones; the rest of the displacement is at right angles to them. */
        default double slope(Run run, int layer, int epoch) {
            return run.law().factor();
        }

        /** R of an epoch: what the displacement has besides the decay. */
        default double drift(Run run, int layer, int epoch) {
            double f = run.law().factor();
            double before = norm(run, layer, epoch - 1);
            double after = norm(run, layer, epoch);
            double inner = slope(run, layer, epoch) * before * before;
            return Math.sqrt(Math.max(after * after - 2 * f * inner + f * f * before * before, 0));
        }

        /** Norm of the whole training set's gradient. */
        default double gradient(Run run, int layer) {
            return 1;
        }

        /** RMS of the hidden weighted inputs, of which the biases, N(0,1), are a part; 80 is the sum of x^2. */
        default double z(Run run, int epoch) {
            double w = rms(run, 0, epoch);
            return Math.sqrt(80.0 * run.fanIn(0) / 784 * w * w + 1);
        }

        /** The same if inputs were independent of each other. */
        default double independentZ(Run run, int epoch) {
            return z(run, epoch);
        }

        /** RMS of z without biases where the gradient comes from: of unsaturated neurons if there are any others. */
        default double deltaWeightedZ(Run run, int epoch) {
            return run.old() ? 2 : z(run, epoch);
        }

        /** Share of a layer's weights that decay moves further than everything else. */
        default double decayFurther(Run run, int layer, int epoch) {
            return drift(run, layer, epoch) < (1 - run.law().factor()) * norm(run, layer, epoch - 1) ? 1 : 0;
        }

        /** Share of saturated weighted inputs. */
        default double saturation(Run run, int epoch) {
            return run.old() ? 0.6 : 0;
        }

        /** What all epochs up to this one left of a weight without gradient. */
        default double dead(Run run, int epoch) {
            return run.law().factor(epoch);
        }

        /** The same where not all of them are left alike. */
        default ValueRange deadRange(Run run, int epoch) {
            return new ValueRange(dead(run, epoch), dead(run, epoch));
        }

        /** What the recorded regularisation cost is multiplied by; 1 if it belongs to the weights. */
        default double costError() {
            return 1;
        }

        /** The cost of every set but for its regularisation. */
        default double dataCost(Run run, int epoch) {
            return 2.076277232332908;
        }

        /** Norm of the decay step of a mini-batch, of gradients of norm 1. */
        default double decayStep(Run run) {
            return run.law().q() * 150;
        }

        /** Norm of the gradient step of a mini-batch, of gradients of norm 1. */
        default double gradientStep(Run run) {
            return run.spec.training().learningRate();
        }

        /** The record of a layer's weights at an iteration: a gradient of norm 1 at right angles to them. */
        default void fill(Run run, int layer, long iteration, double[] row) {
            double decay = decayStep(run);
            double step = gradientStep(run);
            double update = Math.hypot(decay, step);
            row[IterationColumn.GRADIENT_NORM.index()] = 1;
            row[IterationColumn.DECAY_STEP_NORM.index()] = decay;
            row[IterationColumn.GRADIENT_STEP_NORM.index()] = step;
            row[IterationColumn.UPDATE_NORM.index()] = update;
            row[IterationColumn.COSINE_UPDATE_WEIGHTS.index()] = decay / update;
        }

        private double norm(Run run, int layer, int epoch) {
            return rms(run, layer, epoch) * Math.sqrt(run.weights(layer));
        }
    }

    private static final Behaviour DECAY_ALONE = new Behaviour() {};

    /**
     * Decay alone but for a little way across the weights, so that gradients lead somewhere; and the decay steps are
     * those of the weights.
     */
    public static final Behaviour NEARLY_DECAY_ALONE = new Behaviour() {
        @Override
        public double rms(Run run, int layer, int epoch) {
            return DECAY_ALONE.rms(run, layer, epoch) * (1 + 1e-9 * epoch);
        }

        @Override
        public double decayStep(Run run) {
            return run.law().q() * run.startRms(0) * Math.sqrt(run.weights(0));
        }
    };

    /** What is being made up. */
    public record Run(RunSpec spec) {
        public DecayLaw law() {
            return DecayLaw.of(spec);
        }

        public boolean old() {
            return spec.network().initialiser().equals("gaussian");
        }

        int fanIn(int layer) {
            return spec.dense().layers().get(layer);
        }

        public int weights(int layer) {
            return fanIn(layer) * fanIn(layer + 1);
        }

        public int weights() {
            return layers().map(this::weights).sum();
        }

        public double startRms(int layer) {
            return old() ? 1 : 1 / Math.sqrt(fanIn(layer));
        }

        private IntStream layers() {
            return IntStream.range(0, spec.dense().layers().size() - 1);
        }

        private List<String> weightTensors() {
            return layers().mapToObj(layer -> layer + "_W").toList();
        }
    }

    /** Records of a claim test's runs, without iterations. */
    public static ExperimentRuns records(ClaimTest test, Plan plan, Behaviour behaviour) {
        return records(test, new FakeRuns(plan, Path.of("no-iterations")), behaviour, Optional.empty());
    }

    /** The same with two recorded iterations each; runs with the same steps share their files, which take a second. */
    public static ExperimentRuns stored(ClaimTest test, Plan plan, Behaviour behaviour, Path directory) {
        FakeRuns runs = new FakeRuns(plan, directory);
        return records(test, runs, behaviour, Optional.of(runs.store));
    }

    private static ExperimentRuns records(
            ClaimTest test, FakeRuns runs, Behaviour behaviour, Optional<RunStore> store) {
        new ClaimTests(List.of(test)).runs(new Plan(runs.plan.seeds(), false)).forEach((name, spec) -> {
            Run run = new Run(spec);
            String id = "steps-" + behaviour.decayStep(run) + "-" + behaviour.gradientStep(run);
            StoredRun files = store.map(s -> s.find(id)
                            .orElseGet(() -> store(
                                    s,
                                    id,
                                    run.weightTensors(),
                                    spec,
                                    LongStream.of(0, 1),
                                    (at, t, row) -> behaviour.fill(run, t, at, row))))
                    .orElse(null);
            runs.put(name, run, files, behaviour);
        });
        return runs.records();
    }

    /** Adds the runs of experiments, without iterations. */
    public FakeRuns add(Behaviour behaviour, List<? extends Experiment> experiments) {
        for (Experiment experiment : experiments) {
            experiment.runs(plan).forEach((name, spec) -> put(name, new Run(spec), null, behaviour));
        }
        return this;
    }

    /** Adds the runs of experiments with their iterations; recorded more rarely than real ones. */
    public FakeRuns addStored(Behaviour behaviour, List<? extends Experiment> experiments) {
        for (Experiment experiment : experiments) {
            StoredRun stored = null;
            for (Map.Entry<String, RunSpec> each : experiment.runs(plan).entrySet()) {
                Run run = new Run(rarely(each.getValue()));
                stored = stored == null ? stored(behaviour, run) : stored;
                put(each.getKey(), run, stored, behaviour);
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

    private void put(String name, Run run, StoredRun stored, Behaviour behaviour) {
        specs.put(name, run.spec);
        List<EpochRecord> epochs = IntStream.rangeClosed(0, behaviour.epochs(run))
                .mapToObj(epoch -> epoch(run, behaviour, epoch))
                .toList();
        finished.put(name, new FinishedRun(name, stored, epochs, 1, false));
    }

    private static RunSpec rarely(RunSpec spec) {
        int every = (int) Math.max(1, Math.log(LEFT) / spec.decay() / WINDOW_ROWS);
        ExecutionSpec execution = spec.execution();
        return spec.withExecution(new ExecutionSpec(execution.engine(), execution.precision(), every));
    }

    private static EpochRecord epoch(Run run, Behaviour behaviour, int epoch) {
        List<TensorEpoch> tensors = new ArrayList<>();
        run.layers().forEach(layer -> {
            tensors.add(weights(run, behaviour, layer, epoch));
            tensors.add(tensor(layer + "_b", BIASES, TensorEpoch.Motion.UNKNOWN, TensorEpoch.InputRms.NONE));
        });
        double squares = behaviour.costError()
                * run.layers()
                        .mapToDouble(layer -> Math.pow(behaviour.norm(run, layer, epoch), 2))
                        .sum();
        List<SetScore> scores = run.spec.data().evaluate().stream()
                .map(set -> score(run, set.label(), squares, behaviour.dataCost(run, epoch)))
                .toList();
        LayerEpoch.WeightedInputs inputs = new LayerEpoch.WeightedInputs(
                OptionalDouble.of(behaviour.z(run, epoch)),
                OptionalDouble.of(behaviour.independentZ(run, epoch)),
                OptionalDouble.of(behaviour.deltaWeightedZ(run, epoch)));
        LayerEpoch hidden = new LayerEpoch("0", behaviour.saturation(run, epoch), 0.05, OptionalDouble.empty(), inputs);
        return new EpochRecord(epoch, scores, tensors, List.of(hidden));
    }

    private static SetScore score(Run run, String set, double squares, double cost) {
        int images = set.equals("training") ? run.spec.data().trainingImages() : 10_000;
        double regulariser = run.spec.training().regularisation().coefficient(images) * squares / 2;
        return new SetScore(set, images, 0, new SetScore.Cost(cost, cost + regulariser));
    }

    private static TensorEpoch weights(Run run, Behaviour behaviour, int layer, int epoch) {
        double rms = behaviour.rms(run, layer, epoch);
        TensorEpoch.InputRms inputs = TensorEpoch.InputRms.NONE;
        if (layer == 0) {
            ValueRange ratio = behaviour.deadRange(run, epoch);
            inputs = new TensorEpoch.InputRms(
                    OptionalDouble.of(Math.abs(ratio.max())),
                    OptionalDouble.of(rms),
                    OptionalDouble.of(NORMAL_MEDIAN * rms),
                    Optional.of(ratio));
        }
        Optional<TensorEpoch.Displacement> moved = Optional.empty();
        if (epoch > 0) {
            moved = Optional.of(moved(run, behaviour, layer, epoch));
        }
        return tensor(
                layer + "_W",
                new TensorStatistics(0, rms, rms, behaviour.norm(run, layer, epoch), new ValueRange(-4, 4)),
                new TensorEpoch.Motion(moved, gradient(run, behaviour, layer, epoch)),
                inputs);
    }

    /** As in real runs the whole training set's gradient is measured in the first five epochs and every tenth. */
    private static Optional<TensorEpoch.Gradient> gradient(Run run, Behaviour behaviour, int layer, int epoch) {
        return epoch <= 5 || epoch % 10 == 0
                ? Optional.of(new TensorEpoch.Gradient(behaviour.gradient(run, layer), 0))
                : Optional.empty();
    }

    private static TensorEpoch.Displacement moved(Run run, Behaviour behaviour, int layer, int epoch) {
        double decay = (1 - run.law().factor()) * behaviour.norm(run, layer, epoch - 1);
        double drift = behaviour.drift(run, layer, epoch);
        if (decay == 0) {
            return new TensorEpoch.Displacement(decay, drift);
        }
        double share = behaviour.decayFurther(run, layer, epoch);
        Optional<TensorEpoch.WeightByWeight> weights =
                Optional.of(new TensorEpoch.WeightByWeight(share, drift / decay));
        int inputs = run.fanIn(layer);
        double each = share * run.weights(layer) / inputs;
        List<Long> byInput = LongStream.range(0, inputs)
                .map(input -> Math.round((input + 1) * each) - Math.round(input * each))
                .boxed()
                .toList();
        return layer == 0
                ? new TensorEpoch.Displacement(decay, drift, weights, weights, byInput)
                : new TensorEpoch.Displacement(decay, drift, weights, Optional.empty(), List.of());
    }

    /** One tensor of which its norm alone is known. */
    public static TensorEpoch tensor(String name, double norm, TensorEpoch.Motion motion, TensorEpoch.InputRms inputs) {
        return tensor(name, new TensorStatistics(0, 0, Double.NaN, norm, new ValueRange(0, 0)), motion, inputs);
    }

    private static TensorEpoch tensor(
            String name, TensorStatistics statistics, TensorEpoch.Motion motion, TensorEpoch.InputRms inputs) {
        return new TensorEpoch(name, statistics, motion, inputs, NO_DISTRIBUTION);
    }

    private StoredRun stored(Behaviour behaviour, Run run) {
        return store(
                store,
                "run" + stores++,
                run.weightTensors(),
                run.spec,
                (iteration, layer, row) -> behaviour.fill(run, layer, iteration, row));
    }

    /** Writes one row of a tensor, laid out by {@link IterationColumn#index}. */
    public interface Filler {
        void fill(long iteration, int tensor, double[] row);
    }

    /** A real stored run with a row for every iteration that its spec records. */
    public static StoredRun store(RunStore store, String id, List<String> tensors, RunSpec spec, Filler filler) {
        int every = spec.execution().recordEvery();
        LongStream recorded = LongStream.iterate(0, at -> at < spec.iterations(), at -> at + every);
        return store(store, id, tensors, spec, recorded, filler);
    }

    private static StoredRun store(
            RunStore store, String id, List<String> tensors, RunSpec spec, LongStream recorded, Filler filler) {
        try (RunRecorder recorder = store.open(new RunSetup(id, "by: hand\n", tensors, ValueType.DOUBLE))) {
            recorded.forEach(iteration -> {
                double[] values = new double[tensors.size() * IterationColumn.COUNT];
                double[] row = new double[IterationColumn.COUNT];
                for (int tensor = 0; tensor < tensors.size(); tensor++) {
                    filler.fill(iteration, tensor, row);
                    System.arraycopy(row, 0, values, tensor * row.length, row.length);
                }
                int epoch = 1 + (int) (iteration / spec.iterationsPerEpoch());
                recorder.iterations(IterationBlock.copyOf(epoch, tensors, new long[] {iteration}, values));
            });
            recorder.epoch(new EpochRecord(
                    spec.training().epochs(),
                    List.of(),
                    List.of(tensor("0_W", 0, TensorEpoch.Motion.UNKNOWN, TensorEpoch.InputRms.NONE)),
                    List.of()));
            return recorder.finish(SmallProvenance.lasting(1));
        }
    }

    /** The findings of one claim whose part begins with some words. */
    public static List<Finding> select(List<Finding> findings, String id, String part) {
        List<Finding> found = findings.stream()
                .filter(finding -> finding.claim().id().equals(id))
                .filter(finding -> finding.part().startsWith(part))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no finding of " + id + " beginning with '" + part + "': " + findings);
        }
        return found;
    }
}
