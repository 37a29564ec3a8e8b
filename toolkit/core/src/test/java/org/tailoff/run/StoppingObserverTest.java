package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tailoff.run.SmallRuns.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.RunObserver;
import org.tailoff.record.RunStart;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueRange;

/** The spec of {@link SmallRuns} has two iterations an epoch. */
class StoppingObserverTest {
    private static final RunStart START = new RunStart(
            List.of(new RunStart.Tensor("0_W", List.of(1, 1), new TensorStatistics(1, 0, 1, 1, new ValueRange(1, 1)))));

    private final List<String> passedOn = new ArrayList<>();
    private final Notes notes = new Notes();
    private final AtomicBoolean stop = new AtomicBoolean();

    private StoppingObserver observer(long begun) {
        RunObserver behind = new RunObserver() {
            @Override
            public void started(RunStart start) {
                passedOn.add("started");
            }

            @Override
            public void iterations(IterationBlock block) {
                passedOn.add(block.rows() + " rows");
            }

            @Override
            public void epoch(EpochRecord record) {
                passedOn.add("epoch " + record.epoch());
            }

            @Override
            public void finished() {
                passedOn.add("finished");
            }
        };
        return new StoppingObserver(behind, new StoppingObserver.Progress(spec(1), begun, notes), stop::get);
    }

    private static IterationBlock block(long... iterations) {
        double[] values = new double[iterations.length * IterationColumn.COUNT];
        return IterationBlock.copyOf(1 + (int) iterations[0] / 2, List.of("0_W"), iterations, values);
    }

    private static EpochRecord epoch(int epoch) {
        return new EpochRecord(
                epoch, List.of(new SetScore("test", 20, 10, new SetScore.Cost(1, 1))), List.of(), List.of());
    }

    @Test
    void everythingIsPassedOnInOrderAndEveryIterationCountsOnce() {
        StoppingObserver observer = observer(0);
        observer.started(START);
        observer.epoch(epoch(0));
        observer.iterations(block(0));
        assertThat(notes.advanced()).isEqualTo(1);
        observer.iterations(block(1));
        observer.epoch(epoch(1));
        assertThat(notes.advanced()).isEqualTo(2);
        observer.finished();
        assertThat(passedOn).containsExactly("started", "epoch 0", "1 rows", "1 rows", "epoch 1", "finished");
    }

    /** Of six iterations in three epochs iterations 0, 3 are recorded: the epochs make up for the others. */
    @Test
    void iterationsThatAreNotRecordedCountAtTheEndOfTheirEpoch() {
        StoppingObserver observer = observer(0);
        List<Long> advanced = new ArrayList<>();
        for (int epoch = 1; epoch <= 3; epoch++) {
            long first = 2L * (epoch - 1);
            LongStream.of(first, first + 1)
                    .filter(iteration -> iteration % 3 == 0)
                    .forEach(iteration -> observer.iterations(block(iteration)));
            observer.epoch(epoch(epoch));
            advanced.add(notes.advanced());
        }
        assertThat(advanced).containsExactly(2L, 4L, 6L);
    }

    @Test
    void aRunThatGoesOnHasAdvancedByWhatIsNewAlone() {
        StoppingObserver observer = observer(4);
        observer.iterations(block(4, 5));
        assertThat(notes.advanced()).isEqualTo(2);
        observer.epoch(epoch(3));
        assertThat(notes.advanced()).isEqualTo(2);
    }

    /** What has been handed over is kept, so that the run goes on from there; the start is no place to stop at. */
    @Test
    void itStopsAfterAllHasBeenHandedOver() {
        StoppingObserver observer = observer(0);
        stop.set(true);
        assertThatCode(() -> observer.started(START)).doesNotThrowAnyException();
        assertThatThrownBy(() -> observer.iterations(block(0))).isInstanceOf(StoppedException.class);
        assertThatThrownBy(() -> observer.epoch(epoch(1)))
                .isInstanceOf(StoppedException.class)
                .hasMessage("stopped; run the same command again to go on");
        assertThat(passedOn).containsExactly("started", "1 rows", "epoch 1");
        assertThat(notes.advanced()).isEqualTo(2);
    }
}
