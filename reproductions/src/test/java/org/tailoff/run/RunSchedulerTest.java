package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledRows;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.Observers;
import org.tailoff.record.Provenance;
import org.tailoff.record.Provenance.Part;
import org.tailoff.record.Provenance.Platform;
import org.tailoff.record.RunObserver;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.run.RunScheduler.Bench;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.NetworkSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.Specs;
import org.tailoff.spec.TrainingSpec;
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

/** Small runs on points of a square, of which the classes are halves. */
class RunSchedulerTest {
    private static final int ROWS = 20;

    @TempDir
    private Path runs;

    private RunStore store;
    private InitialiserRegistry initialisers;
    private final Watching watching = new Watching();

    @BeforeEach
    void open() {
        store = RunStore.at(runs);
        initialisers = InitialiserRegistry.ofClassPath();
    }

    @AfterEach
    void close() {
        initialisers.close();
    }

    /** Remembers what it was told. */
    private static final class Watching implements RunListener {
        private final List<String> started = new ArrayList<>();
        private final List<String> finished = new ArrayList<>();

        @Override
        public void started(String run) {
            started.add(run);
        }

        @Override
        public void advanced(RunSpec run, long iterations) {}

        @Override
        public void finished(FinishedRun run) {
            finished.add(run.name());
        }
    }

    private static ExampleSets data(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(2 * ROWS).toArray();
        int[] labels = IntStream.range(0, ROWS)
                .map(row -> values[2 * row] > 0.5 ? 1 : 0)
                .toArray();
        LabelledRows rows = LabelledRows.of(List.of("left", "right"), 2, values, labels);
        return new ExampleSets(rows, rows, rows);
    }

    private static RunSpec spec(long master) {
        return new RunSpec(
                new NetworkSpec(
                        List.of(2, 3, 2), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "gaussian"),
                new TrainingSpec(0.5, 10, 3, new Regularisation.L2(0.1)),
                new DataSpec(ROWS, List.of(DataSpec.DataSet.TEST)),
                new SeedSpec.Streams(master),
                ExecutionSpec.DEFAULT);
    }

    private RunScheduler laboratory(ExampleSets data, boolean anywhere) {
        return new RunScheduler(
                data, initialisers, store, new Bench(2, watching, List.of("train", "x.yaml"), anywhere));
    }

    private Map<String, FinishedRun> run(Map<String, RunSpec> specs) throws InterruptedException {
        return laboratory(data(1), false).run(specs).finished();
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
            assertThat(watching.started).containsExactlyInAnyOrder("a", "c");
            assertThat(watching.finished).containsExactlyInAnyOrder("a", "b", "c");
        }

        @Test
        void areFoundAgainUnderAnotherName() throws Exception {
            run(Map.of("first", spec(1)));
            RunScheduler second = laboratory(data(1), false);
            assertThat(second.missing(Map.of("second", spec(1)))).isEmpty();
            FinishedRun found = second.run(Map.of("second", spec(1))).finished().get("second");
            assertThat(found.reused()).isTrue();
            assertThat(RunScheduler.name(found.stored().id())).isEqualTo("first");
            assertThat(store.ids()).hasSize(1);
        }

        @Test
        void keepTheirDirectoryWhenTheyAreTrainedAgainUnderAnotherName() throws Exception {
            String id = run(Map.of("first", spec(1))).get("first").stored().id();
            RunScheduler second = laboratory(data(1), false);
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
            assertThat(laboratory(data(1), false).missing(Map.of("a", spec(1), "b", spec(1))))
                    .containsOnlyKeys("a");
        }

        @Test
        void areNotThoseOnOtherData() throws Exception {
            run(Map.of("a", spec(1)));
            assertThat(laboratory(data(2), false).missing(Map.of("a", spec(1)))).hasSize(1);
        }
    }

    @Nested
    class Provenances {
        @Test
        void nameDataPluginCommandAndPlatform() throws Exception {
            Provenance made = run(Map.of("a", spec(1))).get("a").stored().provenance();
            assertThat(made.data()).isEqualTo(data(1).fingerprint());
            assertThat(made.plugins()).singleElement().satisfies(plugin -> {
                assertThat(plugin.id()).isEqualTo("gaussian");
                assertThat(plugin.type()).isEqualTo("org.tailoff.plugins.initialisers.GaussianInitialiser");
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
                    new Trainer(spec(1), data(1), initialisers.find("gaussian").initialiser());
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
            StoredRun resumed = laboratory(data(1), true)
                    .run(Map.of("a", spec(1)))
                    .finished()
                    .get("a")
                    .stored();
            assertThat(resumed.provenance().parts())
                    .extracting(each -> each.platform().kernel())
                    .containsExactly("another kernel", HERE.kernel());
        }
    }
}
