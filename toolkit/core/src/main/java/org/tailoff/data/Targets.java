package org.tailoff.data;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What belongs to the rows of a table. */
sealed interface Targets {
    /** Names that a message tells. */
    int SHOWN = 10;

    /** The names of the classes or of the numbers. */
    List<String> names();

    /** For example {@code in 2 classes: no, yes}. */
    String form();

    /**
     * A class for each row.
     *
     * @param names of the classes, at least two and all different
     * @param labels indices into them, one for each row
     */
    record Classes(List<String> names, int[] labels) implements Targets {
        /**
         * Checks both.
         *
         * @throws IllegalArgumentException if there are fewer names, or one twice
         * @throws IndexOutOfBoundsException if a label is outside its range
         */
        public Classes {
            names = List.copyOf(names);
            if (names.size() < 2 || Set.copyOf(names).size() < names.size()) {
                throw new IllegalArgumentException("classes must be at least two different names: " + names);
            }
            for (int label : labels) {
                Objects.checkIndex(label, names.size());
            }
        }

        @Override
        public String form() {
            return "in " + names.size() + " classes: " + some();
        }
    }

    /**
     * Numbers for each row.
     *
     * @param names of the columns
     * @param values a column for each name
     */
    record Numbers(List<String> names, NumberTable values) implements Targets {
        @Override
        public String form() {
            return "with " + names.size() + (names.size() == 1 ? " target: " : " targets: ") + some();
        }
    }

    /** The first names. */
    default String some() {
        String some = names().stream().limit(SHOWN).collect(Collectors.joining(", "));
        return DataException.oneLine(some) + (names().size() > SHOWN ? ", ..." : "");
    }
}
