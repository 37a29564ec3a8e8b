package org.tailoff.record;

/** Argument checks: each returns its argument, and its message gives the name, the rule and the value. */
final class Checks {
    private Checks() {}

    static int requireAtLeast(int minimum, int value, String name) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ": " + value);
        }
        return value;
    }

    static int requireAtMost(int maximum, int value, String name) {
        if (value > maximum) {
            throw new IllegalArgumentException(name + " must be at most " + maximum + ": " + value);
        }
        return value;
    }

    static double requireFraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1]: " + value);
        }
        return value;
    }

    static String requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank: '" + value + "'");
        }
        return value;
    }
}
