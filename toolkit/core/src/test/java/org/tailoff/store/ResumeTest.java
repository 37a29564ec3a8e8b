package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    /**
     * More iterations than a row group of DuckDB holds, 122,880: below that an unsorted export happens to have the same
     * bytes. Also more than 64 MiB, so that the log is folded.
     */
    private static final SampleRun LONG = new SampleRun(5, 36_000);

    private static final SampleRun SAMPLE = new SampleRun(3, 10_000);

    @TempDir
    Path temp;

    private RunStore store;
    private Path directory;

    @BeforeEach
    void makeStore() {
        store = RunStore.at(temp.resolve("runs"));
        directory = temp.resolve("runs").resolve(SampleRun.ID);
    }

    static Map<String, String> digests(StoredRun run) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : new String[] {"spec.yaml", "epochs.parquet", "iterations.parquet"}) {
            digests.put(
                    name,
                    DigestUtils.sha256Hex(Files.readAllBytes(run.directory().resolve(name))));
        }
        return digests;
    }

    private Map<String, String> unbroken(SampleRun run) throws IOException {
        return digests(run.runToEnd(RunStore.at(temp.resolve("unbroken")).open(SampleRun.SETUP)));
    }

    @Test
    void equalDataGiveEqualBytes() throws IOException {
        assertThat(digests(SAMPLE.runToEnd(store.open(SampleRun.SETUP)))).isEqualTo(unbroken(SAMPLE));
    }

    @Test
    void aRunBrokenOffTwiceEndsWithTheSameBytes() throws IOException {
        try (RunRecorder recorder = store.open(SampleRun.SETUP)) {
            recorder.epoch(SampleRun.epochRecord(0));
            LONG.runEpoch(recorder, 1);
            LONG.runIterations(recorder, 2, 7_001);
        }
        try (RunRecorder recorder = store.open(SampleRun.SETUP)) {
            assertThat(recorder.resumedFrom()).contains(LONG.checkpoint(1));
            LONG.runEpoch(recorder, 2);
            LONG.runIterations(recorder, 3, LONG.iterations());
            recorder.epoch(SampleRun.epochRecord(3));
        }
        RunRecorder recorder = store.open(SampleRun.SETUP);
        assertThat(recorder.resumedFrom()).contains(LONG.checkpoint(2));
        assertThat(digests(LONG.runToEnd(recorder))).isEqualTo(unbroken(LONG));
    }

    @Test
    void withoutACheckpointTheRunBeginsAnew() throws IOException {
        try (RunRecorder recorder = store.open(SampleRun.SETUP)) {
            SAMPLE.runIterations(recorder, 1, 600);
        }
        RunRecorder recorder = store.open(SampleRun.SETUP);
        assertThat(recorder.resumedFrom()).isEmpty();
        assertThat(digests(SAMPLE.runToEnd(recorder))).isEqualTo(unbroken(SAMPLE));
    }

    @Test
    void withADamagedCheckpointTheRunBeginsAnew() throws IOException {
        breakOffAfterOneEpoch();
        Path checkpoint = directory.resolve("checkpoint/checkpoint.json");
        Files.writeString(checkpoint, Files.readString(checkpoint).replace("epochsDone\" : 1", "epochsDone\" : 2"));
        RunRecorder recorder = store.open(SampleRun.SETUP);
        assertThat(recorder.resumedFrom()).isEmpty();
        assertThat(digests(SAMPLE.runToEnd(recorder))).isEqualTo(unbroken(SAMPLE));
    }

    @Test
    void aDatabaseBehindItsCheckpointIsRefused() throws IOException, SQLException {
        breakOffAfterOneEpoch();
        RunDirectory files = new RunDirectory(directory);
        try (RunDatabase database = RunDatabase.open(files, SampleRun.SETUP)) {
            assertThat(database.keepUntil(0)).isZero();
        }
        assertThatThrownBy(() -> store.open(SampleRun.SETUP))
                .hasMessage(files.database() + ": expected 10000 iterations up to the checkpoint, found 0; delete "
                        + directory + " to begin the run anew");
    }

    @Test
    void aDamagedDatabaseIsRefusedNamingTheRun() throws IOException {
        breakOffAfterOneEpoch();
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("run.duckdb").toFile(), "rw")) {
            file.seek(5000);
            file.write(new byte[9000]);
        }
        assertThatThrownBy(() -> store.open(SampleRun.SETUP))
                .isInstanceOf(RunStoreException.class)
                .hasMessageStartingWith("Opening " + directory + " failed: SQLException: ");
    }

    private void breakOffAfterOneEpoch() {
        try (RunRecorder recorder = store.open(SampleRun.SETUP)) {
            recorder.epoch(SampleRun.epochRecord(0));
            SAMPLE.runEpoch(recorder, 1);
        }
    }

    @Test
    void theRunningDatabaseShowsItsRows() throws Exception {
        breakOffAfterOneEpoch();
        String query = "ATTACH '" + directory.resolve("run.duckdb") + "' AS run (READ_ONLY); USE run;"
                + " SELECT count(*), count(DISTINCT tensor), max(iteration) FROM iterations";
        try (var connection = DuckDb.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            assertThat(result.getLong(1)).isEqualTo(40_000);
            assertThat(result.getLong(2)).isEqualTo(4);
            assertThat(result.getLong(3)).isEqualTo(9_999);
        }
    }
}
