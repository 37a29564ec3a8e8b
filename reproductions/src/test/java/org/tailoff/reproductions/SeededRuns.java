package org.tailoff.reproductions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledExamples;
import org.tailoff.data.Mnist;
import org.tailoff.initialise.LayerShape;
import org.tailoff.random.BookStreams;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.RandomStreams;
import org.tailoff.record.RunObserver;
import org.tailoff.registry.Architecture;
import org.tailoff.registry.Initialisation;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.LayerParameters;
import org.tailoff.registry.RegisteredInitialiser;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.LocalExecutor;
import org.tailoff.run.RunEnvironment;
import org.tailoff.run.RunResults;
import org.tailoff.run.RunScheduler;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.store.RunStore;
import org.tailoff.train.Trainer;

/**
 * All that follows from seeds, as SHA-256 by name. What no machine may change is pinned by {@link SeededRunsTest}; the
 * rest depends on the kernels of the matrix products, and the gate compares it between two JDKs on one machine.
 */
public final class SeededRuns {
    private static final BookStreams BOOK = new BookStreams(12345678);
    private static final List<LayerShape> SHAPES = List.of(new LayerShape(784, 30), new LayerShape(30, 10));
    private static final int IMAGES = 200;
    private static final int DRAWS = 1_000;

    private final ExampleSets data = Mnist.embedded();

    /**
     * Prints digests and names, a line each; of what is trained too.
     *
     * @throws Exception if a run fails
     */
    public static void main(String[] args) throws Exception {
        SeededRuns runs = new SeededRuns();
        Path directory = Files.createTempDirectory("seeded-runs");
        SortedMap<String, String> digests = new TreeMap<>(runs.drawn());
        digests.putAll(runs.trained(directory));
        digests.forEach((name, digest) -> System.out.println(digest + "  " + name));
    }

    /** Draws of every kind from every sort of stream, and the parameters of every initialiser that is shipped. */
    SortedMap<String, String> drawn() {
        SortedMap<String, String> digests = new TreeMap<>();
        for (long seed = 1; seed <= 3; seed++) {
            RandomStreams named = new NamedStreams(seed);
            digests.put("stream initialisation, seed " + seed, sha256(draws(named.initialisation())));
            digests.put("stream shuffling, seed " + seed, sha256(draws(named.shuffling())));
        }
        digests.put("stream of the book's weights", sha256(draws(BOOK.initialisation())));
        digests.put("stream of the book's order", sha256(draws(BOOK.shuffling())));
        try (InitialiserRegistry registry = InitialiserRegistry.ofClassPath()) {
            for (RegisteredInitialiser each : shipped(registry)) {
                digests.put("weights of " + each.id(), sha256(parameters(each, new NamedStreams(1))));
            }
            digests.put("weights of the book", sha256(parameters(registry.find("gaussian"), BOOK)));
        }
        return digests;
    }

    private static List<RegisteredInitialiser> shipped(InitialiserRegistry registry) {
        return registry.initialisers().stream()
                .filter(each ->
                        each.initialiser().getClass().getPackageName().equals("org.tailoff.plugins.initialisers"))
                .toList();
    }

    private static DoubleStream draws(RandomGenerator random) {
        List<DoubleSupplier> kinds = List.of(
                random::nextInt,
                () -> random.nextInt(1 << 20 | 1),
                () -> random.nextLong() >>> 11,
                random::nextFloat,
                random::nextDouble,
                () -> random.nextDouble(-3, 7),
                random::nextGaussian,
                random::nextExponential);
        return IntStream.range(0, DRAWS)
                .mapToDouble(i -> kinds.get(i % kinds.size()).getAsDouble());
    }

    private DoubleStream parameters(RegisteredInitialiser initialiser, RandomStreams streams) {
        Architecture.ActivationFunction sigmoid = new Architecture.ActivationFunction(
                "sigmoid",
                z -> DoubleStream.of(z).map(x -> 1 / (1 + StrictMath.exp(-x))).toArray());
        Architecture network = new Architecture(SHAPES, List.of(sigmoid, sigmoid), Optional.of(this::images));
        return Initialisation.of(initialiser.initialiser(), network, streams.initialisation()).stream()
                .flatMapToDouble(SeededRuns::values);
    }

    private static DoubleStream values(LayerParameters layer) {
        return DoubleStream.concat(DoubleStream.of(layer.weights()), DoubleStream.of(layer.biases()));
    }

    private double[][] images() {
        LabelledExamples training = data.training();
        double[][] images = new double[IMAGES][training.inputs()];
        IntStream.range(0, IMAGES).forEach(image -> training.copyInputs(image, images[image], 0));
        return images;
    }

    /** Iterations, epochs and final parameters of {@link #specs}. */
    SortedMap<String, String> trained(Path directory) throws IOException, InterruptedException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (InitialiserRegistry registry = InitialiserRegistry.ofClassPath()) {
            Map<String, RunSpec> specs = specs(shipped(registry));
            RunEnvironment environment = new RunEnvironment(data, registry, RunStore.at(directory));
            RunResults results = new RunScheduler(environment, new LocalExecutor(environment, 1)).run(specs);
            results.requireAllFinished();
            for (FinishedRun run : results.finished().values()) {
                for (String file : List.of("iterations.parquet", "epochs.parquet")) {
                    byte[] bytes = Files.readAllBytes(run.stored().directory().resolve(file));
                    digests.put("run " + run.name() + ", " + file, DigestUtils.sha256Hex(bytes));
                }
            }
            specs.forEach((name, spec) -> digests.put("run " + name + ", parameters", finalParameters(spec, registry)));
        }
        return digests;
    }

    private String finalParameters(RunSpec spec, InitialiserRegistry registry) {
        byte[][] last = new byte[1][];
        new Trainer(spec, data, registry.find(spec.network().initialiser()).initialiser())
                .train(new RunObserver() {}, Optional.empty(), state -> last[0] = state.parameters());
        return DigestUtils.sha256Hex(last[0]);
    }

    /** Both engines and precisions, the book's seed and others, every initialiser, every activation, dropout. */
    private static SortedMap<String, RunSpec> specs(List<RegisteredInitialiser> shipped) {
        SortedMap<String, RunSpec> specs = new TreeMap<>();
        for (Engine engine : Engine.values()) {
            for (Precision precision : Precision.values()) {
                ExecutionSpec execution = new ExecutionSpec(engine, precision, 1);
                RunSpec spec = spec(network(Activation.SIGMOID, Activation.SIGMOID, 0.0))
                        .withExecution(execution);
                String name = (engine + "-" + precision).toLowerCase(java.util.Locale.ROOT);
                specs.put(name + "-book", spec.withSeeds(new SeedSpec.Book(BOOK.seed(), 1, 1, 0)));
                specs.put(name + "-streams-2", spec.withSeeds(new SeedSpec.Streams(2)));
                specs.put(name + "-streams-3", spec.withSeeds(new SeedSpec.Streams(3)));
            }
        }
        RunSpec plain = spec(network(Activation.SIGMOID, Activation.SIGMOID, 0.0));
        shipped.forEach(each -> specs.put(each.id(), plain.withInitialiser(each.id())));
        specs.put("dl4j-xavier", plain.withInitialiser("dl4j:XAVIER"));
        specs.put("dropout", spec(network(Activation.SIGMOID, Activation.SIGMOID, 0.5)));
        specs.put("tanh-softmax", spec(network(Activation.TANH, Activation.SOFTMAX, 0.0)));
        specs.put("relu-softmax", spec(network(Activation.RELU, Activation.SOFTMAX, 0.0)));
        return specs;
    }

    private static DenseNetwork network(Activation hidden, Activation output, double dropout) {
        return new DenseNetwork(List.of(784, 30, 10), hidden, output, Cost.CROSS_ENTROPY, "scaled-gaussian", dropout);
    }

    private static RunSpec spec(DenseNetwork network) {
        return new RunSpec(
                network,
                new TrainingSpec(0.5, 10, 2, new Regularisation.L2(0.1)),
                new DataSpec(IMAGES, List.of(DataSet.TRAINING)),
                new SeedSpec.Streams(1),
                ExecutionSpec.DEFAULT);
    }

    private static String sha256(DoubleStream values) {
        double[] all = values.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(all.length * Double.BYTES);
        bytes.asDoubleBuffer().put(all);
        return DigestUtils.sha256Hex(bytes.array());
    }
}
