package org.tailoff.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.NamedStreams;

class ConfiguredTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** Its weights are the values of its parameters. */
    private record Echo(List<Parameter> parameters) implements WeightInitialiser {
        @Override
        public String id() {
            return "echo";
        }

        @Override
        public String description() {
            return "tells what it was told";
        }

        @Override
        public String source() {
            return "this test";
        }

        @Override
        public boolean supports(LayerKind kind) {
            return kind instanceof LayerKind.Convolution;
        }

        @Override
        public Optional<String> structure() {
            return Optional.of("an echo");
        }

        @Override
        public double[] weights(Layer layer, RandomGenerator random) {
            return new double[] {
                layer.real("size"), layer.whole("count"), layer.choice("mode").length()
            };
        }
    }

    private static final Echo ECHO = new Echo(List.of(
            new Parameter.Real("size", 1.5, 0, NONE, "how large"),
            new Parameter.Whole("count", 2, 1, 9, "how many"),
            new Parameter.Choice("mode", "ab", List.of("ab", "abc", "abcd"), "which")));

    private static double[] weights(WeightInitialiser initialiser) {
        return Initialisation.of(initialiser, List.of(new LayerShape(3, 1)), new NamedStreams(1).initialisation())
                .get(0)
                .weights();
    }

    @Test
    void whatIsNoValueIsThePluginsOwn() {
        WeightInitialiser configured = Configured.of(ECHO, "count=9");

        assertThat(configured.supports(new LayerKind.Convolution(List.of(3)))).isTrue();
        assertThat(configured.supports(new LayerKind.Dense())).isFalse();
        assertThat(configured.structure()).contains("an echo");
    }

    @Nested
    class Values {
        @Test
        void areTheDeclaredOnesUnlessChosen() {
            assertThat(weights(ECHO)).containsExactly(1.5, 2, 2);
        }

        @Test
        void areChosenByName() {
            assertThat(weights(Configured.of(ECHO, "mode=abcd, size = 0.25 ,count=9")))
                    .containsExactly(0.25, 9, 4);
        }

        @Test
        void areChosenForTheFirstParameterWithoutAName() {
            assertThat(weights(Configured.of(ECHO, "1e-3,count=1"))).containsExactly(1e-3, 1, 2);
        }

        @Test
        void doNotChangeTheInitialiserThatWasFound() {
            weights(Configured.of(ECHO, "7"));

            assertThat(weights(ECHO)).containsExactly(1.5, 2, 2);
        }
    }

    @Nested
    class WrongSettings {
        private static final String KNOWN =
                "Known: size (a number >= 0), count (a whole number in 1..9), mode (one of ab, abc, abcd).";

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                sise=2       | no parameter 'sise'. KNOWN Did you mean 'size'?
                size=big     | size must be a number >= 0, was 'big'
                size=-1      | size must be a number >= 0, was '-1.0'
                size=NaN     | size must be a number >= 0, was 'NaN'
                size=1e999   | size must be a number >= 0, was 'Infinity'
                count=10     | count must be a whole number in 1..9, was '10'
                count=1.5    | count must be a whole number in 1..9, was '1.5'
                mode=abd     | mode must be one of ab, abc, abcd, was 'abd'. Did you mean 'ab'?
                size=1,size=2| size is given twice in 'size=1,size=2'
                count=1,7    | expected name=value, found '7'. KNOWN
                "size=1,"    | expected name=value, found ''. KNOWN
                ""           | expected name=value, found ''. KNOWN
                """)
        void areNamedInOneLine(String settings, String message) {
            assertThatThrownBy(() -> Configured.of(ECHO, settings))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Weight initialiser 'echo': " + message.replace("KNOWN", KNOWN));
        }

        @Test
        void ofAnInitialiserWithoutParametersAreRefused() {
            assertThatThrownBy(() -> Configured.of(new Echo(List.of()), "2"))
                    .hasMessage("Weight initialiser 'echo': expected name=value, found '2'. Known: none.");
        }
    }
}
