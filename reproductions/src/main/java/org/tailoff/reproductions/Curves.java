package org.tailoff.reproductions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.spec.DataSpec.DataSet;

/** The measured curves of finished runs. */
public final class Curves {
    /** What comes after a run's name in the name of its replicas. */
    static final String REPLICA = "_replica";

    private final Map<String, List<EpochRecord>> epochsByRun;

    /**
     * Makes the curves.
     *
     * @param epochsByRun the epochs of each run, in order, by the run's name; epoch 0 is the untrained network, which the
     *     book never records
     */
    public Curves(Map<String, List<EpochRecord>> epochsByRun) {
        this.epochsByRun = Map.copyOf(epochsByRun);
    }

    /** A series beside ours. */
    Comparison compare(Series series, boolean mnist) {
        Source source = series.source();
        if (source instanceof Calculation calculation) {
            return new Comparison(series, calculation.result(), List.of(), 1, true);
        }
        if (source instanceof LastEpochs last) {
            return new Comparison(
                    series, ends(last), List.of(), images(last.runs().get(0), last.set()), mnist);
        }
        Curve curve = (Curve) source;
        int images = images(curve.run(), curve.set());
        return new Comparison(series, Measured.byEpoch(of(curve)), replicas(curve), images, mnist);
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
