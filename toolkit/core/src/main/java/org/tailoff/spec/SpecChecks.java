package org.tailoff.spec;

import java.util.List;

/** Argument checks that name the key, the rule and the value; written so that NaN fails. */
final class SpecChecks {
    private SpecChecks() {}

    static double requirePositive(double value, String key) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new SpecException(key + " must be a finite number > 0, was " + value);
        }
        return value;
    }

    static double requireNotNegative(double value, String key) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new SpecException(key + " must be a finite number >= 0, was " + value);
        }
        return value;
    }

    static int requireAtLeast(int minimum, int value, String key) {
        if (value < minimum) {
            throw new SpecException(key + " must be an integer >= " + minimum + ", was " + value);
        }
        return value;
    }

    static <T> List<T> requireEntries(List<T> values, String key) {
        requirePresent(values, key).forEach(value -> requirePresent(value, "every entry of " + key));
        return List.copyOf(values);
    }

    static String requireText(String value, String key) {
        return requirePresent(value == null || value.isBlank() ? null : value, key);
    }

    static <T> T requirePresent(T value, String key) {
        if (value == null) {
            throw new SpecException(key + " must be given");
        }
        return value;
    }
}
