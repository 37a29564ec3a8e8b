package org.tailoff.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.spec.DataSpec.DataSet;

class DataSourceTest {
    private static final String REST = """
            training: {learning-rate: 0.5, mini-batch: 10, epochs: 4, regularisation: {type: none}}
            seeds: {type: streams, master: 1}
            """;
    private static final String NETWORK =
            "network: {layers: [2, 3], hidden: tanh, output: softmax, cost: cross-entropy, initialiser: x}\n";
    private static final String CSV = NETWORK + REST + """
            data:
              source:
                type: csv
                file: a.csv
                header: true
                label: class
                scale: standard
                split: {validation: 0.2, test: 0.1, seed: 7}
              training-images: 5
              evaluate: [training]
            """;

    private static RunSpec read(String yaml) {
        return Specs.read(yaml, "a.yaml");
    }

    @Nested
    class Reading {
        @Test
        void everyKeyLandsInItsRecord() {
            DataSource.Csv expected = new DataSource.Csv(
                    "a.csv", true, "class", DataSource.Rescaling.STANDARD, new DataSource.Split(0.2, 0.1, 7));
            assertThat(read(CSV).data()).isEqualTo(new DataSpec(5, List.of(DataSet.TRAINING)).withSource(expected));
            assertThat(read(CSV.replace("scale: standard", "scale: none").replace("label: class", "label: 3"))
                            .data()
                            .source())
                    .isEqualTo(new DataSource.Csv(
                            "a.csv", true, "3", DataSource.Rescaling.NONE, new DataSource.Split(0.2, 0.1, 7)));
        }

        @Test
        void whatIsUsualIsLeftOut() {
            String spelled =
                    CSV.replace("label: class", "label: class\n    separator: ','\n    decimal: .\n    ignore: []");
            assertThat(read(spelled)).isEqualTo(read(CSV));
            assertThat(Specs.digest(read(spelled), "data")).isEqualTo(Specs.digest(read(CSV), "data"));
            assertThat(Specs.write(read(CSV))).doesNotContain("separator", "decimal", "ignore", "targets");
        }

        @Test
        void whatIsUnusualIsKept() {
            RunSpec unusual = read(CSV.replace(
                    "label: class",
                    "targets: [price, 2]\n    separator: \"\\t\"\n    decimal: \",\"\n    ignore: [Id]"));
            assertThat(unusual.data().source())
                    .isEqualTo(new DataSource.Csv(
                            "a.csv",
                            true,
                            null,
                            List.of("price", "2"),
                            List.of("Id"),
                            "tab",
                            ",",
                            DataSource.Rescaling.STANDARD,
                            new DataSource.Split(0.2, 0.1, 7)));
            assertThat(read(Specs.write(unusual))).isEqualTo(unusual);
            assertThat(Specs.write(unusual)).doesNotContain("label");
        }

        @Test
        void itIsWrittenSoThatItReadsBackAndIsPartOfTheDigest() {
            RunSpec csv = read(CSV);
            RunSpec idx = csv.withData(csv.data().withSource(new DataSource.Idx("mine")));
            RunSpec mnist = csv.withData(csv.data().withSource(new DataSource.Mnist()));
            for (RunSpec spec : List.of(csv, idx, mnist)) {
                assertThat(read(Specs.write(spec))).isEqualTo(spec);
            }
            assertThat(List.of(csv, idx, mnist))
                    .extracting(spec -> Specs.digest(spec, "data"))
                    .doesNotHaveDuplicates();
        }

        /** The digest of a spec without a source is pinned in {@link SpecsTest}. */
        @Test
        void mnistIsLeftOut() {
            RunSpec mnist = read(CSV).withData(new DataSpec(5, List.of(DataSet.TRAINING)));
            assertThat(Specs.write(mnist)).doesNotContain("source");
            String spelled = Specs.write(mnist).replace("data:", "data:\n  source: {type: mnist}");
            assertThat(read(spelled)).isEqualTo(mnist);
            assertThat(Specs.digest(read(spelled), "data")).isEqualTo(Specs.digest(mnist, "data"));
        }
    }

    @Nested
    class Wrong {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                validation: 0.2  | validation: 1          | a.yaml: data.source.split.validation must be a number in [0, 1), was 1.0
                test: 0.1        | test: -0.1             | a.yaml: data.source.split.test must be a number in [0, 1), was -0.1
                test: 0.1        | test: 1.5              | a.yaml: data.source.split.test must be a number in [0, 1), was 1.5
                test: 0.1        | test: 0.9              | a.yaml: data.source.split must leave rows for training, validation + test was 1.1
                ', seed: 7'      | ''                     | a.yaml: data.source.split.seed must be given
                seed: 7          | 'seed: 7, by: 1'       | a.yaml: unknown key 'data.source.split.by'; known: seed, test, validation
                seed: 7          | sed: 7                 | a.yaml: unknown key 'data.source.split.sed'; known: seed, test, validation
                label: class     | labels: class          | a.yaml: unknown key 'data.source.labels'; known: decimal, file, header, ignore, label, scale, separator, split, targets, type
                file: a.csv      | # none                 | a.yaml: data.source.file must be given
                file: a.csv      | 'file: " "'            | a.yaml: data.source.file must be given
                label: class     | # none                 | a.yaml: data.source.label or data.source.targets must be given
                label: class     | 'targets: []'          | a.yaml: data.source.label or data.source.targets must be given
                label: class     | '{label: a, targets: [b, c]}' | a.yaml: data.source.label must be left out beside data.source.targets, were 'a' and [b, c]
                label: class     | '{label: a, separator: ab}'   | a.yaml: data.source.separator must be a character that no number or word has, or tab, was 'ab'
                label: class     | '{label: a, separator: "1"}'  | a.yaml: data.source.separator must be a character that no number or word has, or tab, was '1'
                label: class     | '{label: a, decimal: ";"}'    | a.yaml: data.source.decimal must be . or ,, was ';'
                label: class     | '{label: a, ignore: [b, null]}' | a.yaml: every entry of data.source.ignore must be given
                header: true     | # none                 | a.yaml: data.source.header must be given
                scale: standard  | # none                 | a.yaml: data.source.scale must be given
                """)
        void isOneLine(String good, String bad, String message) {
            assertThatThrownBy(() -> read(CSV.replace(good, keys(bad))))
                    .isInstanceOf(SpecException.class)
                    .hasMessage(message);
        }

        /** Several keys, each on a line of its own. */
        private static String keys(String text) {
            return text.startsWith("{")
                    ? text.substring(1, text.length() - 1).replaceAll(", (?=[a-z]+:)", "\n    ")
                    : text;
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                type: csv        | type: arff             | data.source
                header: true     | header: maybe          | data.source.header
                scale: standard  | scale: minmax          | data.source.scale
                """)
        void ofTheWrongTypeIsOneLine(String good, String bad, String part) {
            assertThatThrownBy(() -> read(CSV.replace(good, bad)))
                    .isInstanceOf(SpecException.class)
                    .message()
                    .startsWith("a.yaml: " + part + ": ")
                    .doesNotContain("\n");
        }

        @Test
        void theFirstLabelIsAByte() {
            String idx = CSV.substring(0, CSV.indexOf("  source"))
                    + "  source: {type: idx, directory: a, labels-from: 256}\n  training-images: 5\n  evaluate: []\n";
            assertThatThrownBy(() -> read(idx))
                    .hasMessage("a.yaml: data.source.labels-from must be in [0, 255], was 256");
            assertThat(read(idx.replace("256", "1")).data().source()).isEqualTo(new DataSource.Idx("a", 1));
            assertThat(Specs.write(read(idx.replace("256", "1")))).contains("labels-from: 1");
            assertThat(Specs.write(read(idx.replace("256", "0")))).doesNotContain("labels-from");
        }

        @Test
        void aDirectoryIsNeededForIdx() {
            String idx = CSV.substring(0, CSV.indexOf("  source"))
                    + "  source: {type: idx}\n  training-images: 5\n  evaluate: []\n";
            assertThatThrownBy(() -> read(idx)).hasMessage("a.yaml: data.source.directory must be given");
            assertThatThrownBy(() -> read(idx.replace("type: idx", "type: idx, directory: ''")))
                    .hasMessage("a.yaml: data.source.directory must be given");
        }
    }

    @Nested
    class NetworkOfDl4j {
        private static final String FILE = CSV.replace(NETWORK, "network: {dl4j: net.json, initialiser: x}\n")
                .replaceFirst("learning-rate: [0-9.]+, ", "")
                .replaceFirst(", regularisation: [{][^}]*[}]", "");

        private static final String ADAM = """
                {"dataType": "FLOAT", "confs": [{"layer": {
                  "@class": "org.deeplearning4j.nn.conf.layers.OutputLayer",
                  "nout": 3, "iupdater": {"@class": "org.nd4j.linalg.learning.config.Adam", "learningRate": 0.001},
                  "regularization": [{"@class": "org.nd4j.linalg.learning.regularization.L2Regularization",
                    "l2": {"@class": "org.nd4j.linalg.schedule.FixedSchedule", "value": 0.1}}]}}]}
                """;

        private static RunSpec readFile(String yaml) {
            return Specs.read(yaml, "a.yaml", file -> ADAM);
        }

        @Test
        void isWhatTheFileHoldsWithTheInitialiserOfTheSpec() {
            RunSpec spec = Specs.read(FILE, "a.yaml", file -> {
                assertThat(file).isEqualTo("net.json");
                return ADAM;
            });
            assertThat(spec.network()).isEqualTo(new ConfiguredNetwork(ADAM, "x"));
            assertThat(spec.execution().engine()).isEqualTo(ExecutionSpec.Engine.AUTO);
            assertThat(spec.execution().precision()).isEqualTo(ExecutionSpec.Precision.FLOAT);
            assertThat(Specs.read(Specs.write(spec), "stored")).isEqualTo(spec);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                'initialiser: x'      | ''                                  | a.yaml: network.initialiser must be given
                'initialiser: x'      | 'initialiser: x, layers: [2, 3]'    | a.yaml: network.layers, hidden, output, cost and dropout must be left out beside network.dl4j, which names a file that has them
                'initialiser: x'      | 'initialiser: x, dropout: 0.5'      | a.yaml: network.layers, hidden, output, cost and dropout must be left out beside network.dl4j, which names a file that has them
                'initialiser: x'      | 'initialiser: x, updater: adam'     | a.yaml: unknown key 'network.updater'; known: configuration, cost, dl4j, dropout, hidden, initialiser, layers, output
                'mini-batch:'         | 'learning-rate: 0.5, mini-batch:'   | a.yaml: training.learning-rate must be left out beside network.dl4j, which says Adam 0.001, L2 0.1, was 0.5
                'mini-batch:'         | 'regularisation: {type: L2, lambda: 5}, mini-batch:' | a.yaml: training.regularisation must be left out beside network.dl4j, which says Adam 0.001, L2 0.1, was L2 with lambda = 5.0
                'network:'            | 'execution: {precision: double}\nnetwork:' | a.yaml: execution.precision must be left out beside network.dl4j, whose dataType is float, was double
                """)
        void isRefusedInOneLineWhereItDoesNotFit(String good, String bad, String message) {
            String yaml = FILE.replace(good, bad == null ? "" : bad.replace("\\n", "\n"));
            assertThatThrownBy(() -> readFile(yaml))
                    .isInstanceOf(SpecException.class)
                    .hasMessage(message);
        }

        @Test
        void whatTheFileBreaksIsNamed() {
            assertThatThrownBy(() -> Specs.read(FILE, "a.yaml", file -> {
                        throw new SpecException("net.json: no layers");
                    }))
                    .isInstanceOf(SpecException.class)
                    .hasMessage("a.yaml: net.json: no layers");
        }

        @Test
        void aTextThatIsNoFileCannotNameOne() {
            assertThatThrownBy(() -> read(FILE))
                    .hasMessage(
                            "a.yaml: network.dl4j must be left out of a spec that is not read from a file of the user's");
        }
    }
}
