package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunResultsTest {
    private static final FinishedRun RUN = new FinishedRun("a", null, List.of(), 2, false);

    @Test
    void anOutcomeIsThatOfEachNameItIsGivenUnder() {
        RunOutcome finished = new RunOutcome.Finished(RUN);
        RunResults results = RunResults.of(
                Map.of("a", finished, "b", finished, "c", new RunOutcome.Diverged("diverged in epoch 1")));
        assertThat(results.finished().values()).extracting(FinishedRun::name).containsExactly("a", "b");
        assertThat(results.finished().get("a").reused()).isFalse();
        assertThat(results.finished().get("b").reused())
                .as("found under another name")
                .isTrue();
        assertThat(results.diverged()).containsExactly(Map.entry("c", "diverged in epoch 1"));
    }

    @Test
    void theyAreRefusedIfARunHasDivergedAndTheFirstIsNamed() {
        RunResults results =
                new RunResults(new TreeMap<>(), new TreeMap<>(Map.of("y", "of y", "x", "diverged in epoch 2")));
        assertThatThrownBy(results::requireAllFinished)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("run 'x' failed: diverged in epoch 2");
    }

    @Test
    void theyAreLetThroughIfNoneHas() {
        RunResults results = new RunResults(new TreeMap<>(Map.of("a", RUN)), new TreeMap<>());
        assertThatCode(results::requireAllFinished).doesNotThrowAnyException();
    }

    @Test
    void theyCannotBeChanged() {
        SortedMap<String, FinishedRun> mine = new TreeMap<>();
        RunResults results = new RunResults(mine, new TreeMap<>());
        mine.put("a", RUN);
        assertThat(results.finished()).isEmpty();
        assertThatThrownBy(() -> results.finished().put("a", RUN)).isInstanceOf(UnsupportedOperationException.class);
    }
}
