package org.tailoff.figure;

import java.util.Locale;

/** Argument checks whose messages give the name, the rule and the value. */
final class Require {
    private Require() {}

    static void that(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
        }
    }

    static double finite(double value, String name) {
        that(Double.isFinite(value), "%s: must be finite, was %s", name, value);
        return value;
    }

    static String named(String value, String name) {
        that(!value.isBlank(), "%s: must not be blank", name);
        return value;
    }

    static String fileName(String id, String name) {
        that(id.matches("[A-Za-z0-9_-]+"), "%s: letters, digits, _ and - alone, was '%s'", name, id);
        return id;
    }
}
