package org.tailoff.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.tailoff.published.Curve.Quantity;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.run.FinishedRun;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.svm.SvmResult;

/** The measured curves of finished runs and machines. */
public final class Curves {
    /** What comes after a run's name in the name of its replicas. */
    public static final String REPLICA = "_replica";

    private final Map<String, List<EpochRecord>> epochsByRun;
    private final Map<String, SvmResult> machines;

    /**
     * Makes the curves.
     *
     * @param epochsByRun the epochs of each run, in order, by the run's name; epoch 0 is the untrained network, which
     *     the book never records
     * @param machines what came of each support vector machine, by its name
     */
    public Curves(Map<String, List<EpochRecord>> epochsByRun, Map<String, SvmResult> machines) {
        this.epochsByRun = Map.copyOf(epochsByRun);
        this.machines = Map.copyOf(machines);
    }

    /**
     * Makes the curves of runs where there are no machines.
     *
     * @param epochsByRun the epochs of each run
     */
    public Curves(Map<String, List<EpochRecord>> epochsByRun) {
        this(epochsByRun, Map.of());
    }

    /**
     * Makes the curves of finished runs.
     *
     * @param runs the runs by name
     * @param machines what came of each support vector machine, by its name
     * @return the curves
     */
    public static Curves of(Map<String, FinishedRun> runs, Map<String, SvmResult> machines) {
        return new Curves(
                runs.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, run -> run.getValue().epochs())),
                machines);
    }

    /** A series beside ours. */
    public CurveComparison compare(PublishedSeries series, boolean mnist) {
        MeasuredSource source = series.source();
        if (source instanceof Calculation calculation) {
            return new CurveComparison(series, calculation.result(), List.of(), 1, true);
        }
        if (source instanceof SvmCurve curve) {
            return machines(series, curve, mnist && series.isPublished());
        }
        if (source instanceof SeedDraws draws) {
            return draws(series, draws, mnist);
        }
        if (source instanceof LastEpochs last) {
            return new CurveComparison(
                    series, ends(last), List.of(), images(last.runs().get(0), last.set()), mnist);
        }
        Curve curve = (Curve) source;
        int images = images(curve.run(), curve.set());
        boolean comparable = mnist && series.isPublished();
        return new CurveComparison(series, Measured.byEpoch(of(curve)), replicas(curve), images, comparable);
    }

    /** The mean of the draws beside the published numbers; nothing if one was cut short. */
    private CurveComparison draws(PublishedSeries series, SeedDraws draws, boolean mnist) {
        List<double[]> each = draws.runs().stream()
                .map(run -> draws.pick().of(of(new Curve(run, draws.set(), Quantity.CORRECT))))
                .toList();
        int images = images(draws.runs().get(0), draws.set());
        boolean whole = each.stream().allMatch(draw -> draw.length > 0);
        double[] x = whole ? draws.pick().x() : new double[0];
        Measured mean = new Measured(
                x,
                IntStream.range(0, x.length)
                        .mapToDouble(i -> StatUtils.mean(
                                each.stream().mapToDouble(draw -> draw[i]).toArray()))
                        .toArray());
        return new CurveComparison(series, mean, whole ? each : List.of(), images, mnist);
    }

    /** The machines up to the first that was left out. */
    private CurveComparison machines(PublishedSeries series, SvmCurve curve, boolean comparable) {
        List<SvmResult> trained = curve.machines().stream()
                .takeWhile(machines::containsKey)
                .map(machines::get)
                .toList();
        Measured measured = new Measured(
                trained.stream()
                        .mapToDouble(machine -> machine.spec().trainingImages())
                        .toArray(),
                trained.stream().mapToDouble(SvmResult::correct).toArray());
        int images = trained.isEmpty() ? 1 : trained.get(0).images();
        return new CurveComparison(series, measured, List.of(), images, comparable);
    }

    /** The ends of the runs that got there, up to the first that did not. */
    private Measured ends(LastEpochs last) {
        List<LastEpochs.End> reached =
                last.ends().stream().takeWhile(end -> record(end).isPresent()).toList();
        return new Measured(
                reached.stream().mapToDouble(LastEpochs.End::x).toArray(),
                reached.stream()
                        .mapToDouble(end -> score(record(end).orElseThrow(), end.run(), last.set())
                                .correct())
                        .toArray());
    }

    private Optional<EpochRecord> record(LastEpochs.End end) {
        return epochs(end.run()).stream()
                .filter(epoch -> epoch.epoch() == end.epoch())
                .findFirst();
    }

    private List<EpochRecord> epochs(String run) {
        List<EpochRecord> epochs = epochsByRun.get(run);
        if (epochs == null) {
            throw new IllegalArgumentException("no run named '" + run + "'; finished: " + epochsByRun.keySet());
        }
        return epochs;
    }

    /** The values of a curve, one per epoch that was run. */
    private double[] of(Curve curve) {
        return epochs(curve.run()).stream()
                .filter(epoch -> epoch.epoch() > 0)
                .mapToDouble(epoch -> curve.quantity().of(score(epoch, curve.run(), curve.set())))
                .toArray();
    }

    /** The curves of the replicas of a curve's run, which are named after it. */
    private List<double[]> replicas(Curve curve) {
        return epochsByRun.keySet().stream()
                .filter(run -> run.startsWith(curve.run() + REPLICA))
                .sorted()
                .map(run -> of(new Curve(run, curve.set(), curve.quantity())))
                .toList();
    }

    /** The number of images in a set that a run was evaluated on. */
    private int images(String run, DataSet set) {
        return score(epochs(run).get(0), run, set).images();
    }

    private static SetScore score(EpochRecord epoch, String run, DataSet set) {
        return epoch.sets().stream()
                .filter(score -> score.set().equals(set.label()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "run '" + run + "' was not evaluated on the " + set.label() + " set"));
    }
}
