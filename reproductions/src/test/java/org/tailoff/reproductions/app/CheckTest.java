package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tailoff check} on two runs of the documentation's example. */
class CheckTest {
    private static final Path EXAMPLE =
            Path.of("..", "docs", "examples", "spirals").toAbsolutePath().normalize();

    @TempDir
    private static Path trained;

    @TempDir
    private Path directory;

    @BeforeAll
    static void trainTwoRuns() throws Exception {
        for (String file : List.of("spirals.csv", "spirals.yaml")) {
            Files.copy(EXAMPLE.resolve(file), trained.resolve(file));
        }
        ChildProcess.Ended ended =
                SameProcess.tailoff(trained, "train", "spirals.yaml", "--epochs", "2", "--seeds", "2", "--out", "out");
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    /** So that every test may spoil them. */
    @BeforeEach
    void copyThem() throws IOException {
        try (Stream<Path> files = Files.walk(trained)) {
            for (Path file : files.toList()) {
                Path copy = directory.resolve(trained.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private ChildProcess.Ended check(String... args) {
        return SameProcess.tailoff(directory, command(args));
    }

    /** In a JVM of its own, since the table of a stored spec is looked for where the process was started. */
    private ChildProcess.Ended retrain(String... args) throws IOException, InterruptedException {
        return ChildProcess.tailoff(directory, command(args));
    }

    private static String[] command(String... args) {
        return Stream.concat(Stream.of("check", "out"), Stream.of(args)).toArray(String[]::new);
    }

    private Path firstRun() throws IOException {
        try (Stream<Path> runs = Files.list(directory.resolve("out/runs"))) {
            return runs.sorted().findFirst().orElseThrow();
        }
    }

    @Test
    void runsTrainedAnewComeOutTheSame() throws Exception {
        Files.createDirectories(directory.resolve("out/runs/begun-0123456789ab"));
        ChildProcess.Ended ended = retrain("--retrain", "2", "--seed", "3");
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        String id = "spirals_seed[12]-[0-9a-f]{12}: ";
        assertThat(ended.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).matches(id + "trained anew: the same, bit by bit"),
                        line -> assertThat(line).matches(id + "trained anew, recording nothing: the same, bit by bit"),
                        line -> assertThat(line).matches(id + "trained anew: the same, bit by bit"),
                        line -> assertThat(line).matches(id + "trained anew, recording nothing: the same, bit by bit"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "3 runs: 2 whole, 0 damaged, 1 unfinished; 4 of 4 trainings came out the same"));
        assertThat(ended.err()).contains("trained anew, chosen by seed 3: spirals_seed", "Training 100%");
    }

    @Test
    void eachDamagedRunIsALineAndTheLastOneCounts() throws Exception {
        Path file = firstRun().resolve("epochs.parquet");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        ChildProcess.Ended ended = check();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("damaged: " + directory.resolve("out"))
                                .contains("epochs.parquet: expected SHA-256 ", ", found SHA-256 "),
                        line -> assertThat(line).isEqualTo("2 runs: 1 whole, 1 damaged, 0 unfinished"));
    }

    @Test
    void aRunIsNotTrainedAnewOnOtherData() throws Exception {
        Path table = directory.resolve("spirals.csv");
        Files.writeString(table, Files.readString(table).replaceFirst("\n[^\n]+\n$", "\n"));
        ChildProcess.Ended ended = retrain("--retrain", "1");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines().get(ended.lines().size() - 1))
                .matches(
                        "tailoff: run spirals_seed\\S+ was trained on data of SHA-256 [0-9a-f]{64}, found SHA-256 [0-9a-f]{64};"
                                + " --data says where they are");
    }

    @Test
    void whatIsNotOursIsWrongUsage() throws Exception {
        ChildProcess.Ended ended = SameProcess.tailoff(directory, "check", "nowhere");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines())
                .containsExactly("tailoff: DIR must be a directory that tailoff wrote, 'nowhere' is none");
        assertThat(check("--retrain", "0").lines()).containsExactly("tailoff: --retrain must be at least 1, was 0");
    }
}
