package org.tailoff.reproductions.report;

import java.util.List;

/** Where the figures of the claims lie. */
final class ClaimFigures {
    /** In the output directory. */
    static final String FOLDER = "figures/argument/";

    private ClaimFigures() {}

    static FigureView of(Plot plot) {
        String file = "../" + FOLDER + plot.id();
        return new FigureView(
                plot,
                FOLDER + plot.id() + ".svg",
                List.of(
                        new Link("CSV", file + ".csv"),
                        new Link("SVG", file + ".svg"),
                        new Link("PNG", file + ".png")));
    }
}
