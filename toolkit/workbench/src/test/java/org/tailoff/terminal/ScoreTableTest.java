package org.tailoff.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.run.FinishedRun;

class ScoreTableTest {
    private static SetScore score(String set, int correct, double cost) {
        return new SetScore(set, 200, correct, new SetScore.Cost(cost, cost + 0.5));
    }

    private static List<String> rows(SetScore... scores) {
        List<EpochRecord> epochs = new ArrayList<>();
        for (SetScore score : scores) {
            epochs.add(new EpochRecord(epochs.size(), List.of(score), List.of(), List.of()));
        }
        FinishedRun run = new FinishedRun("mine", null, epochs, 1, false);
        return new ScoreTable(List.of(run))
                .toString()
                .lines()
                .skip(1)
                .map(line -> line.replaceAll(" +", " ").strip())
                .toList();
    }

    @Test
    void aSetHasItsStartItsBestAndItsEnd() {
        assertThat(rows(score("test", 20, 2.25), score("test", 187, 0.125), score("test", 180, 0.25)))
                .containsExactly(
                        "mine test start 0 2.2500 2.7500 10.00 %",
                        "mine test best 1 0.1250 0.6250 93.50 %", "mine test end 2 0.2500 0.7500 90.00 %");
    }

    @Test
    void ofEquallyAccurateEpochsTheBestHasTheLowestCostAndOfThoseIsTheFirst() {
        assertThat(rows(score("test", 100, 3), score("test", 100, 1), score("test", 100, 1), score("test", 100, 2))
                        .get(1))
                .startsWith("mine test best 1 ");
    }

    @Test
    void theStartMayBeTheBest() {
        assertThat(rows(score("test", 150, 1), score("test", 149, 0.5)).get(1)).startsWith("mine test best 0 ");
    }

    private static SetScore cost(double cost) {
        return new SetScore("test", 200, new SetScore.Cost(cost, cost));
    }

    /** The best of a regression has the lowest cost, and there is no column without anything in it. */
    @Test
    void withoutClassesTheCostAloneCounts() {
        assertThat(rows(cost(3), cost(1), cost(2)))
                .containsExactly(
                        "mine test start 0 3.0000 3.0000",
                        "mine test best 1 1.0000 1.0000",
                        "mine test end 2 2.0000 2.0000");
        FinishedRun regression = new FinishedRun(
                "r", null, List.of(new EpochRecord(0, List.of(cost(1)), List.of(), List.of())), 1, false);
        FinishedRun classes = new FinishedRun(
                "c", null, List.of(new EpochRecord(0, List.of(score("test", 20, 1)), List.of(), List.of())), 1, false);
        assertThat(new ScoreTable(List.of(regression)).toString()).doesNotContain("accuracy");
        assertThat(new ScoreTable(List.of(regression, classes))
                        .toString()
                        .lines()
                        .skip(1))
                .allMatch(line -> line.startsWith("r") ? line.endsWith(" -") : line.endsWith("10.00 %"));
    }

    @Test
    void everySetOfEveryRunHasItsRowsInOrder() {
        List<EpochRecord> epochs = List.of(
                new EpochRecord(0, List.of(score("training", 1, 1), score("validation", 2, 1)), List.of(), List.of()));
        ScoreTable table = new ScoreTable(
                List.of(new FinishedRun("b", null, epochs, 1, false), new FinishedRun("a", null, epochs, 1, false)));
        assertThat(table.toString().lines().skip(1).map(line -> line.replaceAll("^(\\w+) +(\\w+).*", "$1 $2")))
                .containsExactly(
                        "b training",
                        "b training",
                        "b training",
                        "b validation",
                        "b validation",
                        "b validation",
                        "a training",
                        "a training",
                        "a training",
                        "a validation",
                        "a validation",
                        "a validation");
    }
}
