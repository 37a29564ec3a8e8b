package org.tailoff.report;

import java.nio.file.Path;
import java.util.List;

/**
 * Claims that are examined together, with the figures that show them.
 *
 * @param claims the claims
 * @param figures the figures
 */
record ClaimGroup(List<ClaimView> claims, List<FigureView> figures) {
    ClaimGroup {
        claims = List.copyOf(claims);
        figures = List.copyOf(figures);
    }

    static List<ClaimGroup> of(Verified verified, List<ClaimView> claims, Path out) {
        return verified.groups().stream()
                .map(group -> new ClaimGroup(
                        claims.stream()
                                .filter(claim -> group.claims().contains(claim.id()))
                                .toList(),
                        group.figures().stream()
                                .map(plot -> FigureFiles.view(out, FigureFiles.ARGUMENT, plot))
                                .toList()))
                .toList();
    }
}
