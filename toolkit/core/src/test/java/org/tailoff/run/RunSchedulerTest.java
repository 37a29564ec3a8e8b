package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tailoff.run.SmallRuns.INITIALISER;
import static org.tailoff.run.SmallRuns.data;
import static org.tailoff.run.SmallRuns.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.data.ExampleSets;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.Observers;
import org.tailoff.record.Provenance;
import org.tailoff.record.Provenance.Part;
import org.tailoff.record.Provenance.Platform;
import org.tailoff.record.RunObserver;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.store.Checkpoint;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;
import org.tailoff.store.ValueType;
import org.tailoff.train.Trainer;
import org.tailoff.train.TrainingState;
import org.tailoff.train.platform.RunClock;
import org.tailoff.train.platform.Surroundings;

class RunSchedulerTest {
    @TempDir
    private Path runs;

    private RunStore store;
    private InitialiserRegistry initialisers;
    private final Notes notes = new Notes();

    @BeforeEach
    void open() {
        store = RunStore.at(runs);
        initialisers = InitialiserRegistry.ofClassPath();
    }

    @AfterEach
    void close() {
        initialisers.close();
    }

    private RunScheduler scheduler(ExampleSets data, boolean anywhere) {
        RunEnvironment environment = new RunEnvironment(data, initialisers, store);
        return new RunScheduler(
                environment, new LocalExecutor(environment, 2, List.of("train", "x.yaml"), anywhere), notes);
    }

    private RunScheduler scheduler() {
        return scheduler(data(1), false);
    }

    private Map<String, FinishedRun> run(Map<String, RunSpec> specs) throws InterruptedException {
        return scheduler().run(specs).finished();
    }

    @Nested
    class EqualRuns {
        @Test
        void areTrainedOnceAndFoundUnderBothNames() throws Exception {
            Map<String, FinishedRun> finished = run(Map.of("b", spec(1), "a", spec(1), "c", spec(2)));
            assertThat(finished.keySet()).containsExactly("a", "b", "c");
            assertThat(finished.get("b").stored()).isSameAs(finished.get("a").stored());
            assertThat(finished.get("b").name()).isEqualTo("b");
            assertThat(store.ids()).hasSize(2).allMatch(id -> id.matches("[ac]-[0-9a-f]{12}"));
            assertThat(notes.started).containsExactlyInAnyOrder("a", "c");
            assertThat(notes.finished).containsExactlyInAnyOrder("a", "b", "c");
        }

        @Test
        void areFoundAgainUnderAnotherName() throws Exception {
            run(Map.of("first", spec(1)));
            RunScheduler second = scheduler();
            assertThat(second.missing(Map.of("second", spec(1)))).isEmpty();
            FinishedRun found = second.run(Map.of("second", spec(1))).finished().get("second");
            assertThat(found.reused()).isTrue();
            assertThat(RunIndex.name(found.stored().id())).isEqualTo("first");
            assertThat(store.ids()).hasSize(1);
        }

        @Test
        void keepTheirDirectoryWhenTheyAreTrainedAgainUnderAnotherName() throws Exception {
            String id = run(Map.of("first", spec(1))).get("first").stored().id();
            RunScheduler second = scheduler();
            second.forget(Map.of("second", spec(1)));
            assertThat(store.ids()).isEmpty();
            assertThat(second.run(Map.of("second", spec(1)))
                            .finished()
                            .get("second")
                            .stored()
                            .id())
                    .isEqualTo(id);
        }

        @Test
        void areMissingOnce() {
            assertThat(scheduler().missing(Map.of("a", spec(1), "b", spec(1)))).containsOnlyKeys("a");
        }

        @Test
        void areNotThoseOnOtherData() throws Exception {
            run(Map.of("a", spec(1)));
            assertThat(scheduler(data(2), false).missing(Map.of("a", spec(1)))).hasSize(1);
        }
    }

    @Nested
    class Provenances {
        @Test
        void nameDataPluginCommandAndPlatform() throws Exception {
            Provenance made = run(Map.of("a", spec(1))).get("a").stored().provenance();
            assertThat(made.data()).isEqualTo(data(1).fingerprint());
            assertThat(made.plugins()).singleElement().satisfies(plugin -> {
                assertThat(plugin.id()).isEqualTo(INITIALISER);
                assertThat(plugin.type()).isEqualTo("org.tailoff.registry.ClassPathInitialiser");
                assertThat(plugin.build()).matches("[0-9a-f]{64}");
            });
            assertThat(made.parts()).singleElement().satisfies(part -> {
                assertThat(part.command()).containsExactly("train", "x.yaml");
                assertThat(part.platform()).isEqualTo(Surroundings.platform());
                assertThat(part.software()).isEqualTo(Surroundings.software());
            });
        }
    }

    @Nested
    class ARunThatWasBrokenOff {
        private static final Platform HERE = Surroundings.platform();

        private SortedMap<String, String> whole;

        private static Part part(String kernel, String jdk) {
            return new Part(
                    "2024-01-01T00:00:00Z",
                    100,
                    List.of(),
                    Surroundings.software(),
                    new Platform(HERE.os(), HERE.processor(), 1, jdk, kernel, HERE.ompThreads()));
        }

        /** Leaves a checkpoint after the first of three epochs, and an epoch after it that is lost. */
        private String brokenOff(Part before) throws InterruptedException {
            whole = run(Map.of("a", spec(1))).get("a").stored().files();
            String id = store.ids().get(0);
            store.delete(id);
            Trainer trainer =
                    new Trainer(spec(1), data(1), initialisers.find(INITIALISER).initialiser());
            RunSetup setup = new RunSetup(id, Specs.write(spec(1)), trainer.tensors(), ValueType.DOUBLE);
            try (RunRecorder recorder = store.open(setup)) {
                RunObserver dying = new RunObserver() {
                    @Override
                    public void epoch(EpochRecord record) {
                        if (record.epoch() == 2) {
                            throw new IllegalStateException("killed");
                        }
                    }
                };
                assertThatThrownBy(() -> trainer.train(
                                Observers.of(List.of(recorder, dying)),
                                Optional.empty(),
                                state -> recorder.checkpoint(checkpoint(state, before))))
                        .hasRootCauseMessage("killed");
            }
            return id;
        }

        private static Checkpoint checkpoint(TrainingState state, Part before) {
            Checkpoint made = new Continuation(Optional.empty(), RunClock.start(List.of())).checkpoint(state);
            return new Checkpoint(made.position(), made.parameters(), made.shuffledOrder(), List.of(before));
        }

        @Test
        void goesOnToTheSameBytesAndAddsUpItsTime() throws Exception {
            brokenOff(part(HERE.kernel(), HERE.jdk()));
            StoredRun resumed = run(Map.of("a", spec(1))).get("a").stored();
            assertThat(resumed.provenance().parts()).hasSize(2);
            assertThat(resumed.provenance().startedAt()).isEqualTo("2024-01-01T00:00:00Z");
            assertThat(resumed.provenance().wallSeconds())
                    .isEqualTo(100 + resumed.provenance().parts().get(1).seconds());
            assertThat(resumed.files().entrySet())
                    .filteredOn(file -> !file.getKey().equals("provenance.json"))
                    .isEqualTo(whole.entrySet().stream()
                            .filter(file -> !file.getKey().equals("provenance.json"))
                            .toList());
        }

        @Test
        void goesOnUnderAnotherNameToo() throws Exception {
            String id = brokenOff(part(HERE.kernel(), HERE.jdk()));
            StoredRun resumed = run(Map.of("z", spec(1))).get("z").stored();
            assertThat(resumed.id()).isEqualTo(id);
            assertThat(resumed.provenance().parts()).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource({"Prescott of OpenBLAS 0.3.31,", ", Another JDK 17"})
        void isRefusedUnderAnotherKernelOrJdk(String kernel, String jdk) throws Exception {
            Part before = part(kernel == null ? HERE.kernel() : kernel, jdk == null ? HERE.jdk() : jdk);
            String id = brokenOff(before);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> run(Map.of("a", spec(1))))
                    .withMessage("run " + id + " was trained so far with "
                            + before.platform().arithmetic() + " and would go on with " + HERE.arithmetic()
                            + ", which may change its last bits; --resume-anyway goes on, --force begins anew");
            assertThat(store.brokenOff(id)).isPresent();
        }

        @Test
        void goesOnThereAllTheSameWhereThatIsAskedFor() throws Exception {
            brokenOff(part("another kernel", HERE.jdk()));
            StoredRun resumed = scheduler(data(1), true)
                    .run(Map.of("a", spec(1)))
                    .finished()
                    .get("a")
                    .stored();
            assertThat(resumed.provenance().parts())
                    .extracting(each -> each.platform().kernel())
                    .containsExactly("another kernel", HERE.kernel());
        }
    }

    @Nested
    class RunsThatDiverge {
        @Test
        void areResultsUnderEachOfTheirNamesWithTheReason() throws Exception {
            RunSpec diverging = SmallRuns.diverging(1);
            RunResults results = scheduler().run(Map.of("b", diverging, "a", diverging, "sound", spec(1)));
            assertThat(results.finished()).containsOnlyKeys("sound");
            assertThat(results.diverged()).containsOnlyKeys("a", "b");
            assertThat(results.diverged().values())
                    .allMatch(reason -> reason.matches(
                            "diverged in epoch 1 at iteration \\d: tensor .* is not finite; learning rate 1.0E100"));
            assertThat(notes.finished).containsExactly("sound");
        }

        @Test
        void areMissingAfterwards() throws Exception {
            Map<String, RunSpec> runs = Map.of("a", SmallRuns.diverging(1));
            scheduler().run(runs);
            assertThat(scheduler().missing(runs)).containsOnlyKeys("a");
        }
    }

    @Nested
    class RunsThatFail {
        @Test
        void areNamedWithTheCauseAndStopTheOthers() throws Exception {
            Map<String, RunSpec> runs = Map.of("other", spec(1), "broken", spec(2));
            String id = run(Map.of("broken", spec(2))).get("broken").stored().id();
            Files.write(runs().resolve(id).resolve("epochs.parquet"), new byte[1]);
            assertThatThrownBy(() -> scheduler().run(runs))
                    .isInstanceOf(RunFailedException.class)
                    .hasMessageStartingWith("run 'broken' failed: ")
                    .hasMessageContaining("epochs.parquet");
        }

        private Path runs() {
            return runs;
        }

        @Test
        void areNamedForAnInitialiserThatIsNotThere() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> run(Map.of("a", spec(1).withInitialiser("class-path-exemple"))))
                    .withMessageStartingWith("No weight initialiser 'class-path-exemple'.")
                    .withMessageContaining("Did you mean 'class-path-example'?");
        }
    }

    @Nested
    class Listeners {
        @Test
        void areNotifiedOfEveryIterationOnceAndObserveEveryEpoch() throws Exception {
            run(Map.of("a", spec(1)));
            assertThat(notes.advanced()).isEqualTo(SmallRuns.ITERATIONS);
            assertThat(notes.skipped()).isZero();
            assertThat(notes.epochs).containsExactly(0, 1, 2, 3);
        }

        @Test
        void areNotifiedOfWhatIsStoredAsSkipped() throws Exception {
            run(Map.of("a", spec(1)));
            run(Map.of("a", spec(1), "b", spec(1)));
            assertThat(notes.started).containsExactly("a");
            assertThat(notes.finished).containsExactly("a", "a", "b");
            assertThat(notes.advanced()).isEqualTo(SmallRuns.ITERATIONS);
            assertThat(notes.skipped()).isEqualTo(2 * SmallRuns.ITERATIONS);
        }

        @Test
        void areManyAsOne() throws Exception {
            Notes other = new Notes();
            RunEnvironment environment = new RunEnvironment(data(1), initialisers, store);
            new RunScheduler(environment, new LocalExecutor(environment, 1), new RunListeners(List.of(notes, other)))
                    .run(Map.of("a", spec(1)));
            assertThat(other.started).isEqualTo(notes.started).containsExactly("a");
            assertThat(other.finished).isEqualTo(notes.finished).containsExactly("a");
            assertThat(other.epochs).isEqualTo(notes.epochs).hasSize(4);
            assertThat(other.advanced()).isEqualTo(notes.advanced()).isEqualTo(SmallRuns.ITERATIONS);
            assertThat(other.skipped()).isEqualTo(notes.skipped());
        }
    }

    @Nested
    class Stopping {
        /** Stops the scheduler from within a run, in another thread, as an interruption does. */
        private RunScheduler stoppedAtEpoch(int epoch) {
            RunEnvironment environment = new RunEnvironment(data(1), initialisers, store);
            LocalExecutor executor = new LocalExecutor(environment, 1);
            return new RunScheduler(environment, executor, new RunListener() {
                @Override
                public RunObserver observing(String run) {
                    return new RunObserver() {
                        @Override
                        public void epoch(EpochRecord record) {
                            if (record.epoch() == epoch) {
                                new Thread(executor::stop).start();
                                while (!executor.isStopping()) {
                                    Thread.onSpinWait();
                                }
                            }
                        }
                    };
                }
            });
        }

        @Test
        void keepsWhatIsDoneSoThatTheRunGoesOnToTheSameBytes() throws Exception {
            assertThatThrownBy(() -> stoppedAtEpoch(2).run(Map.of("a", spec(1))))
                    .isInstanceOf(StoppedException.class);
            assertThat(store.ids()).hasSize(1);
            assertThat(store.finished()).isEmpty();
            SortedMap<String, String> resumed =
                    new TreeMap<>(run(Map.of("a", spec(1))).get("a").stored().files());
            assertThat(notes.skipped()).as("iterations before the stop").isPositive();
            store.delete(store.ids().get(0));
            SortedMap<String, String> whole =
                    new TreeMap<>(run(Map.of("a", spec(1))).get("a").stored().files());
            resumed.remove("provenance.json");
            whole.remove("provenance.json");
            assertThat(resumed).isEqualTo(whole).isNotEmpty();
        }

        @Test
        void leavesOutWhatHasNotBegun() {
            Map<String, RunSpec> runs = Map.of("first", SmallRuns.wide(1), "second", spec(1));
            assertThatThrownBy(() -> stoppedAtEpoch(0).run(runs)).isInstanceOf(StoppedException.class);
            assertThat(store.ids()).singleElement().asString().startsWith("first-");
        }

        @Test
        void saysWhetherThereWasSomethingToStop() {
            RunScheduler scheduler = scheduler();
            assertThat(scheduler.stop()).isTrue();
            assertThat(scheduler.stop()).isFalse();
        }
    }

    @Nested
    class Order {
        @Test
        void theLongestIsFirstWhateverTheNames() throws Exception {
            RunEnvironment environment = new RunEnvironment(data(1), initialisers, store);
            new RunScheduler(environment, new LocalExecutor(environment, 1), notes)
                    .run(Map.of("a", spec(1), "b", spec(2), "z", SmallRuns.wide(1)));
            assertThat(notes.started).containsExactly("z", "a", "b");
        }
    }
}
