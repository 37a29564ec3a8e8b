package org.tailoff.data;

import java.util.List;

/**
 * What the columns of a table are for: each by its name if there is a header, by its number from 1 if there is none.
 * All columns that are not named are the inputs.
 *
 * @param outputs the column of the classes alone, or those of the targets
 * @param classes which of both
 * @param ignored columns that are left out
 */
public record CsvRoles(List<String> outputs, boolean classes, List<String> ignored) {
    /** Copies the lists. */
    public CsvRoles {
        outputs = List.copyOf(outputs);
        ignored = List.copyOf(ignored);
    }

    /**
     * A table with classes, all other columns of which are inputs.
     *
     * @param label the column of the classes
     * @return the roles
     */
    public static CsvRoles label(String label) {
        return new CsvRoles(List.of(label), true, List.of());
    }

    /**
     * A table with numbers that are to be met, all other columns of which are inputs.
     *
     * @param targets their columns, at least one
     * @return the roles
     */
    public static CsvRoles targets(List<String> targets) {
        return new CsvRoles(targets, false, List.of());
    }

    /**
     * The same without some columns.
     *
     * @param columns those that are left out
     * @return the roles
     */
    public CsvRoles ignoring(List<String> columns) {
        return new CsvRoles(outputs, classes, columns);
    }

    /** What the outputs are, in a message. */
    String what() {
        return classes ? "classes" : "targets";
    }

    /** What an output is for, in a message. */
    String purpose() {
        return "for the " + what();
    }
}
