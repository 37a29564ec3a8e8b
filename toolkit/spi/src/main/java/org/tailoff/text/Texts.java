package org.tailoff.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Checks of what plugins declare and users type, and the words for it. */
public final class Texts {
    /** What a name looks like, of an initialiser and of a parameter. */
    public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Texts() {}

    /** Refuses what does not hold with an {@link IllegalArgumentException}. */
    public static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Refuses a parameter without a name or a meaning. */
    public static void requireNamed(String name, String meaning) {
        require(
                name != null && NAME.matcher(name).matches(),
                "a parameter's name must be lower-case words joined by hyphens, was '" + name + "'");
        requireLine(meaning, "the meaning of parameter " + name);
    }

    /** Refuses what is not one line. */
    public static void requireLine(String text, String what) {
        require(
                text != null && !text.isBlank() && text.lines().count() == 1,
                String.format(Locale.ROOT, "%s must be one line: '%s'", what, text));
    }

    /** Without line breaks. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** {@code kind}, and its limits where it has any. */
    public static String range(double least, double most, String kind) {
        if (Double.isInfinite(most)) {
            return Double.isInfinite(least) ? kind : kind + " >= " + number(least);
        }
        return Double.isInfinite(least)
                ? kind + " <= " + number(most)
                : kind + " in " + number(least) + ".." + number(most);
    }

    /**
     * A number to some decimal places, in the same form in every locale.
     *
     * @param value any number
     * @param decimals how many digits behind the point, at least 0
     * @return for example {@code 97.40}; halves are rounded up
     */
    public static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Without the point where there is nothing behind it. */
    public static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
