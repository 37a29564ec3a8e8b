package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** {@code tailoff train} on the example of the documentation. */
class TrainTest {
    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Path EXAMPLE = DOCS.resolve("examples/spirals");

    @TempDir
    private Path directory;

    private String spec;

    @BeforeEach
    void copyTheExample() throws IOException {
        Files.copy(EXAMPLE.resolve("spirals.csv"), directory.resolve("spirals.csv"));
        spec = Files.readString(EXAMPLE.resolve("spirals.yaml"));
        Files.writeString(directory.resolve("spirals.yaml"), spec);
    }

    private ChildProcess.Ended train(String... options) {
        return SameProcess.tailoff(
                directory, Stream.concat(Stream.of("train"), Stream.of(options)).toArray(String[]::new));
    }

    @Nested
    class TheExample {
        @Test
        void learnsMoreThanNineOfTenTestRowsAndLeavesAPageOfItsRun() throws Exception {
            ChildProcess.Ended ended = train("spirals.yaml", "--out", "out");
            assertThat(ended.code()).as(ended.err()).isZero();
            Matcher end = Pattern.compile("spirals +test +end +200 +\\S+ +\\S+ +(\\S+) %")
                    .matcher(ended.out());
            assertThat(end.find()).as(ended.out()).isTrue();
            assertThat(Double.parseDouble(end.group(1))).isGreaterThan(90);
            Path page = Path.of(
                    ended.out().lines().reduce((a, b) -> b).orElseThrow().replaceFirst("^spirals: ", ""));
            assertThat(page)
                    .content()
                    .contains("Its weights, epoch by epoch", "arm")
                    .doesNotContain("index.html");
            String id = page.getFileName().toString().replace(".html", "");
            assertThat(directory.resolve("out/runs/" + id + "/iterations.parquet"))
                    .isNotEmptyFile();
            assertThat(directory.resolve("out/runs/" + id + "/spec.yaml"))
                    .content()
                    .contains("file: spirals.csv");
        }

        /** y from x, which says nothing of it: the cost is what counts, and nothing is classified. */
        @Test
        void ofNumbersThatAreToBeMetHasACostAlone() throws Exception {
            var linear = new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                    .activation(Activation.IDENTITY)
                    .nIn(1)
                    .nOut(1)
                    .build();
            Files.writeString(
                    directory.resolve("net.json"),
                    new NeuralNetConfiguration.Builder()
                            .updater(new Sgd(0.01))
                            .list(linear)
                            .build()
                            .toJson());
            Files.writeString(directory.resolve("regression.yaml"), """
                    network: {dl4j: net.json, initialiser: configured}
                    training: {mini-batch: 10, epochs: 2}
                    data:
                      source:
                        type: csv
                        file: spirals.csv
                        header: true
                        targets: [y]
                        ignore: [arm]
                        scale: standard
                        split: {validation: 0.2, test: 0.2, seed: 1}
                      training-images: 300
                      evaluate: [training, test]
                    seeds: {type: streams, master: 1}
                    """);
            ChildProcess.Ended ended = train("regression.yaml", "--out", "out");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.lines())
                    .contains("600 rows of 1 numbers with 1 target: y; training uses the first 300 of 360:"
                            + " data.training-images");
            assertThat(ended.out()).contains("regularised").doesNotContain("accuracy", "%");
            String page = ended.out().lines().reduce((a, b) -> b).orElseThrow().replaceFirst("^regression: ", "");
            assertThat(Path.of(page)).content().contains("Data cost, mean over each set");
            assertThat(SameProcess.tailoff(
                                    directory, "compare", "--spec", "regression.yaml", "-i", "zeros", "-i", "uniform")
                            .lines())
                    .containsExactly("tailoff: compare needs classes to judge by: data.source.label, not"
                            + " data.source.targets, was [y]");
        }

        /** From another directory too: the paths start at the spec, and the run is the same one. */
        @Test
        void isFoundAgainFromAnyDirectory() throws Exception {
            assertThat(train("spirals.yaml", "--quick", "--epochs", "2", "--out", "out")
                            .code())
                    .isZero();
            Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
            ChildProcess.Ended again =
                    SameProcess.tailoff(elsewhere, "train", "../spirals.yaml", "--epochs", "2", "--out", "../out");
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(again.err()).contains("1 run, all of them stored");
        }

        @Test
        void isTrainedFromSeveralSeedsByEitherEngine() throws Exception {
            ChildProcess.Ended fused = train("spirals.yaml", "--epochs", "2", "--seeds", "2", "--out", "out");
            ChildProcess.Ended dl4j =
                    train("spirals.yaml", "--epochs", "2", "--seeds", "2", "--engine", "dl4j", "--out", "out");
            assertThat(fused.code()).as(fused.err()).isZero();
            assertThat(fused.lines()).contains("600 examples in 3 classes: blue (200), green (200), red (200)");
            assertThat(dl4j.err()).contains("2 runs, 0 of them stored");
            List<String> table = fused.out().lines().limit(1 + 2 * 9).toList();
            assertThat(table.get(10)).startsWith("spirals_seed2  training");
            assertThat(table.get(10)).isNotEqualTo(table.get(1).replace("seed1", "seed2"));
            assertThat(dl4j.out().lines().limit(1 + 2 * 9)).isEqualTo(table);
        }

        @Test
        void aMiniBatchOfMoreThanAllRowsIsOneOfAllRows() throws Exception {
            Files.writeString(directory.resolve("spirals.yaml"), spec.replace("mini-batch: 10", "mini-batch: 360"));
            ChildProcess.Ended all = train("spirals.yaml", "--epochs", "2", "--out", "out");
            assertThat(all.code()).as(all.err()).isZero();
            Files.writeString(
                    directory.resolve("spirals.yaml"), spec.replace("mini-batch: 10", "mini-batch: 2147483647"));
            for (String engine : List.of("fused", "dl4j")) {
                ChildProcess.Ended more = train("spirals.yaml", "--epochs", "2", "--engine", engine, "--out", "out");
                assertThat(more.code()).as(more.err()).isZero();
                assertThat(more.out().lines().limit(10))
                        .isEqualTo(all.out().lines().limit(10).toList());
            }
        }

        @Test
        void hasItsPagesMadeAgainWithoutTraining() throws Exception {
            ChildProcess.Ended trained = train("spirals.yaml", "--epochs", "2", "--seeds", "2", "--out", "out");
            Map<String, String> pages = report();
            assertThat(pages).hasSizeGreaterThan(2);
            Files.move(directory.resolve("out/report"), directory.resolve("first"));
            ChildProcess.Ended again = SameProcess.tailoff(directory, "report", "out");
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(again.out().lines().map(line -> line.replace("Written to ", "")))
                    .isEqualTo(trained.out()
                            .lines()
                            .filter(line -> line.endsWith(".html"))
                            .map(line -> line.replaceFirst("^\\S+: ", ""))
                            .toList())
                    .hasSize(2);
            assertThat(report()).isEqualTo(pages);
            SameProcess.tailoff(directory, "report", "out", "--theme", "plain", "--width", "400");
            assertThat(report().keySet()).isEqualTo(pages.keySet());
            assertThat(report()).isNotEqualTo(pages);
        }

        /** Every file of the report, with its bytes. */
        private Map<String, String> report() throws IOException {
            Map<String, String> files = new TreeMap<>();
            try (Stream<Path> walk = Files.walk(directory.resolve("out/report"))) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    files.put(
                            directory.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return files;
        }

        @Test
        void isThatOfTheDocumentation() throws Exception {
            assertThat(Files.readString(DOCS.resolve("your-own-problem.md"))).contains(spec);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            EXAMPLE.resolve("Spirals.java").toString())
                    .redirectOutput(directory.resolve("made.csv").toFile())
                    .start();
            assertThat(process.waitFor()).isZero();
            assertThat(directory.resolve("made.csv")).hasSameBinaryContentAs(EXAMPLE.resolve("spirals.csv"));
        }
    }

    /** Images of 1 x 2 pixels, 12 in the training file, two of them for validation, and 3 in the test file. */
    @Nested
    class ImagesOfOnesOwn {
        private void write(String name, int... numbers) throws IOException {
            ByteBuffer header = ByteBuffer.allocate(numbers.length * Integer.BYTES);
            header.asIntBuffer().put(numbers);
            int bytes = Arrays.stream(numbers).skip(1).reduce(1, (a, b) -> a * b);
            byte[] file = Arrays.copyOf(header.array(), header.capacity() + bytes);
            for (int at = 0; at < bytes; at++) {
                file[header.capacity() + at] = (byte) (at % 10);
            }
            Files.write(directory.resolve("mine/" + name), file);
        }

        @BeforeEach
        void writeThem() throws IOException {
            Files.createDirectory(directory.resolve("mine"));
            write("train-images-idx3-ubyte", 0x803, 12, 1, 2);
            write("train-labels-idx1-ubyte", 0x801, 12);
            write("t10k-images-idx3-ubyte", 0x803, 3, 1, 2);
            write("t10k-labels-idx1-ubyte", 0x801, 3);
        }

        private String onImages(String source) {
            int from = spec.indexOf("  source:");
            int to = spec.indexOf("  training-images:");
            return (spec.substring(0, from) + source + spec.substring(to))
                    .replace("20, 20, 3]", "10]")
                    .replace("training-images: 360", "training-images: 10");
        }

        @Test
        void areThoseOfTheSpecOrOfTheOption() throws Exception {
            Files.writeString(directory.resolve("idx.yaml"), onImages("  source: {type: idx, directory: mine}\n"));
            Files.writeString(directory.resolve("plain.yaml"), onImages(""));
            ChildProcess.Ended named = train("idx.yaml", "--epochs", "2", "--out", "out");
            ChildProcess.Ended chosen = train("plain.yaml", "--epochs", "2", "--data", "mine", "--out", "out");
            assertThat(named.code()).as(named.err()).isZero();
            assertThat(chosen.code()).as(chosen.err()).isZero();
            assertThat(table(chosen)).hasSize(10).isEqualTo(table(named));
            ChildProcess.Ended mnist = train("plain.yaml", "--out", "out");
            assertThat(mnist.lines())
                    .containsExactly(
                            "tailoff: network.layers must begin with 784 and end with 10 for images of 28 x 28 pixels in 10 classes: 0 to 9,"
                                    + " was [2, 10]");
        }

        private static List<String> table(ChildProcess.Ended ended) {
            return ended.out()
                    .lines()
                    .limit(10)
                    .map(line -> line.replaceFirst("^\\S+ +", ""))
                    .toList();
        }
    }

    @Nested
    class Wrong {
        private void isRefused(String message, String... options) {
            ChildProcess.Ended ended = train(options);
            assertThat(ended.lines()).containsExactly("tailoff: " + message);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(directory.resolve("out")).doesNotExist();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                epochs: 200          | epoch: 200            | spirals.yaml: unknown key 'training.epoch'; known: epochs, learning-rate, mini-batch, regularisation
                hidden: tanh         | 'hidden: tanh\n  layer: 3' | spirals.yaml: unknown key 'network.layer'; known: configuration, cost, dl4j, dropout, hidden, initialiser, layers, output
                '[training, validation, test]' | training | spirals.yaml: data.evaluate must be a list
                mini-batch: 10       | mini-batch: 0         | spirals.yaml: training.mini-batch must be an integer >= 1, was 0
                file: spirals.csv    | file: spiral.csv      | spiral.csv: expected a file of comma-separated values, found nothing
                label: arm           | label: leg            | spirals.csv, line 1: expected a column named 'leg' for the classes, found 'x', 'y', 'arm'
                header: true         | header: false         | spirals.csv, line 1: expected column 'arm' for the classes, a number where there is no header, found columns 1 to 3
                [2, 20, 20, 3]       | [2, 20, 20, 10]       | network.layers must begin with 2 and end with 3 for rows of 2 numbers in 3 classes: blue, green, red, was [2, 20, 20, 10]
                training-images: 360 | training-images: 361  | data.training-images must be at most 360, the size of the training set, was 361
                glorot-normal        | glorot-norml          | No weight initialiser 'glorot-norml'
                """)
        void inTheSpecIsOneLine(String good, String bad, String message) throws Exception {
            Files.writeString(directory.resolve("spirals.yaml"), spec.replace(good, bad.replace("\\n", "\n")));
            ChildProcess.Ended ended = train("spirals.yaml", "--out", "out");
            assertThat(ended.lines()).singleElement().asString().startsWith("tailoff: " + message);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(directory.resolve("out")).doesNotExist();
        }

        @Test
        void inTheTableIsOneLine() throws Exception {
            Path table = directory.resolve("spirals.csv");
            Files.writeString(table, Files.readString(table).replaceFirst("\n([^,]*),[^,]*,", "\n$1,?,"));
            isRefused(
                    "spirals.csv, line 2, column 2 'y': expected a finite number, found '?'",
                    "spirals.yaml",
                    "--out",
                    "out");
        }

        /** A process of its own, since the whole path is that from where the process started. */
        @Test
        void aPlaceThatTheStoreCannotNameIsShownWhole() throws Exception {
            ChildProcess.Ended ended = ChildProcess.tailoff(directory, "train", "spirals.yaml", "--out", "wh?t");
            assertThat(ended.lines())
                    .containsExactly("tailoff: runs must be a path without '?': "
                            + directory.toRealPath().resolve("wh?t/runs"));
            assertThat(ended.code()).isEqualTo(2);
            assertThat(directory.resolve("wh?t")).doesNotExist();
        }

        @Test
        void optionsAreNamed() throws Exception {
            isRefused("--epochs must be at least 1, was 0", "spirals.yaml", "--epochs", "0", "--out", "out");
            isRefused("--seeds must be at least 1, was 0", "spirals.yaml", "--seeds", "0", "--out", "out");
            isRefused(
                    "--seeds must be at most 10000, was 2147483647",
                    "spirals.yaml",
                    "--seeds",
                    "2147483647",
                    "--out",
                    "out");
            isRefused("nowhere.yaml: expected a file, found nothing", "nowhere.yaml", "--out", "out");
            isRefused(
                    "--data must be left out where data.source is a table, 'spirals.csv', was mine",
                    "spirals.yaml",
                    "--data",
                    "mine",
                    "--out",
                    "out");
            String book = "seeds: {type: book, seed: 1, networks-before: 0, epochs-before: 0, replica: 0}";
            Files.writeString(
                    directory.resolve("spirals.yaml"), spec.replace("seeds: {type: streams, master: 1}", book));
            isRefused(
                    "--seeds must be left out where seeds.type is book, was 2",
                    "spirals.yaml",
                    "--seeds",
                    "2",
                    "--out",
                    "out");
        }
    }

    /** A rate that no number withstands: the run is named, and nothing is made of it. */
    @Test
    void aRunThatLeavesTheFiniteNumbersIsAFailure() throws Exception {
        Files.writeString(
                directory.resolve("spirals.yaml"),
                spec.replace("learning-rate: 0.1", "learning-rate: 1e300").replace("tanh", "relu"));
        ChildProcess.Ended ended = train("spirals.yaml", "--out", "out");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.lines()).last().asString().startsWith("tailoff: ").contains("spirals");
    }
}
