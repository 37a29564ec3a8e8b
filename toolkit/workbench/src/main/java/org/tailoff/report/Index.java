package org.tailoff.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailoff.comparison.ComparisonResult;
import org.tailoff.comparison.InWords;

/**
 * Everything on the main page.
 *
 * @param answer what it comes to
 * @param sections the reproductions
 * @param claims the claims, those together that are examined together
 * @param contest what was shown, if initialisers were compared
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

    /** What the comparison of initialisers comes to. */
    List<String> contestAnswers() {
        return contest.map(result -> new InWords(result).answers()).orElse(List.of());
    }

    /** Whether initialisers were compared and nothing else was done. */
    boolean isContestAlone() {
        return sections.isEmpty() && claims.isEmpty();
    }
}
