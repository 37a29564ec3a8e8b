package org.tailoff.train.initialise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.Parameter;
import org.tailoff.random.NamedStreams;
import org.tailoff.registry.Initialisation;
import org.tailoff.registry.InitialiserRegistry;

class Dl4jInitialiserTest {
    private static double[] draw(String text, int fanIn, int fanOut, long seed) {
        try (InitialiserRegistry registry = InitialiserRegistry.ofClassPath()) {
            return Initialisation.of(
                            registry.find(text).initialiser(),
                            List.of(new LayerShape(fanIn, fanOut)),
                            new NamedStreams(seed).initialisation())
                    .get(0)
                    .weights();
        }
    }

    /**
     * What DL4J draws for 200 inputs and 300 neurons: the variance named, times what it is wrong by, within five
     * standard errors sqrt(2 / 60000) of a normal's. The factor of the truncated normal is 1 - 4 phi(2) / (2 Phi(2) -
     * 1) = 0.7737.
     */
    @ParameterizedTest
    @CsvSource({
        "NORMAL, 0.005, 1",
        "LECUN_NORMAL, 0.005, 1",
        "XAVIER_FAN_IN, 0.005, 1",
        "UNIFORM, 0.0016666666666666668, 1",
        "XAVIER, 0.004, 1",
        "XAVIER_UNIFORM, 0.004, 1",
        "XAVIER_LEGACY, 0.002, 1",
        "SIGMOID_UNIFORM, 0.004, 16",
        "RELU, 0.01, 1",
        "RELU_UNIFORM, 0.01, 1",
        "LECUN_UNIFORM, 0.005, 3",
        "VAR_SCALING_UNIFORM_FAN_IN, 0.005, 3",
        "VAR_SCALING_UNIFORM_FAN_OUT, 0.0033333333333333335, 3",
        "VAR_SCALING_UNIFORM_FAN_AVG, 0.004, 3",
        "VAR_SCALING_NORMAL_FAN_IN, 0.005, 0.7737413",
        "VAR_SCALING_NORMAL_FAN_OUT, 0.0033333333333333335, 0.7737413",
        "VAR_SCALING_NORMAL_FAN_AVG, 0.004, 0.7737413"
    })
    void theVarianceIsTheOneNamedOrWrongByAKnownFactor(String scheme, double named, double factor) {
        double[] weights = draw("dl4j:" + scheme, 200, 300, 31);
        double squares = DoubleStream.of(weights).map(w -> w * w).sum();

        assertThat(squares / 60_000 / named).isCloseTo(factor, within(5 * factor * Math.sqrt(2.0 / 60_000)));
    }

    @Test
    void theSchemesAreDl4jsWithoutTheOneThatNeedsMoreThanAName() {
        Parameter.Choice schemes =
                (Parameter.Choice) new Dl4jInitialiser().parameters().get(0);

        assertThat(schemes.options())
                .containsExactlyElementsOf(Arrays.stream(WeightInit.values())
                        .filter(scheme -> scheme != WeightInit.DISTRIBUTION)
                        .map(WeightInit::name)
                        .toList());
    }

    @Test
    void theStreamDecides() {
        assertThat(draw("dl4j:XAVIER", 5, 4, 1))
                .isEqualTo(draw("dl4j", 5, 4, 1))
                .isNotEqualTo(draw("dl4j", 5, 4, 2));
    }

    @Test
    void theIdentityIsOne() {
        assertThat(draw("dl4j:IDENTITY", 2, 2, 1)).containsExactly(1, 0, 0, 1);
    }
}
