package org.tailoff.terminal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.run.FinishedRun;
import org.tailoff.text.Texts;

/** What {@code tailoff train} prints: each set of each run before training, at its best, and after the last epoch. */
public final class ScoreTable {
    /** The highest accuracy counts, of equal ones or without any the lowest cost, and of those the first. */
    private static final Comparator<SetScore> BETTER = Comparator.<SetScore>comparingInt(
                    score -> score.correct().orElse(0))
            .thenComparing(score -> score.cost().data(), Comparator.reverseOrder());

    private static final List<String> HEADS = List.of("run", "set", "at", "epoch", "cost", "regularised");

    private final boolean classes;
    private final Table table;

    /** The scores of some runs, by name; without a column for the accuracy if none has any. */
    public ScoreTable(Collection<FinishedRun> runs) {
        classes = runs.stream()
                .flatMap(run -> run.epochs().get(0).sets().stream())
                .anyMatch(score -> score.correct().isPresent());
        table = new Table(with(HEADS, "accuracy"));
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
        List<String> cells = List.of(
                run,
                score.set(),
                at,
                Integer.toString(epoch.epoch()),
                Texts.fixed(score.cost().data(), 4),
                Texts.fixed(score.cost().regularised(), 4));
        table.row(with(cells, score.correct().isPresent() ? Texts.fixed(score.percent(), 2) + " %" : "-"));
    }

    private String[] with(List<String> cells, String accuracy) {
        return Stream.concat(cells.stream(), classes ? Stream.of(accuracy) : Stream.empty())
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
