package org.tailoff.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailoff.analysis.Estimate;

/**
 * What was measured.
 *
 * @param measured the number with its interval over seeds
 * @param runs names of the runs it comes from, or of the published file or formula
 * @param dropped runs that could not be used, each with its reason
 * @param obstacle why the evidence cannot decide, whatever the number; empty if it can
 * @param details further numbers worth knowing, by name, in the order in which they are to be read
 */
public record Evidence(
        Estimate measured,
        List<String> runs,
        List<String> dropped,
        Optional<String> obstacle,
        Map<String, Double> details) {
    /**
     * Copies the collections.
     *
     * @param measured see {@link #measured()}
     * @param runs see {@link #runs()}; at least one
     * @param dropped see {@link #dropped()}
     * @param obstacle see {@link #obstacle()}
     * @param details see {@link #details()}
     * @throws IllegalArgumentException if {@code runs} is empty
     */
    public Evidence {
        runs = List.copyOf(runs);
        dropped = List.copyOf(dropped);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs must name at least one source of the evidence");
        }
    }

    /**
     * A number that involves no run: arithmetic, or published data.
     *
     * @param value the number
     * @param source the formula or file it comes from
     * @param details further numbers by name
     * @return the evidence
     */
    public static Evidence exact(double value, String source, Map<String, Double> details) {
        return new Evidence(Estimate.exact(value), List.of(source), List.of(), Optional.empty(), details);
    }
}
