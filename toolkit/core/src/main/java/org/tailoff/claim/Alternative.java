package org.tailoff.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailoff.analysis.Estimate;
import org.tailoff.text.Checks;

/**
 * Another reading of the words of a claim: what the verdict would have been had the tolerance been half or twice as
 * large, had "the first epochs" been three or ten, had "around" been a factor of two or ten. A verdict that stands
 * under all of them does not hang on a choice of ours.
 *
 * @param name which reading, such as {@code half the tolerance} or {@code first 3 epochs}
 * @param prediction what the claim says under it
 * @param measured what was measured under it
 */
public record Alternative(String name, Prediction prediction, Estimate measured) {
    /**
     * Checks the name.
     *
     * @param name see {@link #name()}
     * @param prediction see {@link #prediction()}
     * @param measured see {@link #measured()}
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public Alternative {
        Checks.requireText(name, "name of an alternative");
    }

    /**
     * A reading with its verdict.
     *
     * @param name which reading
     * @param verdict what comes out under it
     */
    public record Outcome(String name, Verdict verdict) {}

    /**
     * Whether a verdict stands under other readings.
     *
     * @param verdict the verdict
     * @param others what comes out under the other readings
     * @return for example {@code same for first 3 epochs; refuted for half the tolerance}; empty if there are none
     */
    public static String words(Verdict verdict, List<Outcome> others) {
        List<Verdict> order = new ArrayList<>(List.of(verdict));
        Stream.of(Verdict.values()).filter(each -> each != verdict).forEach(order::add);
        return order.stream()
                .filter(each -> others.stream().anyMatch(other -> other.verdict == each))
                .map(each -> (each == verdict ? "same" : each.name().toLowerCase(Locale.ROOT)) + " for "
                        + names(each, others))
                .collect(Collectors.joining("; "));
    }

    private static String names(Verdict verdict, List<Outcome> others) {
        return others.stream()
                .filter(other -> other.verdict == verdict)
                .map(Outcome::name)
                .collect(Collectors.joining(", "));
    }
}
