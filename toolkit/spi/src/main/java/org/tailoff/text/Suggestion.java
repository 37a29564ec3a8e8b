package org.tailoff.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant who typed an unknown name. */
public final class Suggestion {
    private static final int MAX_DISTANCE = 2;

    private Suggestion() {}

    /** The known name nearest to {@code typed}, if at most 2 edits, or a third of its length, away. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        int limit = Math.max(MAX_DISTANCE, typed.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .filter(name -> distance(typed, name) <= limit);
    }

    /** {@code " Did you mean 'x'?"}, or nothing. */
    public static String sentence(String typed, Collection<String> known) {
        return nearest(typed, known)
                .map(name -> " Did you mean '" + name + "'?")
                .orElse("");
    }

    /** Insertions, deletions and replacements from one to the other (Levenshtein 1966), row by row. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = from.charAt(i - 1) == to.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
