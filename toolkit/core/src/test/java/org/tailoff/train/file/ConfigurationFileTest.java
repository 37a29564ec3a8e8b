package org.tailoff.train.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.spec.SpecException;

class ConfigurationFileTest {
    /** What a hostile class would do when it is loaded. */
    static final class Hostile {
        static {
            System.setProperty("tailoff.hostile", "loaded");
        }

        private Hostile() {}
    }

    @TempDir
    Path directory;

    private static MultiLayerConfiguration configuration() {
        return new NeuralNetConfiguration.Builder()
                .seed(12345)
                .updater(new Adam(0.001))
                .list(
                        new ConvolutionLayer.Builder(2, 2).nOut(3).build(),
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                .setInputType(InputType.convolutionalFlat(4, 4, 1))
                .build();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private String read(String text) throws IOException {
        return ConfigurationFile.read(write("net.json", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void jsonYamlAndAModelZipAreTheSameConfiguration() throws IOException {
        MultiLayerConfiguration configuration = configuration();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.setIterationCount(7);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, zip, true);

        String json = read(configuration.toJson());
        assertThat(ConfigurationFile.read(
                        write("net.yaml", configuration.toYaml().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(json);
        assertThat(ConfigurationFile.read(write("net.zip", zip.toByteArray()))).isEqualTo(json);
        assertThat(read("\uFEFF" + configuration.toJson())).isEqualTo(json);
        MultiLayerConfiguration back = MultiLayerConfiguration.fromJson(json);
        assertThat(back.getConf(0).getSeed()).isZero();
        assertThat(back.getConf(0).getLayer())
                .isEqualTo(configuration.getConf(0).getLayer());
        assertThat(back.getInputPreProcess(0)).isEqualTo(configuration.getInputPreProcess(0));
    }

    @Test
    void aTruncatedZipIsNamed() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration());
        network.init();
        ModelSerializer.writeModel(network, zip, true);
        Path file = write("cut.zip", Arrays.copyOf(zip.toByteArray(), zip.size() - 30));
        assertThatThrownBy(() -> ConfigurationFile.read(file))
                .isInstanceOf(SpecException.class)
                .message()
                .startsWith(file + ": expected a whole zip of ModelSerializer, found ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            preprocessor.bin | expected a zip without serialised Java objects, found preprocessor.bin
            normalizer.bin   | expected a zip without serialised Java objects, found normalizer.bin
            other.txt        | expected a zip of ModelSerializer with configuration.json, found [other.txt]
            """)
    void aZipWithOtherThingsIsNamed(String entry, String message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        Path file = write("net.zip", bytes.toByteArray());
        assertThatThrownBy(() -> ConfigurationFile.read(file)).hasMessage(file + ": " + message);
    }

    @Test
    void aClassThatIsNotOfDl4jIsNeverLoaded() throws IOException {
        String json = configuration().toJson();
        String adam = "org.nd4j.linalg.learning.config.Adam";
        assertThat(json).contains(adam);
        assertThatThrownBy(() -> read(json.replace(adam, Hostile.class.getName())))
                .isInstanceOf(SpecException.class)
                .hasMessage(directory.resolve("net.json") + ": expected classes of DL4J's alone, found '"
                        + Hostile.class.getName() + "'");
        assertThat(System.getProperty("tailoff.hostile")).isNull();
    }

    @Test
    void anotherTypeOfNetworkIsNamed() {
        String graph = new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(2)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "in")
                .setOutputs("out")
                .build()
                .toJson();
        assertThat(new ComputationGraph(org.deeplearning4j.nn.conf.ComputationGraphConfiguration.fromJson(graph))
                        .getConfiguration())
                .isNotNull();
        assertThatThrownBy(() -> read(graph))
                .message()
                .endsWith("net.json: expected a MultiLayerConfiguration, found a ComputationGraphConfiguration, which"
                        + " tailoff does not train");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | expected what MultiLayerConfiguration.toJson writes, found no 'confs'
            {}                          | expected what MultiLayerConfiguration.toJson writes, found no 'confs'
            '[1]'                       | expected what MultiLayerConfiguration.toJson writes, found no 'confs'
            no JSON                     | expected what MultiLayerConfiguration.toJson writes, found no 'confs'
            '{"confs": [}'              | expected JSON or YAML, found
            '{"confs": []}'             | expected a MultiLayerConfiguration with layers, found none
            '{"confs": [{"layer": 1}]}' | expected what MultiLayerConfiguration.toJson writes, found
            '{"class_name": "Sequential"}' | expected a MultiLayerConfiguration of DL4J's, found a model of Keras's
            """)
    void textsThatAreNoConfigurationAreNamed(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SpecException.class)
                .message()
                .startsWith(directory.resolve("net.json") + ": " + message)
                .doesNotContain("\n");
    }
}
