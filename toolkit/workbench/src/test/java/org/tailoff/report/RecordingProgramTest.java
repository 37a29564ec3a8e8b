package org.tailoff.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.figure.Colour;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationColumn;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;

/**
 * The program of docs/recording.md, compiled and run as a reader would: on the libraries alone, in a JVM of its own.
 */
class RecordingProgramTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "recording.md");

    /** Neither tests nor plugins, nor anything of the book. */
    private static final String LIBRARIES = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(place -> !place.contains("test-classes") && !place.contains("initialisers"))
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    static Path directory;

    private static String printed;

    private static String program() throws IOException {
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf("```java\nimport ") + "```java\n".length();
        return document.substring(begin, document.indexOf("```\n", begin));
    }

    @BeforeAll
    static void runsTwice() throws Exception {
        Path source = Files.writeString(directory.resolve("RecordingExample.java"), program());
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", LIBRARIES, "-d", directory.toString(), source.toString());
        assertThat(compiled).isZero();
        run();
        printed = run();
    }

    private static String run() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                LIBRARIES + File.pathSeparator + directory,
                "RecordingExample",
                directory.resolve("out").toString());
        builder.redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    @Test
    void keepsEveryIterationAndEpochOfEachStartAsARunOfItsOwn() {
        RunStore store = RunStore.at(directory.resolve("out").resolve("runs"));
        assertThat(store.finished()).containsExactly("circle", "circle-2");
        for (String id : store.finished()) {
            StoredRun run = store.find(id).orElseThrow();
            assertThat(run.tensors()).containsExactly("0_W", "0_b", "1_W", "1_b");
            assertThat(run.iterationNumbers())
                    .containsExactly(LongStream.range(0, 250).toArray());
            assertThat(run.epochs()).extracting(EpochRecord::epoch).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(run.epochs().get(5).sets().get(0).images()).isEqualTo(100);
        }
    }

    @Test
    void drawsTheNorms() throws IOException {
        BufferedImage norms =
                ImageIO.read(directory.resolve("out/figures/circle/norm.png").toFile());
        assertThat(norms.getWidth()).isEqualTo(815);
        for (Colour colour : List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN, Colour.PURPLE)) {
            assertThat(columnsWith(colour, norms)).as(colour.name()).isGreaterThan(400);
        }
        assertThat(Files.readString(directory.resolve("out/figures/circle/norm.svg")))
                .contains("<svg", "norm of each tensor", "weights of the hidden layer");
    }

    /** How far a line reaches: a legend alone is some sixty columns wide. */
    private static long columnsWith(Colour colour, BufferedImage image) {
        return IntStream.range(0, image.getWidth())
                .filter(x -> IntStream.range(0, image.getHeight())
                        .anyMatch(y -> (image.getRGB(x, y) & 0xFFFFFF) == colour.rgb()))
                .count();
    }

    @Test
    void writesThePageOfTheRunAndSaysWhere() throws IOException {
        Path page = directory.resolve("out/report/runs/circle-2.html");
        assertThat(printed.lines().toList()).contains("Open " + page);
        assertThat(Files.readString(page))
                .contains("own: dense 8 tanh, output 2 softmax; Sgd 0.5, L2 1.0E-4;", "backpropType");
    }

    @Test
    void takesNoMoreThanTenLinesOfTheUsersOwn() throws IOException {
        String program = program();
        String main = program.substring(program.indexOf("void main"), program.indexOf("    private static"));
        List<String> statements = Arrays.asList(main.split(";", -1));
        assertThat(statements).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void theDocumentListsEveryColumn() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (IterationColumn column : IterationColumn.values()) {
            assertThat(document).contains("| `" + column.columnName() + "` |");
        }
    }
}
