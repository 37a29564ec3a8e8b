package org.tailoff.reproductions.argument;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunResults;
import org.tailoff.run.SmallProvenance;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;
import org.tailoff.store.ValueType;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.ClaimTests;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.Plan;

/** Runs that nobody trained: what would have been recorded had the weights behaved as a test says. */
public final class SyntheticRuns {
    private static final ValueDistribution NONE = new ValueDistribution(
            new ValueDistribution.Quantiles(List.of(), List.of()),
            new ValueDistribution.Histogram(List.of(), List.of()));
    private static final List<String> TENSORS = List.of("0_W", "0_b", "1_W", "1_b");

    private SyntheticRuns() {}

    /**
     * How the runs behave; the defaults are those of decay alone, from weights N(0,1) or N(0,1/n_in); without decay the
     * weights go across themselves.
     */
    public interface Behaviour {
        /** RMS of a layer's weights. */
        default double rms(Run run, int layer, int epoch) {
            return run.startRms(layer) * run.law().factor(epoch) * (run.law().q() == 0 ? 1 + 1e-3 * epoch : 1);
        }

        /** How much of the old weights is in the new ones; the rest of the displacement is at right angles to them. */
        default double slope(Run run, int layer, int epoch) {
            return run.law().factor();
        }

        /** Norm of the whole training set's gradient. */
        default double gradient(Run run, int layer) {
            return 1;
        }

        /** RMS of the hidden weighted inputs, of which the biases, N(0,1), are a part. */
        default double z(Run run, int epoch) {
            double w = rms(run, Layers.HIDDEN, epoch);
            return Math.sqrt(80 * w * w + 1);
        }

        /** Share of saturated weighted inputs. */
        default double saturation(Run run) {
            return run.old() ? 0.6 : 0;
        }

        /** What all epochs up to this one left of a weight without gradient. */
        default double dead(Run run, int epoch) {
            return run.law().factor(epoch);
        }

        /** What the recorded regularisation cost is multiplied by; 1 if it belongs to the weights. */
        default double costError() {
            return 1;
        }

        /** Norm of the decay step of a mini-batch, of gradients of norm 1. */
        default double decayStep(Run run) {
            return run.law().q() * 150;
        }

        /** Norm of the gradient step of a mini-batch, of gradients of norm 1. */
        default double gradientStep(Run run) {
            return run.spec.training().learningRate();
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
            return run.law().q() * run.startRms(Layers.HIDDEN) * Math.sqrt(run.weights(Layers.HIDDEN));
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
            return spec.network().layers().get(layer);
        }

        public int weights(int layer) {
            return fanIn(layer) * fanIn(layer + 1);
        }

        public int weights() {
            return IntStream.range(0, fanIns()).map(this::weights).sum();
        }

        public double startRms(int layer) {
            return old() ? 1 : 1 / Math.sqrt(fanIn(layer));
        }

        private int fanIns() {
            return spec.network().layers().size() - 1;
        }
    }

    /** Records of an examination's runs, of three epochs each; without iterations. */
    public static ExperimentRuns records(ClaimTest examination, Plan plan, Behaviour behaviour) {
        return records(examination, plan, behaviour, Optional.empty());
    }

    /** The same with two recorded iterations each, stored in a directory. */
    public static ExperimentRuns stored(ClaimTest examination, Plan plan, Behaviour behaviour, Path directory) {
        return records(examination, plan, behaviour, Optional.of(RunStore.at(directory)));
    }

    private static ExperimentRuns records(
            ClaimTest examination, Plan plan, Behaviour behaviour, Optional<RunStore> store) {
        Map<String, RunSpec> specs = new ClaimTests(List.of(examination)).runs(new Plan(plan.seeds(), false));
        SortedMap<String, FinishedRun> finished = new TreeMap<>();
        specs.forEach((name, spec) -> {
            Run run = new Run(spec);
            StoredRun files = store.map(s -> files(s, run, behaviour)).orElse(null);
            finished.put(name, new FinishedRun(name, files, epochs(run, behaviour), 0, true));
        });
        return new ExperimentRuns(plan, specs, new RunResults(finished, new TreeMap<>()));
    }

    private static List<EpochRecord> epochs(Run run, Behaviour behaviour) {
        return IntStream.rangeClosed(0, 3)
                .mapToObj(epoch -> epoch(run, behaviour, epoch))
                .toList();
    }

    private static EpochRecord epoch(Run run, Behaviour behaviour, int epoch) {
        List<TensorEpoch> tensors = new ArrayList<>();
        double squares = 0;
        for (int layer = 0; layer < run.fanIns(); layer++) {
            tensors.add(weights(run, behaviour, layer, epoch));
            tensors.add(biases(layer));
            squares += run.weights(layer) * Math.pow(behaviour.rms(run, layer, epoch), 2);
        }
        double[] s = {squares};
        List<SetScore> scores = run.spec().data().evaluate().stream()
                .map(set -> score(run, set.label(), s[0] * behaviour.costError()))
                .toList();
        return new EpochRecord(
                epoch,
                scores,
                tensors,
                List.of(new LayerEpoch(
                        "0", behaviour.saturation(run), 0.05, OptionalDouble.of(behaviour.z(run, epoch)))));
    }

    private static SetScore score(Run run, String set, double squares) {
        int images = set.equals("training") ? run.spec().data().trainingImages() : 10_000;
        double regulariser = run.spec().training().regularisation().coefficient(images) * squares / 2;
        return new SetScore(set, images, 0, new SetScore.Cost(2.076277232332908, 2.076277232332908 + regulariser));
    }

    private static TensorEpoch weights(Run run, Behaviour behaviour, int layer, int epoch) {
        double rms = behaviour.rms(run, layer, epoch);
        double norm = rms * Math.sqrt(run.weights(layer));
        double dead = behaviour.dead(run, epoch);
        return new TensorEpoch(
                layer + "_W",
                new TensorStatistics(0, rms, rms, norm, new ValueRange(-4, 4)),
                new TensorEpoch.Motion(
                        epoch == 0 ? Optional.empty() : Optional.of(moved(run, behaviour, layer, epoch)),
                        Optional.of(new TensorEpoch.Gradient(behaviour.gradient(run, layer), 0))),
                new TensorEpoch.InputRms(
                        OptionalDouble.of(dead), OptionalDouble.of(rms), Optional.of(new ValueRange(dead, dead))),
                NONE);
    }

    private static TensorEpoch.Displacement moved(Run run, Behaviour behaviour, int layer, int epoch) {
        double f = run.law().factor();
        double root = Math.sqrt(run.weights(layer));
        double before = root * behaviour.rms(run, layer, epoch - 1);
        double after = root * behaviour.rms(run, layer, epoch);
        double inner = behaviour.slope(run, layer, epoch) * before * before;
        double drift = Math.sqrt(Math.max(after * after - 2 * f * inner + f * f * before * before, 0));
        return new TensorEpoch.Displacement((1 - f) * before, drift);
    }

    private static TensorEpoch biases(int layer) {
        return new TensorEpoch(
                layer + "_b",
                new TensorStatistics(0, 1, 1, 1, new ValueRange(-1, 1)),
                TensorEpoch.Motion.UNKNOWN,
                TensorEpoch.InputRms.NONE,
                NONE);
    }

    /** Runs with the same steps share their files: writing them takes a second. */
    private static StoredRun files(RunStore store, Run run, Behaviour behaviour) {
        String id = "steps-" + behaviour.decayStep(run) + "-" + behaviour.gradientStep(run);
        return store.find(id).orElseGet(() -> written(store, id, run, behaviour));
    }

    private static StoredRun written(RunStore store, String id, Run run, Behaviour behaviour) {
        RunSetup setup = new RunSetup(id, "synthetic\n", TENSORS, ValueType.DOUBLE);
        try (RunRecorder recorder = store.open(setup)) {
            recorder.iterations(IterationBlock.copyOf(1, TENSORS, new long[] {0, 1}, rows(run, behaviour)));
            return recorder.finish(SmallProvenance.lasting(0));
        }
    }

    /** Twice the same for every tensor: a gradient of norm 1 at right angles to the weights. */
    private static double[] rows(Run run, Behaviour behaviour) {
        double decay = behaviour.decayStep(run);
        double step = behaviour.gradientStep(run);
        double update = Math.hypot(decay, step);
        double[] values = new double[2 * TENSORS.size() * IterationColumn.COUNT];
        for (int at = 0; at < values.length; at += IterationColumn.COUNT) {
            values[at + IterationColumn.GRADIENT_NORM.index()] = 1;
            values[at + IterationColumn.DECAY_STEP_NORM.index()] = decay;
            values[at + IterationColumn.GRADIENT_STEP_NORM.index()] = step;
            values[at + IterationColumn.UPDATE_NORM.index()] = update;
            values[at + IterationColumn.COSINE_UPDATE_WEIGHTS.index()] = decay / update;
        }
        return values;
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
