package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The commands on a network in a file of DL4J's. */
class ConfiguredNetworkTest {
    private static final String SPEC = """
            network: {dl4j: net.json, initialiser: he-normal}
            training: {mini-batch: 50, epochs: 2}
            data: {training-images: 300, evaluate: [validation-100]}
            seeds: {type: streams, master: 1}
            """;

    @TempDir
    private Path directory;

    private String json;

    @BeforeEach
    void write() throws IOException {
        json = configuration(28).toJson();
        Files.writeString(directory.resolve("net.json"), json);
        Files.writeString(directory.resolve("net.yaml"), SPEC);
    }

    private static MultiLayerConfiguration configuration(int side) {
        return new NeuralNetConfiguration.Builder()
                .updater(new Adam(0.003))
                .list(
                        new ConvolutionLayer.Builder(5, 5)
                                .stride(3, 3)
                                .nOut(4)
                                .activation(Activation.RELU)
                                .weightDecay(0.01)
                                .build(),
                        new BatchNormalization.Builder().build(),
                        new DenseLayer.Builder()
                                .nOut(20)
                                .activation(Activation.TANH)
                                .build(),
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(10)
                                .activation(Activation.SOFTMAX)
                                .build())
                .setInputType(InputType.convolutionalFlat(side, side, 1))
                .build();
    }

    private ChildProcess.Ended tailoff(String... arguments) {
        return SameProcess.tailoff(directory, arguments);
    }

    @Test
    void isTrainedListedAndExamined() throws IOException {
        ChildProcess.Ended trained = tailoff("train", "net.yaml", "--out", "out");
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.err()).contains("engine dl4j: for the fused engine layer 0 must have no pre-processor");
        assertThat(trained.out()).contains("net  validation-100  end");

        ChildProcess.Ended listed = tailoff("runs", "out");
        assertThat(listed.out()).contains("he-normal", "finished");

        ChildProcess.Ended examined = tailoff("examine", "net", "--out", "out");
        assertThat(examined.code()).as(examined.err()).isZero();
        assertThat(examined.out()).contains("0_W (weights of hidden layer 1): 100 weights");
        assertThat(directory.resolve("out/report/examine.html")).isNotEmptyFile();

        ChildProcess.Ended reported = tailoff("report", "out");
        assertThat(reported.code()).as(reported.err()).isZero();
        ChildProcess.Ended again = tailoff("train", "net.yaml", "--out", "out");
        assertThat(again.err()).contains("1 run, all of them stored");
        ChildProcess.Ended checked = tailoff("check", "out", "--retrain", "1");
        assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    }

    @Test
    void isComparedFromSeveralInitialisersAndItsOwn() {
        ChildProcess.Ended compared = tailoff(
                "compare",
                "--spec",
                "net.yaml",
                "-i",
                "he-normal",
                "-i",
                "orthogonal",
                "-i",
                "configured",
                "--seeds",
                "2",
                "--out",
                "out");
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(compared.out())
                .contains("he-normal", "orthogonal", "configured", "With weight decay")
                .doesNotContain("Without weight decay");
    }

    private void isRefused(String message, String... arguments) {
        ChildProcess.Ended ended = tailoff(arguments);
        assertThat(ended.lines()).singleElement().asString().startsWith("tailoff: " + message);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            he-normal      | lsuv                 | weight initialiser 'lsuv' does not do layer 0 (ConvolutionLayer): convolution 5x5
            he-normal      | he-norma             | No weight initialiser 'he-norma'. Known: constant,
            mini-batch     | learning-rate: 0.5, mini-batch | net.yaml: training.learning-rate must be left out beside network.dl4j, which says Adam 0.003, weight decay 0.01, was 0.5
            net.json       | none.json            | net.yaml: none.json: expected a file, found nothing
            seeds          | "execution: {engine: fused}\\nseeds" | execution.engine must be dl4j or auto: layer 0 must have no pre-processor
            """)
    void isRefusedInOneLine(String good, String bad, String message) throws IOException {
        Files.writeString(
                directory.resolve("net.yaml"),
                SPEC.replace(good, bad.replace("\"", "").replace("\\n", "\n")));
        isRefused(message, "train", "net.yaml", "--out", "out");
    }

    @Test
    void ofOtherImagesIsRefusedWithTheLayerAndBothShapes() throws IOException {
        Files.writeString(directory.resolve("net.json"), configuration(27).toJson());
        isRefused(
                "layer 0 (ConvolutionLayer 'layer0') must take nIn = 1, was given [n, 784] through"
                        + " FeedForwardToCnnPreProcessor: ",
                "train",
                "net.yaml",
                "--out",
                "out");
    }

    @Test
    void withAClassThatIsNotOfDl4jOrAnObjectOfJavaIsRefused() throws IOException {
        Files.writeString(
                directory.resolve("net.json"), json.replace("org.nd4j.linalg.learning.config.Adam", "evil.Adam"));
        isRefused(
                "net.yaml: net.json: expected classes of DL4J's alone, found 'evil.Adam'",
                "train",
                "net.yaml",
                "--out",
                "out");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(directory.resolve("net.json")))) {
            zip.putNextEntry(new ZipEntry("preprocessor.bin"));
        }
        isRefused(
                "net.yaml: net.json: expected a zip without serialised Java objects, found preprocessor.bin",
                "train",
                "net.yaml",
                "--out",
                "out");
    }
}
