package org.tailoff.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailoff.comparison.ComparisonResult;

/**
 * Everything on the main page.
 *
 * @param answer what it comes to
 * @param sections the reproductions
 * @param claims the claims, those together that are examined together
 * @param contest the ranking, if initialisers were compared
 * @param runs every run
 * @param dropped runs that diverged, by name, each with the reason
 * @param environments what the runs were made with and on, by name: every value that occurs
 */
record Index(
        Answer answer,
        List<Section> sections,
        List<ClaimGroup> claims,
        Optional<ComparisonResult> contest,
        List<RunView> runs,
        Map<String, String> dropped,
        Map<String, List<String>> environments) {
    /** Every figure on the page. */
    List<FigureView> figures() {
        return Stream.concat(
                        sections.stream().flatMap(section -> section.figures().stream()),
                        claims.stream().flatMap(group -> group.figures().stream()))
                .toList();
    }

    /** Whether initialisers were compared and nothing else was done. */
    boolean isContestAlone() {
        return sections.isEmpty() && claims.isEmpty();
    }
}
