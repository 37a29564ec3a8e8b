package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tailoff.run.SmallRuns.data;
import static org.tailoff.run.SmallRuns.spec;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunObserver;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunStore;

/** A scheduler with one thread for its runs and for what is done beside them. */
class SideWorkTest {
    @TempDir
    private Path runs;

    private final Notes notes = new Notes();
    private RunStore store;
    private InitialiserRegistry initialisers;
    private LocalExecutor executor;

    @BeforeEach
    void open() {
        store = RunStore.at(runs);
        initialisers = InitialiserRegistry.ofClassPath();
    }

    @AfterEach
    void close() {
        initialisers.close();
    }

    private RunResults run(RunListener listener, Map<String, RunSpec> specs, SideWork beside)
            throws InterruptedException {
        RunEnvironment environment = new RunEnvironment(data(1), initialisers, store);
        executor = new LocalExecutor(environment, 1);
        return new RunScheduler(environment, executor, listener).run(specs, beside);
    }

    /** One piece of work, as support vector machines are. */
    private static final class One implements SideWork {
        private final Callable<String> work;
        private NamedWork<String> begun;
        private String result;

        One(Callable<String> work) {
            this.work = work;
        }

        @Override
        public void begin(RunExecutor executor) {
            begun = NamedWork.begin("machine", Map.of("m", work), each -> 1, (name, each) -> executor.submit(each));
        }

        @Override
        public void await() throws InterruptedException {
            result = begun.await().get("m");
        }
    }

    @Test
    void itIsBegunBeforeTheRunsAndDoneWithThem() throws Exception {
        One beside = new One(() -> "runs begun before: " + notes.started.size());
        RunResults results = run(notes, Map.of("a", spec(1), "b", spec(2)), beside);
        assertThat(results.finished()).containsOnlyKeys("a", "b");
        assertThat(beside.result).isEqualTo("runs begun before: 0");
    }

    @Test
    void whatFailsIsNamedAfterTheRunsAreKept() throws Exception {
        One failing = new One(() -> {
            throw new IllegalStateException("no kernel");
        });
        assertThatThrownBy(() -> run(notes, Map.of("a", spec(1)), failing))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("machine 'm' failed: no kernel");
        assertThat(executor.isStopping()).isTrue();
        assertThat(store.finished()).hasSize(1);
    }

    /** Work that asks whether it is to end sees that the runs have failed. */
    @Test
    void itIsStoppedWithTheRuns() {
        RunListener failing = new RunListener() {
            @Override
            public void started(String run) {
                throw new IllegalStateException("listener broke");
            }
        };
        One beside = new One(() -> "done");
        assertThatThrownBy(() -> run(failing, Map.of("a", spec(1)), beside))
                .isInstanceOf(RunFailedException.class)
                .hasMessage("run 'a' failed: listener broke");
        assertThat(executor.isStopping()).isTrue();
        assertThatThrownBy(() -> executor.submit(() -> "more").get())
                .as("nothing is begun after a stop")
                .isInstanceOf(java.util.concurrent.RejectedExecutionException.class);
        assertThat(store.ids()).isEmpty();
    }

    /** As Ctrl-C does: the caller is interrupted while a run is under way, which waits here until it is stopped. */
    @Test
    void anInterruptedCallerStopsTheRunsSoThatTheyGoOnLater() throws Exception {
        Thread caller = Thread.currentThread();
        RunListener interrupting = new RunListener() {
            @Override
            public RunObserver observing(String run) {
                return new RunObserver() {
                    @Override
                    public void epoch(EpochRecord record) {
                        if (record.epoch() == 2) {
                            caller.interrupt();
                            while (!executor.isStopping()) {
                                Thread.onSpinWait();
                            }
                        }
                    }
                };
            }
        };
        assertThatThrownBy(() -> run(interrupting, Map.of("a", spec(1)), SideWork.NONE))
                .isInstanceOf(InterruptedException.class);
        assertThat(store.finished()).isEmpty();
        assertThat(run(notes, Map.of("a", spec(1)), SideWork.NONE).finished()).containsOnlyKeys("a");
        assertThat(notes.skipped()).as("iterations before the interruption").isPositive();
        assertThat(notes.skipped() + notes.advanced()).isEqualTo(SmallRuns.ITERATIONS);
    }
}
