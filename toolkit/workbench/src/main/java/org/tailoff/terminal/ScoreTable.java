package org.tailoff.terminal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.run.FinishedRun;
import org.tailoff.text.Texts;

/** What {@code tailoff train} prints: each set of each run before training, at its best, and after the last epoch. */
public final class ScoreTable {
    /** The highest accuracy counts, of equal ones the lowest cost, and of those the first. */
    private static final Comparator<SetScore> BETTER = Comparator.comparingInt(SetScore::correct)
            .thenComparing(score -> score.cost().data(), Comparator.reverseOrder());

    private final Table table = new Table("run", "set", "at", "epoch", "cost", "regularised", "accuracy");

    /** The scores of some runs, by name. */
    public ScoreTable(Collection<FinishedRun> runs) {
        runs.forEach(run -> IntStream.range(0, run.epochs().get(0).sets().size())
                .forEach(set -> add(run.name(), set, run.epochs())));
    }

    private void add(String run, int set, List<EpochRecord> epochs) {
        EpochRecord best = epochs.get(0);
        for (EpochRecord epoch : epochs) {
            best = BETTER.compare(epoch.sets().get(set), best.sets().get(set)) > 0 ? epoch : best;
        }
        add(run, "start", epochs.get(0), set);
        add(run, "best", best, set);
        add(run, "end", epochs.get(epochs.size() - 1), set);
    }

    private void add(String run, String at, EpochRecord epoch, int set) {
        SetScore score = epoch.sets().get(set);
        table.row(
                run,
                score.set(),
                at,
                Integer.toString(epoch.epoch()),
                Texts.fixed(score.cost().data(), 4),
                Texts.fixed(score.cost().regularised(), 4),
                Texts.fixed(score.percent(), 2) + " %");
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
