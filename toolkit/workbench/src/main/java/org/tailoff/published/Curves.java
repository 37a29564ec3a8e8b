package org.tailoff.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.run.FinishedRun;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.svm.SvmResult;

/** The measured curves of finished runs and support vector machines. */
public final class Curves {
    private final Map<String, List<EpochRecord>> epochsByRun;
    private final Map<String, SvmResult> svms;

    /**
     * Makes the curves.
     *
     * @param epochsByRun the epochs of each run, in order, by the run's name; epoch 0 is the untrained network, which
     *     the book never records
     * @param svms the result of each support vector machine, by its name
     */
    public Curves(Map<String, List<EpochRecord>> epochsByRun, Map<String, SvmResult> svms) {
        this.epochsByRun = Map.copyOf(epochsByRun);
        this.svms = Map.copyOf(svms);
    }

    /**
     * Makes the curves of runs without support vector machines.
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
     * @param svms the result of each support vector machine, by its name
     * @return the curves
     */
    public static Curves of(Map<String, FinishedRun> runs, Map<String, SvmResult> svms) {
        return new Curves(
                runs.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, run -> run.getValue().epochs())),
                svms);
    }

    /**
     * Puts a series beside ours.
     *
     * @param series the published numbers
     * @param mnist whether the runs were on MNIST; what needs no data is compared all the same
     * @return the comparison
     */
    public CurveComparison compare(PublishedSeries series, boolean mnist) {
        MeasuredSource source = series.source();
        MeasuredSource.Counterpart found = source.in(this);
        boolean comparable = series.isPublished() && (mnist || source.runs().isEmpty());
        return new CurveComparison(series, found.ours(), found.replicas(), found.examples(), comparable);
    }

    /** Whether there is a run of this name. */
    boolean has(String run) {
        return epochsByRun.containsKey(run);
    }

    /** The result of a support vector machine; empty if it was left out. */
    Optional<SvmResult> svm(String name) {
        return Optional.ofNullable(svms.get(name));
    }

    /** A run's score after an epoch; empty if it has not got so far. */
    Optional<SetScore> score(String run, int epoch, DataSet set) {
        return epochs(run).stream()
                .filter(each -> each.epoch() == epoch)
                .findFirst()
                .map(found -> score(found, run, set));
    }

    /** One number per epoch that was run. */
    double[] values(String run, DataSet set, Quantity quantity) {
        return epochs(run).stream()
                .filter(epoch -> epoch.epoch() > 0)
                .mapToDouble(epoch -> quantity.of(score(epoch, run, set)))
                .toArray();
    }

    /** The number of examples in a set that a run was evaluated on. */
    int examples(String run, DataSet set) {
        return score(epochs(run).get(0), run, set).images();
    }

    private List<EpochRecord> epochs(String run) {
        List<EpochRecord> epochs = epochsByRun.get(run);
        if (epochs == null) {
            throw new IllegalArgumentException("no run named '" + run + "'; finished: " + epochsByRun.keySet());
        }
        return epochs;
    }

    private static SetScore score(EpochRecord epoch, String run, DataSet set) {
        return epoch.sets().stream()
                .filter(score -> score.set().equals(set.label()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "run '" + run + "' was not evaluated on the " + set.label() + " set"));
    }
}
