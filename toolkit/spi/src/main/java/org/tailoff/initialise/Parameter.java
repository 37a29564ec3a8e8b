package org.tailoff.initialise;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tailoff.text.Suggestion;
import org.tailoff.text.Texts;

/**
 * A number or a word that a user may choose, as in {@code gaussian:stddev=0.5}: declared by an initialiser, with the
 * value it has unless chosen otherwise. Immutable.
 */
public sealed interface Parameter {
    /**
     * What it is called.
     *
     * @return lower-case letters and digits in words joined by hyphens
     */
    String name();

    /**
     * What it does.
     *
     * @return one line
     */
    String meaning();

    /**
     * Its value.
     *
     * @return as {@link #with} reads it
     */
    String text();

    /**
     * What its values may be.
     *
     * @return in words, such as {@code a number >= 0}
     */
    String allowed();

    /**
     * The same parameter with another value.
     *
     * @param text the value as a user types it
     * @return the changed parameter
     * @throws IllegalArgumentException if the text is not one of {@link #allowed()}; the message is one line
     */
    Parameter with(String text);

    private static <N extends Number> N parsed(Parameter parameter, String text, Function<String, N> parse) {
        try {
            return parse.apply(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be %s, was '%s'", parameter.name(), parameter.allowed(), text),
                    e);
        }
    }

    /**
     * A real number.
     *
     * @param name what it is called
     * @param value its value, finite, from {@code least} to {@code most}
     * @param least the smallest value allowed; may be negative infinity
     * @param most the largest value allowed; may be infinity
     * @param meaning what it does, one line
     */
    record Real(String name, double value, double least, double most, String meaning) implements Parameter {
        /**
         * Checks the declaration.
         *
         * @throws IllegalArgumentException if {@code the name is no name, the meaning not one line, or the value not
         *     allowed}
         */
        public Real {
            Texts.requireNamed(name, meaning);
            Texts.require(
                    Double.isFinite(value) && value >= least && value <= most,
                    name + " must be " + Texts.range(least, most, "a number") + ", was '" + value + "'");
        }

        @Override
        public String text() {
            return Texts.number(value);
        }

        @Override
        public String allowed() {
            return Texts.range(least, most, "a number");
        }

        @Override
        public Real with(String text) {
            return new Real(name, Parameter.parsed(this, text, Double::valueOf), least, most, meaning);
        }
    }

    /**
     * A whole number.
     *
     * @param name what it is called
     * @param value its value, from {@code least} to {@code most}
     * @param least the smallest value allowed
     * @param most the largest value allowed; {@code Integer.MAX_VALUE} for no limit
     * @param meaning what it does, one line
     */
    record Whole(String name, int value, int least, int most, String meaning) implements Parameter {
        /**
         * Checks the declaration.
         *
         * @throws IllegalArgumentException if {@code the name is no name, the meaning not one line, or the value not
         *     allowed}
         */
        public Whole {
            Texts.requireNamed(name, meaning);
            Texts.require(
                    value >= least && value <= most, name + " must be " + range(least, most) + ", was '" + value + "'");
        }

        private static String range(int least, int most) {
            return Texts.range(least, most == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : most, "a whole number");
        }

        @Override
        public String text() {
            return Integer.toString(value);
        }

        @Override
        public String allowed() {
            return range(least, most);
        }

        @Override
        public Whole with(String text) {
            return new Whole(name, Parameter.parsed(this, text, Integer::valueOf), least, most, meaning);
        }
    }

    /**
     * One word out of several.
     *
     * @param name what it is called
     * @param value one of the options
     * @param options the words allowed
     * @param meaning what it does, one line
     */
    record Choice(String name, String value, List<String> options, String meaning) implements Parameter {
        /**
         * Checks the declaration.
         *
         * @throws IllegalArgumentException if {@code the name is no name, the meaning not one line, or the value no
         *     option}
         */
        public Choice {
            Texts.requireNamed(name, meaning);
            options = List.copyOf(options);
            Texts.require(
                    options.contains(value),
                    String.format(
                            Locale.ROOT,
                            "%s must be one of %s, was '%s'.%s",
                            name,
                            String.join(", ", options),
                            value,
                            Suggestion.sentence(value, options)));
        }

        @Override
        public String text() {
            return value;
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", options);
        }

        @Override
        public Choice with(String text) {
            return new Choice(name, text, options, meaning);
        }
    }
}
