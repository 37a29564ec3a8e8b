package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledExamples;
import org.tailoff.data.LabelledRows;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunObserver;
import org.tailoff.record.SetScore;
import org.tailoff.registry.Initialisation;
import org.tailoff.spec.DataSource;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SpecException;
import org.tailoff.spec.Specs;
import org.tailoff.train.fused.PlainStep;

/** A user's own table, from the files to a trained network. */
class SpecFilesTest {
    private static final int ROWS = 50;
    private static final String LAYERS = "layers: [2, 5, 3], hidden: sigmoid, output: sigmoid, cost: cross-entropy";
    private static final String SPEC = """
            network: {LAYERS, initialiser: uniform}
            training: {learning-rate: 0.5, mini-batch: 4, epochs: 3, regularisation: {type: L2, lambda: 0.1}}
            data:
              source:
                type: csv
                file: table.csv
                header: true
                label: class
                scale: standard
                split: {validation: 0.2, test: 0.1, seed: 7}
              training-images: 33
              evaluate: [training, validation, test]
            seeds: {type: streams, master: 1}
            """.replace("LAYERS", LAYERS);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        double[] numbers =
                new NamedStreams(1).stream("table").doubles(2 * ROWS, 5, 9).toArray();
        StringBuilder table = new StringBuilder("x,class,y\n");
        for (int row = 0; row < ROWS; row++) {
            table.append(numbers[2 * row])
                    .append(",c")
                    .append(row % 3)
                    .append(',')
                    .append(numbers[2 * row + 1] * 100);
            table.append('\n');
        }
        Files.writeString(directory.resolve("table.csv"), table);
        file = Files.writeString(directory.resolve("spec.yaml"), SPEC);
    }

    private ExampleSets examples(RunSpec spec) {
        return SpecFiles.examples(spec.data().source(), directory);
    }

    /** What a run leaves. */
    private record Trained(double[] parameters, List<EpochRecord> epochs) {}

    private Trained train(RunSpec spec) {
        List<EpochRecord> epochs = new ArrayList<>();
        List<TrainingState> states = new ArrayList<>();
        RunObserver observer = new RunObserver() {
            @Override
            public void epoch(EpochRecord epoch) {
                epochs.add(epoch);
            }
        };
        new Trainer(spec, examples(spec), RandomRun.UNIFORM).train(observer, Optional.empty(), states::add);
        byte[] bytes = states.get(states.size() - 1).parameters();
        double[] parameters = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(parameters);
        return new Trained(parameters, epochs);
    }

    @Nested
    class Examples {
        @Test
        void areDealtOutAtRandomAndAlwaysAlike() {
            ExampleSets sets = examples(SpecFiles.read(file));
            assertThat(sets.training().count()).isEqualTo(35);
            assertThat(sets.validation().count()).isEqualTo(10);
            assertThat(sets.test().count()).isEqualTo(5);
            assertThat(examples(SpecFiles.read(file)).fingerprint()).isEqualTo(sets.fingerprint());
            RunSpec other = Specs.read(SPEC.replace("seed: 7", "seed: 8"), "other");
            assertThat(examples(other).fingerprint()).isNotEqualTo(sets.fingerprint());
            assertThat(IntStream.range(0, 35).map(sets.training()::label))
                    .isNotEqualTo(IntStream.range(0, 35).map(row -> row % 3));
        }

        /** The same table as elsewhere writes it: semicolons, decimal commas, and a column that is no input. */
        @Test
        void areTheSameInAnotherSpelling() throws IOException {
            String plain = examples(SpecFiles.read(file)).fingerprint();
            String table = Files.readString(directory.resolve("table.csv"));
            Files.writeString(
                    directory.resolve("table.csv"),
                    table.replace(',', ';')
                            .replace('.', ',')
                            .replaceAll("(?m)^", "id;")
                            .replaceFirst("id;", "Id;"));
            assertThatThrownBy(() -> examples(SpecFiles.read(file)))
                    .hasMessageContaining("need data.source.separator: \";\"");
            RunSpec spelled = Specs.read(
                    SPEC.replace("label: class", "label: class\n    separator: ;\n    decimal: ','\n    ignore: [Id]"),
                    "spelled");
            assertThat(examples(spelled).fingerprint()).isEqualTo(plain);
        }

        @Test
        void withoutClassesAreNoneForAStackOfDenseLayers() {
            RunSpec regression = Specs.read(SPEC.replace("label: class", "targets: [y]\n    ignore: [class]"), "r");
            ExampleSets data = examples(regression);
            assertThat(data.training().form()).isEqualTo("rows of 1 numbers with 1 target: y");
            assertThatThrownBy(() -> Trainer.requireFit(regression, data, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("data.source.targets needs network.dl4j, a stack of dense layers needs"
                            + " data.source.label; the data are rows of 1 numbers with 1 target: y");
        }

        @Test
        void ofMnistAndOfADirectoryAreReadToo() {
            RunSpec spec = SpecFiles.read(file);
            assertThat(SpecFiles.examples(new DataSpec(1, List.of()).source(), directory)
                            .training()
                            .count())
                    .isEqualTo(50_000);
            RunSpec idx = spec.withData(spec.data().withSource(new DataSource.Idx("mine")));
            assertThatThrownBy(() -> examples(idx))
                    .hasMessage(directory.resolve("mine")
                            + ": expected a directory with the four IDX files, found nothing");
        }
    }

    @Nested
    class Training {
        /**
         * The oracle: the book's algorithm in plain loops, on the table read and standardised again by hand here. 27
         * updates of sums of fewer than 10 terms of size 1 round by less than 1e-12.
         */
        @Test
        void isTheBooksAlgorithmOnTheStandardisedRows() throws IOException {
            RunSpec spec = SpecFiles.read(file);
            Trained trained = train(spec);
            PlainStep reference = PlainStep.ofTheBook(
                    Initialisation.of(
                            RandomRun.UNIFORM, Networks.shapes(spec.dense()), new NamedStreams(1).initialisation()),
                    0.5,
                    0.5 * 0.1 / 33);
            LabelledExamples rows = byHand();
            int[] order = Shuffle.identity(33);
            var shuffling = new NamedStreams(1).shuffling();
            for (int epoch = 1; epoch <= 3; epoch++) {
                Shuffle.inPlace(order, shuffling);
                for (int from = 0; from < 33; from += 4) {
                    reference.step(rows, Arrays.copyOfRange(order, from, Math.min(from + 4, 33)));
                }
            }
            assertThat(trained.parameters()).containsExactly(reference.parameters, within(1e-12));
        }

        /** The training rows: dealt out as documented, then (x - mean) / deviation, row by row. */
        private LabelledExamples byHand() throws IOException {
            List<String> lines = Files.readAllLines(directory.resolve("table.csv"));
            int[] order = Shuffle.identity(ROWS);
            Shuffle.inPlace(order, new NamedStreams(7).stream("splitting"));
            double[] values = new double[35 * 2];
            int[] labels = new int[35];
            for (int row = 0; row < 35; row++) {
                String[] cells = lines.get(order[row] + 1).split(",", -1);
                values[2 * row] = Double.parseDouble(cells[0]);
                values[2 * row + 1] = Double.parseDouble(cells[2]);
                labels[row] = cells[1].charAt(1) - '0';
            }
            for (int column = 0; column < 2; column++) {
                double sum = 0;
                double squares = 0;
                for (int row = 0; row < 35; row++) {
                    sum += values[2 * row + column];
                }
                for (int row = 0; row < 35; row++) {
                    values[2 * row + column] -= sum / 35;
                    squares += Math.pow(values[2 * row + column], 2);
                }
                for (int row = 0; row < 35; row++) {
                    values[2 * row + column] /= Math.sqrt(squares / 35);
                }
            }
            return LabelledRows.of(List.of("c0", "c1", "c2"), 2, values, labels);
        }

        /** Rounding as above. */
        @ParameterizedTest
        @CsvSource({"sigmoid, sigmoid, quadratic", "tanh, softmax, cross-entropy", "relu, sigmoid, cross-entropy"})
        void isTheSameWithBothEngines(String hidden, String output, String cost) throws IOException {
            Files.writeString(
                    file,
                    SPEC.replace(
                            LAYERS,
                            "layers: [2, 5, 3], hidden: " + hidden + ", output: " + output + ", cost: " + cost));
            RunSpec spec = SpecFiles.read(file);
            Trained fused = train(spec);
            Trained dl4j = train(
                    spec.withExecution(spec.execution().by(ExecutionSpec.Engine.DL4J, ExecutionSpec.Precision.DOUBLE)));
            assertThat(fused.parameters()).containsExactly(dl4j.parameters(), within(1e-12));
            List<SetScore> scores = fused.epochs().get(3).sets();
            assertThat(scores).extracting(SetScore::images).containsExactly(33, 10, 5);
            for (int set = 0; set < 3; set++) {
                SetScore expected = dl4j.epochs().get(3).sets().get(set);
                assertThat(scores.get(set).correctOnes()).isEqualTo(expected.correctOnes());
                assertThat(scores.get(set).cost().data())
                        .isCloseTo(expected.cost().data(), within(1e-12));
            }
        }
    }

    @Nested
    class Wrong {
        @Test
        void aSpecThatIsMissingADirectoryOrNoTextIsNamed() throws IOException {
            Path nowhere = directory.resolve("nowhere.yaml");
            assertRefused(nowhere, nowhere + ": expected a file, found nothing");
            assertRefused(directory, directory + ": expected a file, found a directory");
            Files.write(file, "\u00e4".getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> SpecFiles.read(file))
                    .isInstanceOf(SpecException.class)
                    .message()
                    .startsWith(file + ": expected a text in UTF-8, found ");
        }

        @Test
        void aNetworkFileThatIsMissingIsNamed() throws IOException {
            Files.writeString(file, SPEC.replace(LAYERS, "dl4j: net.json"));
            assertRefused(file, file + ": " + directory.resolve("net.json") + ": expected a file, found nothing");
        }

        private static void assertRefused(Path spec, String message) {
            assertThatThrownBy(() -> SpecFiles.read(spec))
                    .isInstanceOf(SpecException.class)
                    .hasMessage(message);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                [2, 5, 3]            | [3, 5, 3]           | network.layers must begin with 2 and end with 3 for rows of 2 numbers in 3 classes: c0, c1, c2, was [3, 5, 3]
                [2, 5, 3]            | [2, 5, 2]           | network.layers must begin with 2 and end with 3 for rows of 2 numbers in 3 classes: c0, c1, c2, was [2, 5, 2]
                training-images: 33  | training-images: 41 | data.training-images must be at most 35, the size of the training set, was 41
                test: 0.1            | test: 0.0           | data.evaluate must name sets that have examples, test has none
                """)
        void aRunThatDoesNotFitItsDataIsRefusedBeforeItIsTrained(String good, String bad, String message) {
            RunSpec spec = Specs.read(SPEC.replace(good, bad), "spec.yaml");
            ExampleSets data = examples(spec);
            assertThatThrownBy(() -> Trainer.requireFit(spec, data, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
    }
}
