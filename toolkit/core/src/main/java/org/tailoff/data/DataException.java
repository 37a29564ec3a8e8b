package org.tailoff.data;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A data set that cannot be used; the message is one line that names file, offset or line, what was expected and what
 * was found.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private DataException(String message) {
        super(oneLine(message));
    }

    /** A text in which names from a file, which may hold ends of lines, do not begin a new one. */
    static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    /** {@code offset}: in bytes from the start of the uncompressed file. */
    static DataException at(String file, long offset, String expected, String found) {
        return new DataException(
                String.format(Locale.ROOT, "%s, offset %d: expected %s, found %s", file, offset, expected, found));
    }

    /** {@code place}: a line of a file of text, counted from 1, and a column if it has one. */
    static DataException in(String file, String place, String expected, String found) {
        return new DataException(
                String.format(Locale.ROOT, "%s, %s: expected %s, found %s", file, place, expected, found));
    }

    /** For what is wrong with a file or directory as a whole. */
    static DataException of(String file, String expected, String found) {
        return new DataException(String.format(Locale.ROOT, "%s: expected %s, found %s", file, expected, found));
    }
}
