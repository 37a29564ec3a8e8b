package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recording process is killed at random moments, again and again, until it gets through.
 *
 * <p>{@code -Dtailoff.kills=N} repeats the whole until at least N processes were killed; {@code -Dtailoff.killSeed=S}
 * gives other moments.
 */
class KillTest {
    /** More rows than a row group holds: 4 x 35,000 against 122,880. */
    private static final SampleRun SAMPLE = new SampleRun(7, 5_000);

    private static final int KILLS_OF_A_RUN = 5;
    private static final int KILLS = Integer.getInteger("tailoff.kills", 4);
    private static final long SEED = Long.getLong("tailoff.killSeed", 20_240_101L);

    @TempDir
    Path temp;

    private Process start(Path runs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + temp, // DuckDB's unpacked native library outlives a killed process
                        "-cp",
                        System.getProperty("java.class.path"),
                        SampleRun.class.getName(),
                        runs.toString(),
                        Integer.toString(SAMPLE.epochs()),
                        Integer.toString(SAMPLE.iterations()))
                .redirectErrorStream(true)
                .redirectOutput(new File(temp.toFile(), "child.log"))
                .start();
    }

    @Test
    void aRunKilledAtAnyMomentEndsWithTheSameBytes() throws Exception {
        Path whole = temp.resolve("whole");
        long begin = System.nanoTime();
        assertThat(start(whole).waitFor()).isZero();
        long duration = System.nanoTime() - begin;
        StoredRun expected = RunStore.at(whole).find(SampleRun.ID).orElseThrow();
        SplittableRandom random = new SplittableRandom(SEED);
        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            Path runs = temp.resolve("killed" + round);
            kills += killUntilDone(runs, duration, random);
            StoredRun run = RunStore.at(runs).find(SampleRun.ID).orElseThrow();
            assertThat(ResumeTest.digests(run)).as("round %d", round).isEqualTo(ResumeTest.digests(expected));
            assertThat(run.iterationNumbers())
                    .containsExactly(LongStream.range(0, 35_000).toArray());
            assertThat(run.directory().toFile().list()).hasSize(5);
            RunDirectory.deleteTree(runs);
        }
    }

    /** Lets the run through after a few kills, however slow the machine has become. Returns the number of kills. */
    private int killUntilDone(Path runs, long duration, SplittableRandom random) throws Exception {
        for (int kills = 0; ; kills++) {
            Process child = start(runs);
            long patience = kills < KILLS_OF_A_RUN ? random.nextLong(duration) : Long.MAX_VALUE;
            if (child.waitFor(patience, TimeUnit.NANOSECONDS)) {
                assertThat(child.exitValue())
                        .as(Files.readString(temp.resolve("child.log")))
                        .isZero();
                return kills;
            }
            child.destroyForcibly().waitFor();
        }
    }
}
