package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDatabaseTest {
    /**
     * More rows than the row groups of both files hold: 4 x 41,400 of 122,880, and 1,035 x 8 of 8,192; the last chunks
     * of a table are those that change. What is written when decides over DuckDB's chunks, and chunks over row groups.
     */
    private static final SampleRun SAMPLE = new SampleRun(1_035, 40);

    private static final long NEVER = Long.MAX_VALUE / 2;

    @TempDir
    Path temp;

    /**
     * A log of four megabytes is folded at a full chunk, which is 2,048 rows of 400 bytes; one of 400 kilobytes before
     * there is one.
     *
     * @param large size from which it is folded
     */
    @ParameterizedTest
    @ValueSource(longs = {400_000, 4_000_000})
    void theBytesOfTheFilesDoNotDependOnWhenTheRowsWereCommitted(long large) throws SQLException, IOException {
        assertThat(record("often", large, 7)).isEqualTo(record("seldom", NEVER, 90));
    }

    private List<String> record(String name, long large, int epochsBetweenCommits) throws SQLException, IOException {
        RunDirectory directory = new RunDirectory(Files.createDirectory(temp.resolve(name)));
        Path iterations = directory.file("iterations");
        Path epochs = directory.file("epochs");
        try (RunDatabase database = RunDatabase.open(directory, SampleRun.SETUP, large)) {
            for (int epoch = 1; epoch <= SAMPLE.epochs(); epoch++) {
                database.append(SAMPLE.block(epoch, 0, SAMPLE.iterations()));
                database.append(SampleRun.epochRecord(epoch));
                if (epoch % epochsBetweenCommits == 0) {
                    database.commit();
                }
            }
            database.commit();
            database.export(iterations, epochs);
        }
        return List.of(digest(iterations), digest(epochs));
    }

    private static String digest(Path file) throws IOException {
        return DigestUtils.sha256Hex(Files.readAllBytes(file));
    }
}
