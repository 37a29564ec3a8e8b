package org.tailoff.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.published.Catalogue;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.ValueType;
import org.tailoff.train.SmallNetworks;
import org.tailoff.train.attach.RecordedNetwork;

/** What the commands make of the runs that a program of the user's own has kept: a convolution under Adam. */
class ProgramRunsTest {
    /** Picocli's, for whoever knows better how wide the terminal is. */
    private static final String WIDTH = "picocli.usage.width";

    private static final Catalogue NONE = seeds -> List.of();

    @TempDir
    private static Path directory;

    private static Path out;

    /** What a command came to. */
    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void recordTwiceAndBreakOffOnce() {
        out = directory.resolve("out");
        List<DataSet> batches = SmallNetworks.batches();
        for (int start = 0; start < 2; start++) {
            RecordedNetwork.of(network())
                    .evaluating("held-out", new ExistingDataSetIterator(batches))
                    .sampling(batches.get(0).getFeatures())
                    .record(out, "mine", it -> it.fit(new ExistingDataSetIterator(batches), 2));
        }
        RunStore.at(out.resolve("runs"))
                .open(new RunSetup("left", "confs: []", List.of("0_W"), ValueType.DOUBLE))
                .close();
    }

    private static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(SmallNetworks.settings()
                .updater(new Adam(1e-3))
                .l2(1e-2)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new BatchNormalization())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(4)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutionalFlat(8, 8, 1))
                .build());
        network.init();
        return network;
    }

    private static Ended execute(Object command, String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter wrong = new StringWriter();
        int code = CommandLines.of(command)
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(wrong, true))
                .execute(arguments);
        return new Ended(code, printed.toString(), wrong.toString());
    }

    @Test
    void reportMakesAPageOfEachThatSaysTheNetworkInWords() throws IOException {
        Ended ended = execute(new ReportCommand(NONE), out.toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines()).hasSize(2);
        assertThat(Files.readString(out.resolve("report/runs/mine-2.html")))
                .contains(
                        "<h1>Run mine-2</h1>",
                        "convolution 3x3x3, batch normalisation, ReLU, output 4 softmax; Adam 0.001, L2 0.01;",
                        "weights drawn by Xavier of DL4J; data unknown",
                        "<dt>data</dt><dd>unknown</dd>");
    }

    @Test
    void checkComparesThemAndTrainsNoneAnew() {
        Ended ended = execute(new CheckCommand(), out.toString(), "--retrain", "2");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).containsExactly("3 runs: 2 whole, 0 damaged, 1 unfinished");
    }

    @Test
    void runsIsALineEachSortedByNameAsWideAsTheTerminal() {
        System.setProperty(WIDTH, "80");
        Ended ended = execute(new RunsCommand(), out.toString());
        System.clearProperty(WIDTH);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).matches("run +network +initialiser +epoch +score +seconds +state"),
                        line -> assertThat(line).matches("left +unknown +unknown +0 +- +0\\.0 +broken-off"),
                        line -> assertThat(line)
                                .matches(
                                        "mine +conv 3x.*[.]{3} +Xavier +2 +held-out [0-9.]+ % +[0-9.]+" + " +finished"),
                        line -> assertThat(line).startsWith("mine-2 "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    /** Oracle: the run's own last epoch. */
    @Test
    void runsAsJsonHasItAllInFull() throws IOException {
        Ended ended = execute(new RunsCommand(), out.toString(), "--json");
        JsonNode run = new JsonMapper().readTree(ended.out()).get(1);
        assertThat(run.get("run").asText()).isEqualTo("mine");
        assertThat(run.get("network").asText())
                .isEqualTo("convolution 3x3x3, batch normalisation, ReLU, output 4 softmax");
        assertThat(run.get("epoch").asInt()).isEqualTo(2);
        double accuracy = RunStore.at(out.resolve("runs"))
                .find("mine")
                .orElseThrow()
                .epochs()
                .get(2)
                .score("held-out")
                .accuracy();
        assertThat(run.get("score").get("accuracy").asDouble()).isEqualTo(accuracy);
    }

    @Test
    void runsNeedsADirectoryWithRuns() {
        Ended ended = execute(new RunsCommand(), directory.resolve("none").toString());
        assertThat(ended.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ended.err())
                .isEqualTo("tailoff: DIR must be a directory with runs in it, '%s' holds no 'runs'%n"
                        .formatted(directory.resolve("none")));
    }

    @Test
    void aDirectoryThatHoldsSomethingElseStaysTheProgramsOwn() throws IOException {
        Path project = Files.createDirectory(directory.resolve("project"));
        Files.writeString(project.resolve("notes.txt"), "mine");
        List<DataSet> batches = SmallNetworks.batches();
        RecordedNetwork.of(network()).record(project, "mine", it -> it.fit(new ExistingDataSetIterator(batches)));
        assertThat(project.resolve(".tailoff")).doesNotExist();
        assertThat(execute(new ReportCommand(NONE), project.toString()).err()).contains("holds no .tailoff");
        assertThat(execute(new RunsCommand(), project.toString()).out()).contains("mine ");
    }
}
