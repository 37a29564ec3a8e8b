package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tailoff.run.SmallRuns.data;
import static org.tailoff.run.SmallRuns.spec;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.store.RunStore;

/** That a scheduler needs no more of an executor than what travels to another process. */
class RunExecutorTest {
    @TempDir
    private Path runs;

    private final Notes notes = new Notes();

    private RunEnvironment environment(InitialiserRegistry initialisers) {
        return new RunEnvironment(data(1), initialisers, RunStore.at(runs));
    }

    /**
     * Stands for a process on another machine: it is given texts alone, has its own registry, data and store, and what
     * it says in the end is a text again.
     */
    private String worker(Properties order) {
        try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
            RunSpec spec = Specs.read(order.getProperty("spec"), "the driver");
            LocalExecutor executor = new LocalExecutor(environment(initialisers), 1);
            RunTask task = new RunTask(order.getProperty("id"), order.getProperty("name"), spec);
            RunOutcome outcome = executor.submit(task, new RunListener() {}).join();
            executor.stop();
            return outcome instanceof RunOutcome.Diverged diverged ? diverged.reason() : "";
        }
    }

    /** The driver's side: hands over texts, and finds what came of them in the store. */
    private class Remote implements RunExecutor {
        private final RunStore store = RunStore.at(runs);
        private boolean stopped;

        @Override
        public CompletableFuture<RunOutcome> submit(RunTask task, RunListener listener) {
            Properties order = new Properties();
            order.setProperty("id", task.id());
            order.setProperty("name", task.name());
            order.setProperty("spec", task.yaml());
            return CompletableFuture.supplyAsync(() -> {
                listener.started(task.name());
                String reason = worker(order);
                listener.advanced(task.spec(), task.spec().iterations());
                return store.find(task.id())
                        .<RunOutcome>map(run -> new RunOutcome.Finished(FinishedRun.trained(task.name(), run)))
                        .orElseGet(() -> new RunOutcome.Diverged(reason));
            });
        }

        @Override
        public <T> CompletableFuture<T> submit(Callable<T> work) {
            try {
                return CompletableFuture.completedFuture(work.call());
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public boolean isStopping() {
            return stopped;
        }

        @Override
        public boolean stop() {
            boolean going = !stopped;
            stopped = true;
            return going;
        }
    }

    private RunResults run(Map<String, RunSpec> specs) throws InterruptedException {
        try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
            return new RunScheduler(environment(initialisers), new Remote(), notes).run(specs);
        }
    }

    @Nested
    class ElsewhereByTextsAlone {
        @Test
        void aRunIsTheSameToTheLastByteAsHere(@TempDir Path here) throws Exception {
            FinishedRun there = run(Map.of("a", spec(1))).finished().get("a");
            try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
                RunEnvironment local = new RunEnvironment(data(1), initialisers, RunStore.at(here));
                FinishedRun same = new RunScheduler(local, new LocalExecutor(local, 1))
                        .run(Map.of("a", spec(1)))
                        .finished()
                        .get("a");
                assertThat(there.stored().id()).isEqualTo(same.stored().id());
                assertThat(there.stored().files().entrySet())
                        .filteredOn(file -> !file.getKey().equals("provenance.json"))
                        .isNotEmpty()
                        .allMatch(
                                file -> same.stored().files().get(file.getKey()).equals(file.getValue()));
            }
        }

        @Test
        void equalRunsDivergedOnesAndListenersAreTheSchedulersAffair() throws Exception {
            RunResults results = run(Map.of("a", spec(1), "b", spec(1), "d", SmallRuns.diverging(1)));
            assertThat(results.finished()).containsOnlyKeys("a", "b");
            assertThat(results.diverged()).containsOnlyKeys("d");
            assertThat(results.diverged().get("d")).startsWith("diverged in epoch 1 at iteration ");
            assertThat(notes.started).containsExactlyInAnyOrder("a", "d");
            assertThat(notes.finished).containsExactly("a", "b");
        }

        /** The other run was handed over too, and its end is nobody's any more. */
        @Test
        void aMachineThatIsLostFailsTheRunThatWasThereAndStopsTheExecutor() {
            Remote unreachable = new Remote() {
                @Override
                public CompletableFuture<RunOutcome> submit(RunTask task, RunListener listener) {
                    return task.name().equals("lost")
                            ? CompletableFuture.failedFuture(new java.io.IOException("node 7 does not answer"))
                            : super.submit(task, listener);
                }
            };
            try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
                RunScheduler scheduler = new RunScheduler(environment(initialisers), unreachable, notes);
                assertThatThrownBy(() -> scheduler.run(Map.of("a", spec(1), "lost", spec(2))))
                        .isInstanceOf(RunFailedException.class)
                        .hasMessage("run 'lost' failed: node 7 does not answer");
                assertThat(unreachable.isStopping()).isTrue();
                assertThat(scheduler.missing(Map.of("a", spec(1), "lost", spec(2))))
                        .containsOnlyKeys("lost");
            }
        }

        /** Who trains elsewhere asks there whether a run may go on; unless it says so, nothing is refused here. */
        @Test
        void nothingIsRefusedHereUnlessTheExecutorDoes() {
            RunExecutor strict = new Remote() {
                @Override
                public void requireResumable(String id) {
                    throw new IllegalArgumentException("not here: " + id);
                }
            };
            try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
                Map<String, RunSpec> specs = Map.of("a", spec(1));
                RunEnvironment environment = environment(initialisers);
                assertThatCode(() -> new RunScheduler(environment, new Remote()).requireSamePlatform(specs))
                        .doesNotThrowAnyException();
                assertThatThrownBy(() -> new RunScheduler(environment, strict).run(specs))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageMatching("not here: a-[0-9a-f]{12}");
            }
        }

        @Test
        void whatIsFinishedIsNotHandedOverAgain() throws Exception {
            run(Map.of("a", spec(1)));
            assertThat(run(Map.of("other", spec(1))).finished().get("other").reused())
                    .isTrue();
            assertThat(notes.started).containsExactly("a");
        }
    }

    @Nested
    class Here {
        @Test
        void aRunThatAnotherProcessHasFinishedMeanwhileIsFoundAndNotTrained() throws Exception {
            FinishedRun first = run(Map.of("a", spec(1))).finished().get("a");
            try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
                LocalExecutor executor = new LocalExecutor(environment(initialisers), 1);
                Notes later = new Notes();
                RunTask task = new RunTask(first.stored().id(), "a", spec(1));
                RunOutcome outcome = executor.submit(task, later).get();
                executor.stop();
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                RunOutcome.Finished.class,
                                finished -> assertThat(finished.run().reused()).isTrue());
                assertThat(later.started).isEmpty();
                assertThat(later.skipped()).isEqualTo(SmallRuns.ITERATIONS);
            }
        }

        @Test
        void whatOtherWorkThrowsIsItsOwnCheckedOrNot() {
            try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
                LocalExecutor executor = new LocalExecutor(environment(initialisers), 1);
                assertThatThrownBy(() -> executor.submit(() -> {
                                    throw new java.io.IOException("disk full");
                                })
                                .get())
                        .cause()
                        .isInstanceOf(java.io.IOException.class)
                        .hasMessage("disk full");
                executor.stop();
            }
        }
    }
}
