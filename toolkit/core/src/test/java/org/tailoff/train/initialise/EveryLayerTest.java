package org.tailoff.train.initialise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tailoff.random.NamedStreams;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.RunObserver;
import org.tailoff.record.RunStart;
import org.tailoff.train.attach.RecordedNetwork;
import org.tailoff.train.initialise.EveryLayer.Example;

/**
 * Every layer of DL4J's that has parameters is drawn or refused, and recorded or not, as {@code docs/layers.md} says.
 */
class EveryLayerTest {
    private static final String PACKAGE = "org/deeplearning4j/nn/conf/";

    /** What DL4J 1.0.0-M2.1 makes and cannot run: the operation scatter_update does not take what it is given. */
    private static final Set<String> BROKEN = Set.of("LearnedSelfAttentionLayer");

    private static Set<String> names() {
        return EveryLayer.examples().keySet();
    }

    private static Example example(String name) {
        return EveryLayer.examples().get(name).get();
    }

    /** Types of layers that stand in DL4J's jar, and are no base of others alone. */
    private static List<Class<?>> concrete() throws IOException, URISyntaxException {
        Path jar = Path.of(
                Layer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> classes = file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(PACKAGE) && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
            List<Class<?>> layers = new ArrayList<>();
            for (String name : classes) {
                Class<?> type = load(name);
                if (Layer.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    layers.add(type);
                }
            }
            return layers;
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, EveryLayerTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Whether a type can be seen to have no parameters at all, from an empty instance as JSON makes it. */
    private static boolean hasNoParameters(Class<?> type) {
        if (SameDiffLambdaLayer.class.isAssignableFrom(type)) {
            return true;
        }
        return Stream.of(type.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == 0)
                .map(EveryLayerTest::initializer)
                .anyMatch(initializer -> initializer instanceof EmptyParamInitializer);
    }

    private static ParamInitializer initializer(Constructor<?> constructor) {
        try {
            constructor.setAccessible(true);
            return ((Layer) constructor.newInstance()).initializer();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Test
    void noLayerOfDl4jIsForgotten() throws IOException, URISyntaxException {
        List<Class<?>> all = concrete();
        Set<String> rest = all.stream()
                .filter(type -> !names().contains(type.getSimpleName()))
                .filter(type -> !hasNoParameters(type))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(all).hasSizeGreaterThan(60);
        assertThat(rest).isEmpty();
        assertThat(all).extracting(Class::getSimpleName).containsAll(names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void dl4jTrainsIt(String name) {
        Example example = example(name);
        Throwable failure = catchThrowable(() -> example.network().fit(example.data()));

        if (BROKEN.contains(name)) {
            assertThat(failure).hasMessageContaining("scatter_update");
        } else {
            assertThat(failure).isNull();
        }
    }

    /** The weights of every tensor are the numbers that were given for it, each once, and all else is as it was. */
    @ParameterizedTest
    @MethodSource("names")
    void whatIsDrawnLandsInTheWeightsAndNowhereElse(String name) {
        Example example = example(name);
        MultiLayerNetwork network = example.network();
        NetworkWeights weights = NetworkWeights.of(network);
        if (!refusals(weights).isEmpty()) {
            return;
        }
        Map<String, double[]> before = values(network);
        weights.draw(new Sines(), new NamedStreams(1).initialisation(), Optional.empty());
        Set<String> drawn = weights.tensors().stream().map(WeightTensor::name).collect(Collectors.toSet());

        values(network).forEach((tensor, values) -> {
            double[] expected = drawn.contains(tensor) ? sorted(Sines.weights(values.length)) : before.get(tensor);
            assertThat(drawn.contains(tensor) ? sorted(values) : values)
                    .as(tensor)
                    .isEqualTo(expected);
        });
        if (!BROKEN.contains(name)) {
            assertThat(network.output(example.data().getFeatures()).sumNumber().doubleValue())
                    .isFinite();
        }
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static Map<String, double[]> values(MultiLayerNetwork network) {
        Map<String, double[]> values = new TreeMap<>();
        network.paramTable().forEach((name, tensor) -> values.put(name, flat(tensor)));
        return values;
    }

    private static double[] flat(INDArray tensor) {
        return tensor.dup().data().asDouble();
    }

    private static List<String> refusals(NetworkWeights weights) {
        return weights.tensors().stream()
                .filter(tensor -> tensor.layout() instanceof WeightLayout.Unknown)
                .map(tensor -> ((WeightLayout.Unknown) tensor.layout()).why())
                .toList();
    }

    @Test
    void theTableOfTheDocumentationIsWhatWasFound() throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : names()) {
            Example example = example(name);
            String prefix = example.index() + "_";
            String recorded = BROKEN.contains(name) ? "DL4J cannot run it" : recorded(example, prefix);
            found.add("| `%s` | %s | %s |".formatted(name, drawn(example.network(), prefix), recorded));
        }
        List<String> documented = Files.readAllLines(Path.of("..", "..", "docs", "layers.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(String.join("\n", documented)).isEqualTo(String.join("\n", found));
    }

    private static String drawn(MultiLayerNetwork network, String prefix) {
        String drawn = NetworkWeights.of(network).tensors().stream()
                .filter(tensor -> tensor.name().startsWith(prefix))
                .map(tensor -> "`%s` %s"
                        .formatted(
                                tensor.name().substring(prefix.length()),
                                words(
                                        Arrays.toString(
                                                network.getParam(tensor.name()).shape()),
                                        tensor.layout())))
                .collect(Collectors.joining("; "));
        return drawn.isEmpty() ? "nothing" : drawn;
    }

    private static String words(String sizes, WeightLayout layout) {
        return layout instanceof WeightLayout.Matrix matrix
                ? "%s %s: fan-in %d, fan-out %d"
                        .formatted(
                                sizes,
                                matrix.shape().kind().text(),
                                matrix.shape().fanIn(),
                                matrix.shape().fanOut())
                : "refused: " + ((WeightLayout.Unknown) layout).why();
    }

    private static String recorded(Example example, String prefix) {
        Set<String> names = new HashSet<>();
        List<String> order = new ArrayList<>();
        RunObserver observer = new RunObserver() {
            @Override
            public void started(RunStart start) {
                order.addAll(start.names());
            }

            @Override
            public void iterations(IterationBlock block) {
                names.addAll(block.tensors());
            }
        };
        try (RecordedNetwork recorded = RecordedNetwork.of(example.network()).observe(observer)) {
            recorded.network().fit(example.data());
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(order);
        return order.stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> "`" + name.substring(prefix.length()) + "`")
                .collect(Collectors.joining(", "));
    }
}
