package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.binary.Hex;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.tailoff.data.LabelledExamples;
import org.tailoff.record.SetScore;
import org.tailoff.record.TrainedNetwork;
import org.tailoff.spec.Activation;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.RunSpec;
import org.tailoff.train.file.NetworkFiles;
import org.tailoff.train.measure.ParameterMemory;
import org.tailoff.train.measure.ParameterTensor;

class NetworkFilesTest {
    private static final RandomRun RUN = new RandomRun(
            new RandomRun.Draw(21, Activation.TANH, RandomRun.Output.SOFTMAX_CROSS_ENTROPY, RandomRun.Decay.L2, 6));

    private static final String NUMPY = """
            import sys, numpy
            arrays = numpy.load(sys.argv[1])
            print('; '.join(n + ':' + arrays[n].dtype.str + ':' + str(list(arrays[n].shape)) for n in arrays))
            print(b''.join(arrays[n].tobytes('F') for n in arrays).hex())
            """;

    @TempDir
    Path temp;

    /** A finished run. */
    private record Trained(Trainer trainer, Witness witness) {
        TrainedNetwork files() {
            return trainer.kept().orElseThrow();
        }

        INDArray params() {
            return trainer.network().params();
        }
    }

    private static Trained train(ExecutionSpec execution) {
        RunSpec spec = RUN.spec().withExecution(execution).withEpochs(3);
        Trained trained = new Trained(new Trainer(spec, RUN.data(), RandomRun.UNIFORM), new Witness());
        trained.trainer().train(trained.witness(), Optional.empty(), state -> {});
        return trained;
    }

    private static ExecutionSpec fused(Precision precision) {
        return new ExecutionSpec(Engine.FUSED, precision, 1);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(temp.resolve(name), content);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void dl4jLoadsTheNetworkWithEveryBitOfItsParameters(Precision precision) throws IOException {
        Trained trained = train(fused(precision));
        Path file = write("network.zip", trained.files().dl4j());
        for (boolean updater : new boolean[] {false, true}) {
            MultiLayerNetwork loaded = MultiLayerNetwork.load(file.toFile(), updater);
            assertThat(bits(loaded.params())).isEqualTo(bits(trained.params()));
            assertThat(loaded.params().dataType()).isEqualTo(trained.params().dataType());
            assertThat(loaded.getIterationCount()).isEqualTo(18);
        }
    }

    private static byte[] bits(INDArray parameters) {
        return new ParameterMemory(parameters).toBytes();
    }

    @Test
    void theLoadedNetworkClassifiesAsManyExamplesAsWereRecorded() throws IOException {
        Trained trained = train(ExecutionSpec.DEFAULT);
        MultiLayerNetwork loaded = MultiLayerNetwork.load(
                write("network.zip", trained.files().dl4j()).toFile(), false);
        List<SetScore> scores = trained.witness().epochs.get(3).sets();
        assertThat(correct(loaded, RUN.data().training()))
                .isEqualTo(scores.get(0).correctOnes());
        assertThat(correct(loaded, RUN.data().test())).isEqualTo(scores.get(1).correctOnes());
    }

    private static int correct(MultiLayerNetwork network, LabelledExamples examples) {
        int correct = 0;
        for (int i = 0; i < examples.count(); i++) {
            double[] inputs = new double[examples.inputs()];
            examples.copyInputs(i, inputs, 0);
            INDArray outputs = network.output(Nd4j.createFromArray(new double[][] {inputs}));
            correct += outputs.argMax(1).getInt(0) == examples.label(i) ? 1 : 0;
        }
        return correct;
    }

    /** ND4J has a reader of NumPy's format that is not ours. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void anotherReaderFindsEveryTensorByItsName(Precision precision) throws Exception {
        Trained trained = train(fused(precision));
        Path file = write("parameters.npz", trained.files().numpy());
        Map<String, INDArray> read = Nd4j.createFromNpzFile(file.toFile());
        Map<String, INDArray> parameters = trained.trainer().network().paramTable();
        assertThat(read.keySet()).isEqualTo(parameters.keySet());
        parameters.forEach((name, array) -> {
            assertThat(read.get(name).shape()).as(name).isEqualTo(array.shape());
            assertThat(bits(read.get(name).dup('f'))).as(name).isEqualTo(bits(array.dup('f')));
        });
    }

    /**
     * Shapes, types and bytes as NumPy sees them, flattened in column order; the whole in DL4J's order are the
     * network's parameters.
     */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void numPyOpensTheParameters(Precision precision) throws Exception {
        Trained trained = train(fused(precision));
        Path file = write("parameters.npz", trained.files().numpy());
        List<String> lines = python(NUMPY, file);
        String type = precision == Precision.DOUBLE ? "<f8" : "<f4";
        List<String> expected = ParameterTensor.of(trained.trainer().network()).stream()
                .map(tensor -> tensor.name() + ":" + type + ":" + tensor.shape())
                .toList();
        assertThat(lines).containsExactly(String.join("; ", expected), Hex.encodeHexString(bits(trained.params())));
    }

    private List<String> python(String program, Path file) throws IOException, InterruptedException {
        Path output = temp.resolve("output");
        Process process;
        try {
            process = new ProcessBuilder("python3", "-c", program, file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "no python3");
            throw e;
        }
        int code = process.waitFor();
        String printed = Files.readString(output);
        assumeTrue(!printed.contains("No module named 'numpy'"), "python3 without NumPy");
        assertThat(code).as(printed).isZero();
        return printed.lines().toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theSameRunGivesTheSameBytes(Engine engine) {
        ExecutionSpec execution = new ExecutionSpec(engine, Precision.DOUBLE, 1);
        TrainedNetwork once = train(execution).files();
        TrainedNetwork again = train(execution).files();
        assertThat(again.dl4j()).isEqualTo(once.dl4j());
        assertThat(again.numpy()).isEqualTo(once.numpy());
    }

    @Test
    void nothingInTheFilesTellsTheTime() throws IOException {
        TrainedNetwork files = train(ExecutionSpec.DEFAULT).files();
        assertThat(names(files.dl4j())).containsExactly("configuration.json", "coefficients.bin");
        assertThat(names(files.numpy())).startsWith("0_W.npy", "0_b.npy", "1_W.npy");
    }

    private static List<String> names(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getExtra()).isNull();
            }
        }
        return names;
    }

    @Test
    void aSpecCanLeaveTheNetworkOut() {
        ExecutionSpec without = new ExecutionSpec(Engine.FUSED, Precision.DOUBLE, 1, 0, false);
        assertThat(train(without).trainer().kept()).isEmpty();
    }

    @Test
    void theStateOfAnUpdaterGoesWithANetworkOfTheUsersOwn() throws IOException {
        MultiLayerNetwork network = adam(DataType.DOUBLE);
        double[][] labels = {{1, 0}, {0, 1}};
        network.fit(Nd4j.createFromArray(new double[][] {{1, 2, 3}, {3, 2, 2}}), Nd4j.createFromArray(labels));
        Path file = write("network.zip", NetworkFiles.of(network).dl4j());
        INDArray state =
                MultiLayerNetwork.load(file.toFile(), true).getUpdater().getStateViewArray();
        assertThat(state.data().asDouble())
                .isEqualTo(network.getUpdater().getStateViewArray().data().asDouble())
                .matches(values -> Arrays.stream(values).anyMatch(value -> value != 0), "some moment is not 0");
    }

    @Test
    void halfPrecisionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkFiles.of(adam(DataType.FLOAT16)))
                .withMessage("parameters must be double or float, were HALF");
    }

    private static MultiLayerNetwork adam(DataType type) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(type)
                .updater(new Adam(0.1))
                .list(new OutputLayer.Builder().nIn(3).nOut(2).build())
                .build());
        network.init();
        return network;
    }

    /** DL4J writes them into configurations, from which it makes them again: what was saved once must load for good. */
    @Test
    void theNamesThatStandInSavedNetworksStay() {
        assertThat(List.of(ExactCrossEntropy.class, ExactQuadratic.class, PluginWeightInit.class))
                .extracting(Class::getName)
                .containsExactly(
                        "org.tailoff.train.ExactCrossEntropy",
                        "org.tailoff.train.ExactQuadratic",
                        "org.tailoff.train.PluginWeightInit");
    }
}
