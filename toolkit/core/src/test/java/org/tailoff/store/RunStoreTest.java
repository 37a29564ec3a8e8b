package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.RunStart;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.TrainedNetwork;
import org.tailoff.record.ValueRange;

class RunStoreTest {
    private static final SampleRun SAMPLE = new SampleRun(2, 300);

    @TempDir
    Path runs;

    private RunStore store;
    private Path directory;

    @BeforeEach
    void makeStore() {
        store = RunStore.at(runs);
        directory = runs.resolve(SampleRun.ID);
    }

    @Test
    void finishedRunsAreListed() throws IOException {
        assertThat(RunStore.at(runs.resolve("none")).finished()).isEmpty();
        try (RunRecorder going = store.open(SampleRun.SETUP)) {
            assertThat(going.resumedFrom()).isEmpty();
            assertThat(store.finished()).isEmpty();
        }
        SAMPLE.runToEnd(store.open(SampleRun.SETUP));
        Files.writeString(runs.resolve("a file"), "in between");
        assertThat(store.finished()).containsExactly(SampleRun.ID);
    }

    @Test
    void everyDirectoryOfARunIsListed() throws IOException {
        store.open(SampleRun.SETUP).close();
        Files.createDirectory(runs.resolve(".hidden"));
        Files.writeString(runs.resolve("a file"), "in between");
        assertThat(store.ids()).containsExactly(SampleRun.ID);
        assertThat(RunStore.at(runs.resolve("none")).ids()).isEmpty();
    }

    @Test
    void aRunThatWasBrokenOffTellsWhereItWouldGoOn() {
        assertThat(store.brokenOff(SampleRun.ID)).isEmpty();
        try (RunRecorder recorder = store.open(SampleRun.SETUP)) {
            SAMPLE.runEpoch(recorder, 1);
        }
        assertThat(store.brokenOff(SampleRun.ID)).hasValue(SAMPLE.checkpoint(1));
        SAMPLE.runToEnd(store.open(SampleRun.SETUP));
        assertThat(store.brokenOff(SampleRun.ID)).isEmpty();
    }

    @Test
    void aRunWithoutItsManifestIsNotUnfinishedButDamaged() throws IOException {
        try (RunRecorder going = store.open(SampleRun.SETUP)) {
            assertThat(store.isUnfinished(SampleRun.ID)).isTrue();
            SAMPLE.runToEnd(going);
        }
        assertThat(store.isUnfinished(SampleRun.ID)).isFalse();
        Files.delete(directory.resolve("manifest.json"));
        assertThat(store.isUnfinished(SampleRun.ID)).isFalse();
    }

    @Nested
    class Opening {
        @Test
        void aDirectoryInUseIsRefused() {
            try (RunRecorder first = store.open(SampleRun.SETUP)) {
                assertThat(first.resumedFrom()).isEmpty();
                refuses(directory + " is in use by another process or run");
            }
            store.open(SampleRun.SETUP).close();
        }

        @Test
        void aFinishedRunIsRefused() {
            SAMPLE.runToEnd(store.open(SampleRun.SETUP));
            refuses(directory + " is finished");
        }

        @Test
        void anotherSpecIsRefused() throws IOException {
            store.open(SampleRun.SETUP).close();
            Files.writeString(directory.resolve("spec.yaml"), "name: other\n");
            refuses(directory.resolve("spec.yaml") + ": expected SHA-256 "
                    + DigestUtils.sha256Hex("name: sample\n") + ", found SHA-256 "
                    + DigestUtils.sha256Hex("name: other\n"));
        }

        @Test
        void aPlaceThatIsAFileIsRefused() throws IOException {
            Files.writeString(directory, "in the way");
            assertThatExceptionOfType(RunStoreException.class)
                    .isThrownBy(() -> store.open(SampleRun.SETUP))
                    .withMessageStartingWith("Opening " + directory + " failed: FileAlreadyExistsException");
        }

        @Test
        void badIdsAreRefused() {
            for (String id : List.of("", "../x", "a/b", ".hidden", "a b")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> store.find(id))
                        .withMessage("id must match [A-Za-z0-9][A-Za-z0-9._-]*: '" + id + "'");
            }
        }

        @Test
        void aPathThatDuckDbCannotUseIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RunStore.at(Path.of("/a?b")))
                    .withMessage("runs must be a path without '?': /a?b");
        }

        private void refuses(String message) {
            assertThatExceptionOfType(RunStoreException.class)
                    .isThrownBy(() -> store.open(SampleRun.SETUP))
                    .withMessage(message);
        }
    }

    @Nested
    class Recording {
        @Test
        void otherTensorsAreRefused() {
            try (RunRecorder recorder = store.open(SampleRun.SETUP)) {
                TensorStatistics zero = new TensorStatistics(0, 0, 0, 0, new ValueRange(0, 0));
                RunStart start = new RunStart(List.of(new RunStart.Tensor("w", List.of(2), zero)));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> recorder.started(start))
                        .withMessage("tensors must be [1_W, 1_b, 2_W, 2_b]: [w]");
                IterationBlock block = IterationBlock.copyOf(1, List.of("w"), new long[1], new double[12]);
                assertThatIllegalArgumentException().isThrownBy(() -> recorder.iterations(block));
            }
        }

        @Test
        void iterationsAndEpochsMustFollowOneAnother() {
            try (RunRecorder recorder = store.open(SampleRun.SETUP)) {
                SAMPLE.runEpoch(recorder, 1);
                refuses("iteration must be after 299: 299", () -> recorder.iterations(SAMPLE.block(2, -1, 1)));
                refuses("epoch must be after 1: 1", () -> recorder.iterations(SAMPLE.block(1, 0, 1)));
                refuses("epoch must be after 1: 1", () -> recorder.epoch(SampleRun.epochRecord(1)));
                refuses("epoch must be after 1: 0", () -> recorder.epoch(SampleRun.epochRecord(0)));
                refuses("epochsDone must be the last epoch, 1: 2", () -> recorder.checkpoint(SAMPLE.checkpoint(2)));
            }
        }

        private void refuses(String message, Runnable call) {
            assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
        }

        @Test
        void nothingIsTakenAfterClosing() {
            RunRecorder recorder = store.open(SampleRun.SETUP);
            recorder.close();
            recorder.close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> recorder.epoch(SampleRun.epochRecord(1)))
                    .withMessage("recorder of " + directory + " is closed");
        }

        @Test
        @Timeout(30)
        void aCheckpointIsWrittenWithinASecondOrTwoThoughNothingFollows() {
            try (RunRecorder recorder = store.open(SampleRun.SETUP)) {
                SAMPLE.runEpoch(recorder, 1);
                while (!Files.exists(directory.resolve("checkpoint/checkpoint.json"))) {
                    Thread.onSpinWait();
                }
            }
        }

        @Test
        void aRunWithoutIterationsIsARun() {
            RunRecorder recorder = store.open(SampleRun.SETUP);
            recorder.epoch(SampleRun.epochRecord(0));
            StoredRun run = recorder.finish(SampleRun.PROVENANCE);
            assertThat(run.iterationNumbers()).isEmpty();
            assertThat(run.tensors()).isEmpty();
            assertThat(run.epochs()).containsExactly(SampleRun.epochRecord(0));
        }
    }

    /** The bytes mean nothing to the store. */
    @Nested
    class AKeptNetwork {
        private static final byte[] DL4J = {1, 2, 3};
        private static final byte[] NUMPY = {4, 5};

        @Test
        void isPartOfTheFinishedRun() throws IOException {
            StoredRun run = finish(true);
            assertThat(run.files())
                    .containsOnlyKeys(
                            "spec.yaml",
                            "epochs.parquet",
                            "iterations.parquet",
                            "provenance.json",
                            "network.zip",
                            "parameters.npz");
            assertThat(run.network()).contains(directory.resolve("network.zip"));
            assertThat(run.parameters()).contains(directory.resolve("parameters.npz"));
            assertThat(run.network().orElseThrow()).hasBinaryContent(DL4J);
            assertThat(run.parameters().orElseThrow()).hasBinaryContent(NUMPY);
            assertThat(directory.resolve("manifest.json")).content().contains(DigestUtils.sha256Hex(NUMPY));
        }

        @Test
        void thatHasChangedIsNamed() throws IOException {
            finish(true);
            Path file = Files.write(directory.resolve("network.zip"), NUMPY);
            assertThatThrownBy(() -> store.find(SampleRun.ID))
                    .isInstanceOf(RunStoreException.class)
                    .hasMessage(file + ": expected 3 bytes, found 2 bytes");
        }

        @Test
        void isAbsentIfNothingWasKeptAndWhatAKilledEndLeftIsDeleted() throws IOException {
            store.open(SampleRun.SETUP).close();
            Files.write(directory.resolve("network.zip"), DL4J);
            StoredRun run = finish(false);
            assertThat(run.network()).isEmpty();
            assertThat(run.parameters()).isEmpty();
            assertThat(directory.resolve("network.zip")).doesNotExist();
        }

        private StoredRun finish(boolean keep) {
            RunRecorder recorder = store.open(SampleRun.SETUP);
            if (keep) {
                recorder.keep(new TrainedNetwork(DL4J, NUMPY));
            }
            return SAMPLE.runToEnd(recorder);
        }
    }

    @Nested
    class AFailedWrite {
        @Test
        void ofACheckpointFailsTheRunAtTheNextHandOver() throws IOException {
            RunRecorder recorder = store.open(SampleRun.SETUP);
            Files.writeString(directory.resolve("checkpoint"), "in the way");
            SAMPLE.runEpoch(recorder, 1);
            assertThatThrownBy(() -> recordOn(recorder))
                    .isInstanceOf(RunStoreException.class)
                    .hasMessageStartingWith("Writing " + directory + " failed: FileAlreadyExistsException: ");
            assertThatThrownBy(recorder::close).isInstanceOf(RunStoreException.class);
            Files.delete(directory.resolve("checkpoint"));
            store.open(SampleRun.SETUP).close();
        }

        private void recordOn(RunRecorder recorder) {
            for (int epoch = 2; epoch < 1000; epoch++) {
                SAMPLE.runEpoch(recorder, epoch);
            }
        }

        @Test
        void ofAFinishedFileLeavesTheRunResumable() throws IOException {
            RunRecorder recorder = store.open(SampleRun.SETUP);
            Path obstacle = Files.createDirectories(directory.resolve("epochs.parquet/x"));
            assertThatThrownBy(() -> SAMPLE.runToEnd(recorder))
                    .isInstanceOf(RunStoreException.class)
                    .hasMessageStartingWith("Finishing " + directory + " failed: ");
            assertThat(directory.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
            RunDirectory.deleteTree(obstacle.getParent());
            RunRecorder again = store.open(SampleRun.SETUP);
            assertThat(again.resumedFrom()).contains(SAMPLE.checkpoint(2));
            assertThat(SAMPLE.runToEnd(again).epochs()).hasSize(3);
        }
    }

    @Test
    void aFinishedRunIsTidiedIfItsProcessDiedBeforeTheLastStep() throws IOException {
        SAMPLE.runToEnd(store.open(SampleRun.SETUP));
        for (String name : List.of("run.duckdb", "run.duckdb.wal", "run.lock", ".x.1-1.tmp")) {
            Files.createFile(directory.resolve(name));
        }
        Files.createDirectories(directory.resolve("checkpoint"));
        assertThat(store.find(SampleRun.ID)).isPresent();
        assertThat(directory.toFile().list()).hasSize(5);
    }

    @Test
    void aRunCanBeDeleted() {
        SAMPLE.runToEnd(store.open(SampleRun.SETUP));
        store.delete(SampleRun.ID);
        store.delete(SampleRun.ID);
        assertThat(directory).doesNotExist();
    }

    @Test
    void aRunInUseIsNotDeleted() {
        try (RunRecorder recorder = store.open(SampleRun.SETUP)) {
            assertThatThrownBy(() -> store.delete(SampleRun.ID))
                    .hasMessage(directory + " is in use by another process or run");
            recorder.epoch(SampleRun.epochRecord(0));
        }
    }
}
