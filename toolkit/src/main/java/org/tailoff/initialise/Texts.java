package org.tailoff.initialise;

import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks of what plugins declare and users type, and the words for it. */
final class Texts {
    /** What a name looks like, of an initialiser and of a parameter. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Texts() {}

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    static void requireNamed(String name, String meaning) {
        require(
                name != null && NAME.matcher(name).matches(),
                "a parameter's name must be lower-case words joined by hyphens, was '" + name + "'");
        requireLine(meaning, "the meaning of parameter " + name);
    }

    static void requireLine(String text, String what) {
        require(
                text != null && !text.isBlank() && text.lines().count() == 1,
                "%s must be one line: '%s'".formatted(what, text));
    }

    /** The number in a text that a user typed for a parameter. */
    static <N extends Number> N parsed(Parameter parameter, String text, Function<String, N> parse) {
        try {
            return parse.apply(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s must be %s, was '%s'".formatted(parameter.name(), parameter.allowed(), text), e);
        }
    }

    /** {@code kind}, and its limits where it has any. */
    static String range(double least, double most, String kind) {
        if (Double.isInfinite(most)) {
            return Double.isInfinite(least) ? kind : kind + " >= " + number(least);
        }
        return Double.isInfinite(least)
                ? kind + " <= " + number(most)
                : kind + " in " + number(least) + ".." + number(most);
    }

    /** Without the point where there is nothing behind it. */
    static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
