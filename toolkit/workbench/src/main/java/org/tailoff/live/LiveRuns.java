package org.tailoff.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Curves;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunObserver;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunListener;
import org.tailoff.run.TimeEstimate;
import org.tailoff.spec.RunSpec;

/** All runs of a command as they go on, and the published curves beside what there is of ours. */
public final class LiveRuns implements RunListener {
    private static final double NANOS = 1e-9;

    private final List<Reproduction> reproductions;
    private final Map<String, RunSpec> specs;
    private final Map<String, LiveRun> runs = new TreeMap<>();
    private final boolean mnist;
    private final LongSupplier nanoTime;
    private final long began;

    /**
     * Makes the listener of a command.
     *
     * @param reproductions what is reproduced
     * @param specs every run by name
     * @param mnist whether the runs see MNIST, as the published ones did
     * @param nanoTime the clock, such as {@code System::nanoTime}
     */
    public LiveRuns(
            List<Reproduction> reproductions, Map<String, RunSpec> specs, boolean mnist, LongSupplier nanoTime) {
        this.reproductions = List.copyOf(reproductions);
        this.specs = Map.copyOf(specs);
        this.mnist = mnist;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
        specs.forEach((name, spec) -> runs.put(name, new LiveRun(spec)));
    }

    @Override
    public void started(String run) {
        runs.get(run).begin();
    }

    @Override
    public void finished(FinishedRun run) {
        runs.get(run.name()).finish(run.epochs());
    }

    @Override
    public RunObserver observing(String run) {
        return runs.get(run);
    }

    /**
     * A published curve beside what there is of ours.
     *
     * @param reproduction id of the reproduction
     * @param question what it answers
     * @param series what the curve is
     * @param published the published values
     * @param measured ours so far
     * @param exact how many of them are equal
     * @param verdict the verdict on them
     */
    record LiveComparison(
            String reproduction,
            String question,
            String series,
            double[] published,
            double[] measured,
            int exact,
            CurveComparison.Agreement verdict) {}

    /**
     * Everything at one moment.
     *
     * @param finished whether every run is
     * @param share of the work that is done, 0 to 1
     * @param secondsLeft about how long the rest takes; negative while nobody knows
     * @param runs every run
     * @param compared every published curve of which there is something of ours
     */
    record Snapshot(
            boolean finished,
            double share,
            double secondsLeft,
            List<LiveRun.View> runs,
            List<LiveComparison> compared) {}

    Snapshot snapshot() {
        List<LiveRun.View> views = new ArrayList<>();
        runs.forEach((name, run) -> views.add(run.view(name)));
        double all = 0;
        double done = 0;
        for (LiveRun.View view : views) {
            double effort = TimeEstimate.seconds(List.of(specs.get(view.name())), 1);
            all += effort;
            done += effort * ((double) view.done() / view.iterations());
        }
        double share = all == 0 ? 1 : done / all;
        boolean finished = views.stream().allMatch(view -> view.state() == LiveRun.State.FINISHED);
        double seconds = (nanoTime.getAsLong() - began) * NANOS;
        return new Snapshot(finished, share, share == 0 ? -1 : seconds * (1 - share) / share, views, compared());
    }

    private List<LiveComparison> compared() {
        Map<String, List<EpochRecord>> epochs = new HashMap<>();
        runs.forEach((name, run) -> {
            List<EpochRecord> known = run.epochs();
            if (!known.isEmpty()) {
                epochs.put(name, known);
            }
        });
        List<LiveComparison> compared = new ArrayList<>();
        for (Reproduction each : reproductions) {
            List<PublishedSeries> begun = each.series().stream()
                    .filter(series -> series.source() instanceof EpochCurve curve && epochs.containsKey(curve.run()))
                    .toList();
            CurveComparisons.of(begun, new Curves(epochs), mnist)
                    .all()
                    .forEach(one -> compared.add(compared(each, one)));
        }
        return compared;
    }

    private static LiveComparison compared(Reproduction reproduction, CurveComparison comparison) {
        double[] published = comparison.isComparable()
                ? comparison.inDisplayUnits(comparison.series().published())
                : new double[0];
        return new LiveComparison(
                reproduction.id(),
                reproduction.question(),
                comparison.series().name(),
                published,
                comparison.inDisplayUnits(comparison.measured()),
                comparison.exact(),
                comparison.verdict());
    }
}
