package org.tailoff.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.Sample;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.NamedStreams;

/**
 * The plugin interface, version 1, is frozen: what is listed in spi-1.txt stays, a plugin never has to implement more,
 * and a jar that was compiled against it on the first day (spi-1-plugin.jar) works.
 */
class SpiCompatibilityTest {
    private static final List<Class<?>> TYPES = List.of(
            WeightInitialiser.class, Layer.class, LayerShape.class, Sample.class, Parameter.class, Distribution.class);

    private static Set<String> members() {
        return TYPES.stream()
                .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                .flatMap(type -> Stream.concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods())))
                .filter(member -> Modifier.isPublic(member.getModifiers()))
                .map(SpiCompatibilityTest::describe)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String describe(Executable member) {
        return member instanceof Method method ? method.toGenericString() : ((Constructor<?>) member).toGenericString();
    }

    private static InputStream resource(String name) {
        return SpiCompatibilityTest.class.getResourceAsStream(name);
    }

    private static List<String> frozen() throws IOException {
        try (InputStream in = resource("spi-1.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void nothingThatAPluginMayUseIsGone() throws IOException {
        assertThat(frozen()).hasSize(82);
        assertThat(members()).containsAll(frozen());
    }

    @Test
    void aPluginNeverHasToImplementMore() throws IOException {
        List<String> required = Arrays.stream(WeightInitialiser.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(SpiCompatibilityTest::describe)
                .toList();

        assertThat(required).hasSize(4).isSubsetOf(frozen());
        assertThat(WeightInitialiser.SPI_VERSION).isEqualTo(1);
    }

    /**
     * Compiled from spi-1-plugin.java.txt; it touches every kind of parameter, the place, the sample and the biases.
     */
    @Test
    void aPluginOfTheFirstDayWorks(@TempDir Path plugins) throws IOException {
        try (InputStream in = resource("spi-1-plugin.jar")) {
            Files.write(plugins.resolve("first-day.jar"), in.readAllBytes());
        }
        try (InitialiserRegistry registry = InitialiserRegistry.withPlugins(plugins)) {
            assertThat(registry.problems()).isEmpty();
            WeightInitialiser found =
                    registry.find("first-day:size=2,count=3,mode=b").initialiser();
            Architecture.ActivationFunction tanh = new Architecture.ActivationFunction("tanh", z -> z);
            LayerParameters layer = Initialisation.of(
                            found,
                            new Architecture(List.of(new LayerShape(2, 1)), List.of(tanh), Optional.of(() ->
                                    new double[][] {{1, 10}})),
                            new NamedStreams(1).initialisation())
                    .get(0);

            // size + count, and the weighted input 1 x 1 + 1 x 10 + bias 0.5 of weights of 1, over the length of
            // "tanh".
            assertThat(layer.weights()).containsExactly(5, 11.5 / 4);
            assertThat(layer.biases()).containsExactly(0.5);
            assertThat(found.distribution(new Layer(new LayerShape(1, 1), found.parameters())))
                    .isEqualTo(new Distribution.Normal(0, 2));
            // It was compiled when there were dense layers alone.
            assertThat(found.supports(new LayerKind.Recurrent(4, true))).isTrue();
            assertThat(found.supports(new LayerKind.Convolution(List.of(3, 3)))).isFalse();
            assertThat(found.structure()).isEmpty();
        }
    }
}
