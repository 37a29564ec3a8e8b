package org.tailoff.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ObserversTest {
    private static final RunStart START = new RunStart(List.of(
            new RunStart.Tensor("0_W", List.of(2, 3), new TensorStatistics(0, 1, 1, 2, new ValueRange(-1, 1)))));
    private static final IterationBlock BLOCK =
            IterationBlock.copyOf(1, List.of("0_W"), new long[] {4, 6}, new double[2 * IterationColumn.COUNT]);
    private static final EpochRecord EPOCH =
            new EpochRecord(7, List.of(new SetScore("test", 1, 1, new SetScore.Cost(1, 2))), List.of(), List.of());

    private final List<String> calls = new ArrayList<>();
    private final CallList first = new CallList("first: ", calls);
    private final CallList second = new CallList("second: ", calls);

    /** Fails at the end of an epoch. */
    private static final class Failing implements RunObserver {
        @Override
        public void epoch(EpochRecord record) {
            throw new IllegalStateException("disk full");
        }
    }

    private static void tellAll(RunObserver observer) {
        observer.started(START);
        observer.iterations(BLOCK);
        observer.epoch(EPOCH);
        observer.finished();
    }

    @Nested
    class Together {
        @Test
        void areToldEverythingInTheirOrder() {
            tellAll(Observers.of(List.of(first, second)));

            assertThat(calls)
                    .containsExactly(
                            "first: started with [0_W]",
                            "second: started with [0_W]",
                            "first: iterations 4 to 6",
                            "second: iterations 4 to 6",
                            "first: epoch 7",
                            "second: epoch 7",
                            "first: finished",
                            "second: finished");
        }

        @Test
        void areThoseOfTheListWhenTheyWerePutTogether() {
            List<RunObserver> list = new ArrayList<>(List.of(first));
            Observers observers = Observers.of(list);
            list.add(second);
            observers.finished();

            assertThat(calls).containsExactly("first: finished");
        }

        @Test
        void mayBeNone() {
            assertThatCode(() -> tellAll(Observers.of(List.of()))).doesNotThrowAnyException();
        }
    }

    @Nested
    class AFailure {
        private final RunObserver failing = new Failing();

        @Test
        void namesTheClassAndKeepsTheCause() {
            assertThatThrownBy(() -> Observers.of(List.of(failing)).epoch(EPOCH))
                    .isInstanceOf(ObserverException.class)
                    .hasMessage("observer org.tailoff.record.ObserversTest$Failing failed: disk full")
                    .hasCauseExactlyInstanceOf(IllegalStateException.class);
        }

        @Test
        void leavesThoseBehindItUntold() {
            Observers observers = Observers.of(List.of(first, failing, second));

            assertThatThrownBy(() -> observers.epoch(EPOCH)).isInstanceOf(ObserverException.class);
            assertThat(calls).containsExactly("first: epoch 7");
        }

        @Test
        void isNoneWhereTheObserverDoesNotLook() {
            Observers.of(List.of(failing, second)).finished();

            assertThat(calls).containsExactly("second: finished");
        }
    }

    @Nested
    class Installed {
        @Test
        void areThoseThatTheClassPathNames() {
            assertThat(Observers.installed()).hasExactlyElementsOfTypes(CallList.class);
        }

        @Test
        void areNewAtEachCall() {
            assertThat(Observers.installed().get(0))
                    .isNotSameAs(Observers.installed().get(0));
        }
    }

    @Test
    void anObserverThatOverridesNothingIsToldInVain() {
        assertThatCode(() -> tellAll(new RunObserver() {})).doesNotThrowAnyException();
    }
}
