package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tailoff.run.SmallRuns.data;
import static org.tailoff.run.SmallRuns.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.record.Provenance;
import org.tailoff.record.Provenance.Part;
import org.tailoff.record.Provenance.Platform;
import org.tailoff.record.Provenance.Plugin;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;

class RetrainingTest {
    private static final RunSpec RECORDING_NOTHING = recordingEvery(0);

    @TempDir
    private Path runs;

    @TempDir
    private Path elsewhere;

    private InitialiserRegistry initialisers;

    @BeforeEach
    void open() {
        initialisers = InitialiserRegistry.ofClassPath();
    }

    @AfterEach
    void close() {
        initialisers.close();
    }

    private static RunSpec recordingEvery(int every) {
        return spec(1).withExecution(ExecutionSpec.DEFAULT.recordingEvery(every));
    }

    private RunResults train(Path directory, Map<String, RunSpec> specs) throws InterruptedException {
        RunEnvironment environment = new RunEnvironment(data(1), initialisers, RunStore.at(directory));
        return new RunScheduler(environment, new LocalExecutor(environment, 2)).run(specs);
    }

    private StoredRun stored(RunSpec spec) throws InterruptedException {
        return train(runs, Map.of("a", spec)).finished().get("a").stored();
    }

    @Nested
    class TheSameRun {
        @Test
        void comesOutBitByBitWhetherItIsRecordedOrNot() throws Exception {
            StoredRun stored = stored(spec(1));
            Retraining retraining = Retraining.of(stored);
            assertThat(retraining.runs())
                    .isEqualTo(Map.of(stored.id() + "_again", spec(1), stored.id() + "_otherwise", RECORDING_NOTHING));
            assertThat(retraining.outcomes(train(elsewhere, retraining.runs())))
                    .containsExactly(
                            new Retraining.Retrained(true, stored.id() + ": trained anew: the same, bit by bit"),
                            new Retraining.Retrained(
                                    true, stored.id() + ": trained anew, recording nothing: the same, bit by bit"));
        }

        @Test
        void isRecordedTheSecondTimeIfItRecordsNothing() throws Exception {
            StoredRun stored = stored(RECORDING_NOTHING);
            Retraining retraining = Retraining.of(stored);
            assertThat(retraining.runs()).containsEntry(stored.id() + "_otherwise", spec(1));
            assertThat(retraining.outcomes(train(elsewhere, retraining.runs())))
                    .contains(new Retraining.Retrained(
                            true, stored.id() + ": trained anew, recording every iteration: the same, bit by bit"));
        }
    }

    @Nested
    class OtherBits {
        /** The second, which records nothing, may leave other iterations; its epochs and its network may not differ. */
        @Test
        void areFoundInEveryFileThatHasThem() throws Exception {
            StoredRun stored = stored(spec(1));
            assertThat(outcomes(stored, spec(2), spec(2).withExecution(RECORDING_NOTHING.execution())))
                    .containsExactly(
                            new Retraining.Retrained(
                                    false,
                                    stored.id() + ": trained anew: OTHER BITS in epochs.parquet, iterations.parquet,"
                                            + " network.zip, parameters.npz, spec.yaml"),
                            new Retraining.Retrained(
                                    false,
                                    stored.id() + ": trained anew, recording nothing: OTHER BITS in epochs.parquet,"
                                            + " network.zip, parameters.npz"));
        }

        @Test
        void areThoseOfAFileThatIsNotThere() throws Exception {
            StoredRun stored = stored(spec(1));
            ExecutionSpec keepingNothing =
                    new ExecutionSpec(ExecutionSpec.Engine.FUSED, ExecutionSpec.Precision.DOUBLE, 0, 0, false);
            assertThat(outcomes(stored, spec(1), spec(1).withExecution(keepingNothing)))
                    .extracting(Retraining.Retrained::line)
                    .last()
                    .asString()
                    .endsWith("OTHER BITS in network.zip, parameters.npz");
        }

        @Test
        void areNotAskedForWhereTheRunDiverges() throws Exception {
            StoredRun stored = stored(spec(1));
            assertThat(outcomes(stored, SmallRuns.diverging(1), RECORDING_NOTHING))
                    .satisfiesExactly(
                            first -> {
                                assertThat(first.same()).isFalse();
                                assertThat(first.line())
                                        .startsWith(stored.id() + ": trained anew: diverged in epoch 1 at iteration ");
                            },
                            second -> assertThat(second.same()).isTrue());
        }

        private List<Retraining.Retrained> outcomes(StoredRun stored, RunSpec again, RunSpec otherwise)
                throws InterruptedException {
            Map<String, RunSpec> others = Map.of(stored.id() + "_again", again, stored.id() + "_otherwise", otherwise);
            return Retraining.of(stored).outcomes(train(elsewhere, others));
        }
    }

    @Nested
    class WhatItNeeds {
        private Retraining with(Retraining real, List<Plugin> plugins, List<Part> parts) {
            Provenance made = real.made();
            return new Retraining(
                    real.stored(), real.spec(), new Provenance(made.engine(), made.data(), plugins, parts));
        }

        @Test
        void areTheDataItWasTrainedOn() throws Exception {
            Retraining retraining = Retraining.of(stored(spec(1)));
            assertThatCode(() -> retraining.requireSame(data(1), initialisers)).doesNotThrowAnyException();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> retraining.requireSame(data(2), initialisers))
                    .withMessage(
                            "run %s was trained on data of SHA-256 %s, found SHA-256 %s; --data says where they are"
                                    .formatted(retraining.stored().id(), data(1).fingerprint(), data(2).fingerprint()));
        }

        @Test
        void isTheBuildOfItsInitialiser() throws Exception {
            Retraining real = Retraining.of(stored(spec(1)));
            Plugin used = real.made().plugins().get(0);
            Plugin older = new Plugin(used.id(), used.type(), "older.jar", "1", "00ff", "another build");
            Retraining retraining = with(real, List.of(older), real.made().parts());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> retraining.requireSame(data(1), initialisers))
                    .withMessage(
                            "run %s was trained with another build of initialiser '%s', older.jar of SHA-256 00ff; installed is %s of SHA-256 %s"
                                    .formatted(real.stored().id(), used.id(), used.jar(), used.sha256()));
        }

        /** A run that went on elsewhere was trained elsewhere in part. */
        @Test
        void isSaidOfAPlatformOtherThanThisOne() throws Exception {
            Retraining real = Retraining.of(stored(spec(1)));
            assertThat(real.elsewhere()).isEmpty();
            Part part = real.made().parts().get(0);
            Platform here = part.platform();
            Platform there = new Platform(here.os(), here.processor(), 1, "Another JDK 17", "Prescott", "1");
            Part before = new Part(part.startedAt(), 1, List.of(), part.software(), there);
            assertThat(with(real, real.made().plugins(), List.of(part, before)).elsewhere())
                    .contains(real.stored().id()
                            + " was trained with kernel Prescott, Another JDK 17 and is trained anew with "
                            + here.arithmetic() + ": its last bits may differ");
        }
    }
}
