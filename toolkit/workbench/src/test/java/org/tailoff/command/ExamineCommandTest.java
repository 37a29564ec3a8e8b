package org.tailoff.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.store.StoredRun;
import org.tailoff.train.attach.RecordedNetwork;
import picocli.CommandLine;

/** The command on runs that a user's own program recorded. */
class ExamineCommandTest {
    private static final Pattern TARGET = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    @TempDir
    private Path out;

    private StoredRun run;
    private final StringWriter printed = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void record() {
        double[][] features = new double[60][2];
        double[][] labels = new double[60][2];
        Random random = new Random(1);
        for (int i = 0; i < features.length; i++) {
            features[i] = new double[] {random.nextDouble(), random.nextDouble()};
            labels[i][features[i][0] > 0.5 ? 1 : 0] = 1;
        }
        DataSet data = new DataSet(Nd4j.createFromArray(features), Nd4j.createFromArray(labels));
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.1))
                .l2(0.01)
                .list(
                        new DenseLayer.Builder()
                                .nIn(2)
                                .nOut(3)
                                .activation(Activation.TANH)
                                .build(),
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(3)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build());
        network.init();
        run = RecordedNetwork.of(network)
                .record(out, "mine", it -> it.fit(new ListDataSetIterator<>(data.asList(), 10), 12));
    }

    private int execute(String... arguments) {
        CommandLine command = CommandLines.of(new ExamineCommand());
        command.setOut(new PrintWriter(printed, true)).setErr(new PrintWriter(errors, true));
        return command.execute(arguments);
    }

    @Test
    void printsATableThatFitsAndSentencesAndSaysWhereThePageIs() {
        assertThat(execute(run.directory().toString())).isZero();
        assertThat(printed.toString())
                .contains(
                        "0_W (weights of the hidden layer): 6 weights", "1_W (weights of the output layer): 6 weights")
                .contains("- Decay does nothing to it in the length of this run: its half-life is 115.5")
                .contains("Written to " + out.toAbsolutePath().resolve("report/examine.html"));
        assertThat(printed.toString().lines().filter(line -> !line.startsWith("Written")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(90));
    }

    @Test
    void findsARunByNameAndAllRunsOfADirectoryOnceEach() {
        assertThat(execute("mine", out.toString(), "--out", out.toString())).isZero();
        assertThat(printed.toString())
                .containsOnlyOnce("Written to")
                .containsOnlyOnce("half-life and settled in epochs");
    }

    @Test
    void printsAndWritesTheSameJson() throws IOException {
        assertThat(execute("mine", "--out", out.toString(), "--json")).isZero();
        assertThat(printed).hasToString(Files.readString(out.resolve("examine.json")));
        JsonNode tensor = new JsonMapper().readTree(printed.toString()).at("/runs/0/tensors/0");
        assertThat(tensor.get("tensor").textValue()).isEqualTo("0_W");
        assertThat(tensor.get("decay").textValue()).isEqualTo("constant");
        assertThat(tensor.get("q").doubleValue()).isCloseTo(0.001, org.assertj.core.api.Assertions.within(1e-8));
        assertThat(tensor.get("per_epoch")).hasSize(12);
        assertThat(tensor.get("per_epoch").get(0).get("force").isNull()).isTrue();
        assertThat(tensor.get("end").isNull()).isTrue();
        assertThat(tensor.get("cannot_tell").get(0).textValue()).startsWith("settlement: too short a run");
    }

    @Test
    void everyLinkOfThePageLeadsToAFile() throws IOException {
        execute(run.directory().toString());
        Path page = out.resolve("report/examine.html");
        Matcher targets = TARGET.matcher(Files.readString(page));
        int links = 0;
        while (targets.find()) {
            if (!targets.group(1).equals("data:,")) {
                assertThat(page.resolveSibling(targets.group(1))).exists();
                links++;
            }
        }
        assertThat(links).isGreaterThan(12);
    }

    @Test
    void anUnknownRunIsWrongUsageWithTheNearestName() {
        assertThat(execute("mien", "--out", out.toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(errors.toString().lines())
                .containsExactly("tailoff: RUN must be a directory, or the id or name of a run in '"
                        + out.resolve("runs") + "', was 'mien'. Did you mean 'mine'?");
        assertThat(out.resolve("examine.json")).doesNotExist();
    }

    @Test
    void aDamagedRunIsNamedInOneLineAndNothingIsWritten() throws IOException {
        Files.writeString(run.directory().resolve("epochs.parquet"), "no longer");
        assertThat(execute(run.directory().toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(errors.toString().lines()).singleElement().asString().contains("epochs.parquet: expected");
        assertThat(out.resolve("examine.json")).doesNotExist();
        assertThat(out.resolve("report")).doesNotExist();
    }

    @Test
    void anUnfinishedRunIsSaidToBeSo() throws IOException {
        Files.delete(run.directory().resolve("manifest.json"));
        assertThat(execute("mine", "--out", out.toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(errors.toString().lines()).singleElement().asString().endsWith("the run is not finished");
        assertThat(execute(out.toString())).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(errors.toString()).contains("must hold a finished run, holds none");
    }
}
