package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes in every language: Persian writes %d in digits of its own. */
class LocaleTest {
    private static final Path EXAMPLE =
            Path.of("..", "docs", "examples", "spirals").toAbsolutePath().normalize();
    private static final String MNIST = """
            network: {layers: [784, 2, 10], hidden: sigmoid, output: sigmoid, cost: cross-entropy, initialiser: gaussian}
            training: {learning-rate: 0.5, mini-batch: 10, epochs: 1, regularisation: {type: none}}
            data: {training-images: 100, evaluate: []}
            seeds: {type: streams, master: 1}
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        for (String file : List.of("spirals.csv", "spirals.yaml")) {
            Files.copy(EXAMPLE.resolve(file), directory.resolve(file));
        }
        Path spec = directory.resolve("spirals.yaml");
        Files.writeString(spec, Files.readString(spec).replace("epochs: 200", "epochs: 3"));
        Files.writeString(directory.resolve("digits.yaml"), MNIST);
    }

    /** What the commands leave, by name of the file; what has times in it is left out. */
    private Map<String, String> written(Locale locale) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return written("out-" + locale.getLanguage());
        } finally {
            Locale.setDefault(before);
        }
    }

    private Map<String, String> written(String out) throws IOException {
        run("train", "digits.yaml", "--out", out);
        run(
                "compare",
                "--quick",
                "--spec",
                "spirals.yaml",
                "-i",
                "uniform",
                "-i",
                "he-normal",
                "--seeds",
                "2",
                "--out",
                out);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory.resolve(out))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = directory.resolve(out).relativize(file).toString();
                if (name.matches("runs/.*(parquet|yaml)|.*\\.(csv|md|svg)")) {
                    files.put(name, DigestUtils.sha256Hex(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    /** In this process: the main method, which helps a library with the language, is not called. */
    private void run(String... arguments) {
        ChildProcess.Ended ended = SameProcess.tailoff(directory, arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).isNotBlank().doesNotContainPattern("[\\u0660-\\u0669\\u06f0-\\u06f9]");
    }

    @Test
    void runsTablesAndDrawingsAreTheSameInPersian() throws IOException {
        Map<String, String> english = written(Locale.US);
        assertThat(english).hasSizeGreaterThan(20).containsKey("per-seed.csv");
        assertThat(written(Locale.forLanguageTag("fa-IR"))).isEqualTo(english);
    }
}
