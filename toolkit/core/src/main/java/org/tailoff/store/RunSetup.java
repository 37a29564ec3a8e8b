package org.tailoff.store;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a run's directory is made from.
 *
 * @param id name of the directory: {@code <name>-<first 12 digits of the digest of what the run depends on>}; letters,
 *     digits, dot, dash, underscore, the first one a letter or digit
 * @param spec content of {@code spec.yaml}
 * @param tensors names of the parameter tensors, in the order of the blocks
 * @param valueType type in which the values of iterations are kept
 */
public record RunSetup(String id, String spec, List<String> tensors, ValueType valueType) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if {@code id} has another form or {@code tensors} is empty
     */
    public RunSetup {
        requireId(id);
        tensors = List.copyOf(tensors);
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("tensors must not be empty: " + tensors);
        }
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String requireId(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("id must match " + ID + ": '" + id + "'");
        }
        return id;
    }
}
