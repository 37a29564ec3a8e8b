package org.tailoff.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;
import org.tailoff.spec.DataSpec.DataSet;

class SpecsTest {
    private static final String VALID = """
            network:
              layers: [784, 30, 10]
              hidden: sigmoid
              output: sigmoid
              cost: cross-entropy
              initialiser: gaussian
            training:
              learning-rate: 0.5
              mini-batch: 10
              epochs: 400
              regularisation: {type: L2, lambda: 0.1}
            data:
              training-images: 1000
              evaluate: [training, test]
            seeds:
              type: book
              seed: 12345678
              networks-before: 1
              epochs-before: 0
              replica: 0
            """;

    @Nested
    class Reading {
        @Test
        void everyKeyLandsInItsRecord() {
            assertThat(Specs.read(VALID, "a.yaml"))
                    .isEqualTo(new RunSpec(
                            new DenseNetwork(
                                    List.of(784, 30, 10),
                                    Activation.SIGMOID,
                                    Activation.SIGMOID,
                                    Cost.CROSS_ENTROPY,
                                    "gaussian"),
                            new TrainingSpec(0.5, 10, 400, new Regularisation.L2(0.1)),
                            new DataSpec(1000, List.of(DataSet.TRAINING, DataSet.TEST)),
                            new SeedSpec.Book(12345678, 1, 0, 0),
                            ExecutionSpec.DEFAULT));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                learning-rate: 0.5     | learning-rate: -1        | a.yaml: training.learning-rate must be a finite number > 0, was -1.0
                mini-batch: 10         | mini-batch: 0            | a.yaml: training.mini-batch must be an integer >= 1, was 0
                lambda: 0.1            | lambda: -5               | a.yaml: regularisation.lambda must be a finite number >= 0, was -5.0
                layers: [784, 30, 10]  | layers: [784]            | a.yaml: number of network.layers must be an integer >= 2, was 1
                layers: [784, 30, 10]  | layers: [784, 0, 10]     | a.yaml: every entry of network.layers must be an integer >= 1, was 0
                hidden: sigmoid        | hidden: softmax          | a.yaml: network.hidden must be one of sigmoid, tanh, relu, was softmax
                output: sigmoid        | output: relu             | a.yaml: network.output must be sigmoid or softmax, was RELU
                [training, test]       | [test, test]             | a.yaml: data.evaluate must name every set at most once, was [TEST, TEST]
                seed: 12345678         | seed: 4294967296         | a.yaml: seeds.seed must be an integer in 0..4294967295, was 4294967296
                """)
        void aBrokenRuleIsNamedInOneLine(String good, String bad, String message) {
            assertThatThrownBy(() -> Specs.read(VALID.replace(good, bad), "a.yaml"))
                    .isInstanceOf(SpecException.class)
                    .hasMessage(message);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                epochs: 400            | epochs: 400.5            | training.epochs
                epochs: 400            | epochs: '400'            | training.epochs
                epochs: 400            | epochs: many             | training.epochs
                cost: cross-entropy    | cost: hinge              | network.cost
                type: L2               | type: L3                 | training.regularisation
                learning-rate: 0.5     | learning-rate: .nan      | training.learning-rate
                mini-batch: 10         | epochs: 10               | Duplicate field 'epochs'
                layers: [784, 30, 10]  | layers: [784, 30, 10     | a.yaml
                """)
        void aValueOfTheWrongTypeIsNamedInOneLine(String good, String bad, String part) {
            assertThatThrownBy(() -> Specs.read(VALID.replace(good, bad), "a.yaml"))
                    .isInstanceOf(SpecException.class)
                    .hasMessageContaining(part)
                    .message()
                    .startsWith("a.yaml: ")
                    .doesNotContain("\n");
        }

        @Test
        void aMissingSectionIsNamed() {
            assertThatThrownBy(() -> Specs.read(VALID.substring(0, VALID.indexOf("seeds:")), "a.yaml"))
                    .hasMessage("a.yaml: seeds must be given");
        }

        @Test
        void aMissingNumberIsNamedRatherThanZero() {
            assertThatThrownBy(() -> Specs.read(VALID.replace("  epochs: 400\n", ""), "a.yaml"))
                    .isInstanceOf(SpecException.class)
                    .hasMessage("a.yaml: training.epochs must be given");
        }

        /** Also where it is a misspelling of a key that is then missing, in every section. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                epochs: 400           | 'epochs: 400\n  momentum: 0.9' | training.momentum'; known: epochs, learning-rate, mini-batch, regularisation, rescaling
                epochs: 400           | epoch: 400       | training.epoch'; known: epochs, learning-rate, mini-batch, regularisation, rescaling
                cost: cross-entropy   | costs: quadratic | network.costs'; known: configuration, cost, dl4j, dropout, hidden, initialiser, layers, output
                lambda: 0.1           | lamda: 0.1       | training.regularisation.lamda'; known: lambda, type
                type: L2, lambda: 0.1 | type: none, x: 1 | training.regularisation.x'; known: type
                training-images: 1000 | images: 1000     | data.images'; known: evaluate, pooling, source, training-images
                replica: 0            | replicas: 0      | seeds.replicas'; known: draws-before, epochs-before, networks-before, replica, seed, type
                data:                 | 'execution: {engin: fused}\ndata:' | execution.engin'; known: engine, keep-network, measure-after, precision, record-every
                seeds:                | seed:            | seed'; known: data, execution, network, seeds, training
                """)
        void anUnknownKeyIsNamedWithTheKnownOnes(String good, String bad, String message) {
            assertThatThrownBy(() -> Specs.read(VALID.replace(good, bad.replace("\\n", "\n")), "a.yaml"))
                    .isInstanceOf(SpecException.class)
                    .hasMessage("a.yaml: unknown key '" + message);
        }

        @Test
        void anEmptyFileIsNamed() {
            assertThatThrownBy(() -> Specs.read("", "a.yaml"))
                    .isInstanceOf(SpecException.class)
                    .hasMessage("a.yaml: the spec must be a section of keys and values");
            assertThatThrownBy(() -> Specs.read(VALID + "---\n" + VALID, "a.yaml"))
                    .hasMessage("a.yaml: the spec must be one document");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                [training, test]         | training         | data.evaluate must be a list
                [training, test]         | [~]              | every entry of data.evaluate must be given
                [784, 30, 10]            | [784, ~, 10]     | every entry of network.layers must be given
                {type: L2, lambda: 0.1}  | none             | training.regularisation must be a section with a key 'type'
                {type: L2, lambda: 0.1}  | {kind: L2}       | training.regularisation must be a section with a key 'type'
                data:                    | 'execution: dl4j\ndata:' | execution must be a section of keys and values
                """)
        void aValueOfAnotherShapeIsSaidToBeThat(String good, String bad, String message) {
            assertThatThrownBy(() -> Specs.read(VALID.replace(good, bad.replace("\\n", "\n")), "a.yaml"))
                    .isInstanceOf(SpecException.class)
                    .hasMessage("a.yaml: " + message);
        }
    }

    @RandomCases(50)
    void whatIsWrittenReadsBackEqual(RandomCase random) {
        double lambda = random.between(0, 1e6);
        for (Regularisation regularisation :
                List.of(new Regularisation.None(), new Regularisation.L1(lambda), new Regularisation.L2(lambda))) {
            RunSpec spec = new RunSpec(
                    new DenseNetwork(
                            List.of(784, random.between(1, 300), 10),
                            Activation.TANH,
                            Activation.SOFTMAX,
                            Cost.CROSS_ENTROPY,
                            "x"),
                    new TrainingSpec(random.between(0.01, 1e9), 7, 3, regularisation),
                    new DataSpec(11, List.of(DataSet.VALIDATION)),
                    new SeedSpec.Streams(random.seed()),
                    new ExecutionSpec(ExecutionSpec.Engine.DL4J, ExecutionSpec.Precision.FLOAT, 7));
            RunSpec read = Specs.read(Specs.write(spec), "written");
            assertThat(read).isEqualTo(spec);
            assertThat(Specs.digest(read, "data"))
                    .isEqualTo(Specs.digest(spec, "data"))
                    .hasSize(64);
        }
    }

    /** What may be left out of a file, and is at its default: the runs of earlier builds keep their identity. */
    @Nested
    class Optional {
        private static final String EXECUTION = "execution: {engine: fused, precision: double, record-every: 1}";
        private final RunSpec spec = Specs.read(VALID, "a.yaml");

        /** Computed before there were optional keys. */
        private static final String PINNED = "eb72eb4eb9b9cbfdf57a8e0697b655e8f65fea60303c4ae0690b2c009d9d8bf7";

        @Test
        void theDigestAndTheTextOfASpecWithoutOptionalKeysStayWhatTheyWere() {
            assertThat(Specs.digest(spec, "data")).isEqualTo(PINNED);
            assertThat(Specs.write(spec)).doesNotContain("draws-before", "measure-after", "keep-network");
        }

        @Test
        void aDefaultThatIsSpelledOutIsTheSameRun() {
            String spelled = VALID.replace("replica: 0", "replica: 0\n  draws-before: 0")
                    + EXECUTION.replace("}", ", measure-after: 0, keep-network: true}");
            assertThat(Specs.read(spelled, "b.yaml")).isEqualTo(spec);
            assertThat(Specs.digest(Specs.read(spelled, "b.yaml"), "data")).isEqualTo(PINNED);
        }

        @Test
        void anyOtherValueIsReadWrittenAndPartOfTheDigest() {
            RunSpec later =
                    Specs.read(VALID.replace("replica: 0", "replica: 0\n  draws-before: 12000000000"), "b.yaml");
            RunSpec sparse = Specs.read(VALID + EXECUTION.replace("}", ", measure-after: 250}"), "c.yaml");
            assertThat(((SeedSpec.Book) later.seeds()).drawsBefore()).isEqualTo(12_000_000_000L);
            assertThat(sparse.execution().measureAfter()).isEqualTo(250);
            RunSpec lost = Specs.read(VALID + EXECUTION.replace("}", ", keep-network: false}"), "c.yaml");
            assertThat(lost.execution().keepNetwork()).isFalse();
            assertThat(spec.execution().keepNetwork()).isTrue();
            for (RunSpec changed : List.of(later, sparse, lost)) {
                assertThat(Specs.read(Specs.write(changed), "written")).isEqualTo(changed);
                assertThat(Specs.digest(changed, "data")).isNotEqualTo(PINNED);
            }
        }

        @Test
        void aNegativeValueIsRefused() {
            assertThatThrownBy(
                            () -> Specs.read(VALID.replace("replica: 0", "replica: 0\n  draws-before: -1"), "b.yaml"))
                    .hasMessage("b.yaml: seeds.draws-before must be an integer >= 0, was -1");
            assertThatThrownBy(() -> Specs.read(VALID + EXECUTION.replace("}", ", measure-after: -1}"), "c.yaml"))
                    .hasMessage("c.yaml: execution.measure-after must be an integer >= 0, was -1");
        }

        /** By hand: 100 iterations an epoch; after 250 of them the third epoch has ended. */
        @Test
        void epochsAreMeasuredOnceEnoughIterationsHaveGone() {
            RunSpec sparse = Specs.read(VALID + EXECUTION.replace("}", ", measure-after: 250}"), "c.yaml");
            assertThat(sparse.epochsBetween()).isEqualTo(3);
            assertThat(IntStream.rangeClosed(0, 10).filter(sparse.withEpochs(10)::measures))
                    .containsExactly(0, 3, 6, 9, 10);
            assertThat(spec.epochsBetween()).isEqualTo(1);
        }
    }

    @Nested
    class WithDropout {
        private static final String HALF = VALID.replace("hidden: sigmoid", "hidden: sigmoid\n  dropout: 0.5");

        @Test
        void itIsReadAndWritten() {
            RunSpec spec = Specs.read(HALF, "a.yaml");
            assertThat(spec.dense().dropout()).isEqualTo(0.5);
            assertThat(Specs.read(Specs.write(spec), "written")).isEqualTo(spec);
            assertThat(Specs.digest(spec, "data")).isNotEqualTo(Specs.digest(Specs.read(VALID, "a.yaml"), "data"));
        }

        /**
         * A run that has none keeps the digest under which it was stored before there was dropout: SHA-256 of its form
         * then.
         */
        @Test
        void noneIsLeftOutOfFilesAndDigests() {
            RunSpec none = Specs.read(VALID.replace("hidden: sigmoid", "hidden: sigmoid\n  dropout: 0"), "a.yaml");
            assertThat(none).isEqualTo(Specs.read(VALID, "a.yaml"));
            assertThat(Specs.write(none)).doesNotContain("dropout");
            assertThat(Specs.digest(none, "data"))
                    .isEqualTo("eb72eb4eb9b9cbfdf57a8e0697b655e8f65fea60303c4ae0690b2c009d9d8bf7");
        }

        @ParameterizedTest
        @CsvSource({"-0.1", "1.0", ".nan"})
        void aShareOutOfRangeIsNamed(String share) {
            assertThatThrownBy(() -> Specs.read(HALF.replace("dropout: 0.5", "dropout: " + share), "a.yaml"))
                    .isInstanceOf(SpecException.class)
                    .hasMessageContaining("network.dropout");
        }

        @Test
        void theOtherEngineHasNone() {
            RunSpec spec = Specs.read(HALF, "a.yaml");
            ExecutionSpec dl4j = new ExecutionSpec(ExecutionSpec.Engine.DL4J, ExecutionSpec.Precision.DOUBLE, 1);
            assertThatThrownBy(() -> spec.withExecution(dl4j))
                    .hasMessage("execution.engine must be fused with network.dropout > 0, was dl4j");
        }
    }

    @Nested
    class Derived {
        private final RunSpec spec = Specs.read(VALID, "a.yaml");

        /** Oracle: the table of predictions for the run "regularized": eta lambda / n = 0.5 x 0.1 / 1000. */
        @Test
        void decayPerStepIsEtaLambdaOverN() {
            assertThat(spec.decay()).isEqualTo(5e-5);
        }

        @Test
        void aShortLastMiniBatchCountsAsAnIteration() {
            assertThat(spec.training().iterationsPerEpoch(1001)).isEqualTo(101);
            assertThat(spec.iterations()).isEqualTo(40_000);
        }

        @Test
        void numbersUpToTheLargestAreCountedWith() {
            RunSpec whole = Specs.read(VALID.replace("mini-batch: 10", "mini-batch: 2147483647"), "a.yaml");
            assertThat(whole.iterations()).isEqualTo(400);
            ExecutionSpec last =
                    new ExecutionSpec(ExecutionSpec.Engine.FUSED, ExecutionSpec.Precision.DOUBLE, 1, Integer.MAX_VALUE);
            assertThat(spec.withExecution(last).epochsBetween()).isEqualTo(21_474_837);
        }

        @Test
        void theDigestDependsOnEverySection() {
            assertThat(List.of(
                            spec,
                            spec.withEpochs(399),
                            Specs.read(VALID.replace("30, 10", "31, 10"), "b"),
                            Specs.read(VALID.replace("1000", "1001"), "c"),
                            Specs.read(VALID.replace("networks-before: 1", "networks-before: 0"), "d"),
                            Specs.read(VALID.replace("L2", "L1"), "e")))
                    .extracting(each -> Specs.digest(each, "data"))
                    .doesNotHaveDuplicates()
                    .doesNotContain(Specs.digest(spec, "other data"));
        }
    }
}
