package org.tailoff.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tailoff.published.CurveComparison.Agreement;
import org.tailoff.published.Reproduction;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.SetScore;
import org.tailoff.reproductions.chapter.section2.Overfitting;
import org.tailoff.spec.RunSpec;

class LiveRunsTest {
    private static final Reproduction BOOK = new Overfitting();
    private static final RunSpec SPEC = BOOK.runs().get("overfitting");

    private final AtomicLong clock = new AtomicLong();
    private final LiveRuns live = new LiveRuns(List.of(BOOK), BOOK.runs(), true, clock::get);

    private static double[] published(String series) {
        return BOOK.series().stream()
                .filter(each -> each.name().equals(series))
                .findFirst()
                .orElseThrow()
                .published();
    }

    private static EpochRecord epoch(int number, int correct) {
        SetScore.Cost cost = new SetScore.Cost(1, 1);
        return new EpochRecord(
                number,
                List.of(
                        new SetScore("test", 10_000, correct, cost),
                        new SetScore("training", 1000, Math.min(1000, correct), cost)),
                List.of(),
                List.of());
    }

    private LiveRuns.LiveComparison testAccuracy() {
        return live.snapshot().compared().stream()
                .filter(each -> each.series().equals("test accuracy"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void beforeTheFirstEpochThereIsNothingToCompare() {
        LiveRuns.Snapshot start = live.snapshot();
        assertThat(start.compared()).isEmpty();
        assertThat(start.runs()).extracting(LiveRun.View::state).containsExactly(LiveRun.State.WAITING);
        assertThat(start.secondsLeft()).isNegative();
        assertThat(start.finished()).isFalse();
    }

    @Test
    void everyEpochIsComparedAsItComes() {
        double[] published = published("test accuracy");
        live.started("overfitting");
        live.observing("overfitting").epoch(epoch(0, 980));
        live.observing("overfitting").epoch(epoch(1, (int) published[0]));
        assertThat(testAccuracy().exact()).isEqualTo(1);
        assertThat(testAccuracy().measured()).containsExactly(new double[] {58.87}, within(1e-9));
        assertThat(testAccuracy().verdict()).isEqualTo(Agreement.EXACT);
        live.observing("overfitting").epoch(epoch(2, (int) published[1] - 1));
        assertThat(testAccuracy().exact()).isEqualTo(1);
        assertThat(testAccuracy().verdict()).isEqualTo(Agreement.MISS);
    }

    /**
     * Its first epochs are in the store and were not seen; as if they were the first, every one would be compared with
     * the wrong one.
     */
    @Test
    void aResumedRunIsNotComparedBeforeItsEnd() {
        live.started("overfitting");
        live.observing("overfitting").epoch(epoch(200, 8192));
        assertThat(live.snapshot().compared()).isEmpty();
        assertThat(live.snapshot().share()).isEqualTo(0.5);
    }

    @Test
    void theTimeLeftFollowsFromTheShareThatIsDone() {
        live.started("overfitting");
        live.observing("overfitting").epoch(epoch(100, 8192));
        clock.set(TimeUnit.SECONDS.toNanos(10));
        assertThat(live.snapshot().share()).isEqualTo(0.25);
        assertThat(live.snapshot().secondsLeft()).isEqualTo(30, within(1e-9));
    }

    @Test
    void theNormAfterTheLastIterationOfEachBlockIsKept() {
        double[] values = new double[2 * IterationColumn.COUNT];
        values[IterationColumn.NORM.index()] = 7;
        values[IterationColumn.COUNT + IterationColumn.NORM.index()] = 8;
        live.observing("overfitting").iterations(IterationBlock.copyOf(1, List.of("1_W"), new long[] {40, 41}, values));
        LiveRun.View view = live.snapshot().runs().get(0);
        assertThat(view.done()).isEqualTo(42);
        assertThat(view.iterations()).isEqualTo(SPEC.iterations());
        assertThat(view.norms()).containsOnlyKeys("1_W");
        assertThat(view.norms().get("1_W").x()).containsExactly(42);
        assertThat(view.norms().get("1_W").y()).containsExactly(8);
    }

    @Test
    void otherDataThanMnistIsShownWithoutThePublishedCurve() {
        LiveRuns other = new LiveRuns(List.of(BOOK), Map.of("overfitting", SPEC), false, clock::get);
        other.observing("overfitting").epoch(epoch(0, 980));
        other.observing("overfitting").epoch(epoch(1, 5887));
        assertThat(other.snapshot().compared())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.published()).isEmpty());
    }
}
