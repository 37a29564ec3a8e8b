package org.tailoff.conformance;

import java.util.Locale;

/**
 * The result of one check.
 *
 * @param name what was looked at
 * @param outcome how it ended
 * @param expected what it should be, with the rule
 * @param found what it is
 */
public record Check(String name, Outcome outcome, String expected, String found) {
    /** How a check ended. */
    public enum Outcome {
        /** As expected. */
        PASS,
        /** Not as expected. */
        FAIL,
        /** There was nothing to check, or an earlier check failed that this one rests on; {@code found} says which. */
        SKIP
    }

    static Check of(String name, boolean holds, String expected, String found) {
        return new Check(name, holds ? Outcome.PASS : Outcome.FAIL, expected, found);
    }

    static Check skipped(String name, String why) {
        return new Check(name, Outcome.SKIP, "nothing", why);
    }

    /**
     * Whether the initialiser is refused for it.
     *
     * @return true if the outcome is {@link Outcome#FAIL}
     */
    public boolean failed() {
        return outcome == Outcome.FAIL;
    }

    /** One line. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s  %-28s expected %s; found %s", outcome, name, expected, found);
    }
}
