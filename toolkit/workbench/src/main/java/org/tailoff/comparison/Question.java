package org.tailoff.comparison;

import java.util.Optional;
import org.tailoff.text.Checks;

/**
 * What is asked of a comparison.
 *
 * @param against the initialiser that every other is compared with; empty to compare each with the best of the others
 * @param margin the difference that does not matter, in points of percent, greater than 0
 * @param target the accuracy that is to be reached, in percent
 */
public record Question(String against, double margin, double target) {
    /** Half a point: what a reader would not choose an initialiser for. */
    public static final double MARGIN = 0.5;

    /**
     * Validates the margin.
     *
     * @throws IllegalArgumentException if {@code margin} is not a finite positive number
     */
    public Question {
        Checks.requirePositive(margin, "margin");
    }

    /** The initialiser that every other is compared with, if it is one that is named. */
    Optional<String> named() {
        return against.isEmpty() ? Optional.empty() : Optional.of(against);
    }
}
