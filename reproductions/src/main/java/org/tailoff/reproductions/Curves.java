package org.tailoff.reproductions;

import java.util.List;
import java.util.Map;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;

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
        if (series.source() instanceof Calculation calculation) {
            return new Comparison(series, calculation.result(), List.of(), 1, true);
        }
        Curve curve = (Curve) series.source();
        return new Comparison(series, Measured.byEpoch(of(curve)), replicas(curve), images(curve), mnist);
    }

    /** The values of a curve, one per epoch that was run. */
    private double[] of(Curve curve) {
        List<EpochRecord> epochs = epochsByRun.get(curve.run());
        if (epochs == null) {
            throw new IllegalArgumentException("no run named '" + curve.run() + "'; finished: " + epochsByRun.keySet());
        }
        return epochs.stream()
                .filter(epoch -> epoch.epoch() > 0)
                .mapToDouble(epoch -> curve.quantity().of(score(epoch, curve)))
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

    /** The number of images a curve is about. */
    private int images(Curve curve) {
        return score(epochsByRun.get(curve.run()).get(0), curve).images();
    }

    private static SetScore score(EpochRecord epoch, Curve curve) {
        return epoch.sets().stream()
                .filter(score -> score.set().equals(curve.set().label()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("run '" + curve.run() + "' was not evaluated on the "
                        + curve.set().label() + " set"));
    }
}
