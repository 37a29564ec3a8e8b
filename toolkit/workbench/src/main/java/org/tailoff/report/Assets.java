package org.tailoff.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** The files that every page needs: its look, its script, and the library that draws. */
final class Assets {
    private static final List<String> FILES = List.of(
            "report.css",
            "charts.js",
            "claims.js",
            "histogram.js",
            "uPlot.min.css",
            "uPlot.iife.min.js",
            "uPlot.LICENSE");

    private Assets() {}

    static void copyTo(Path report) throws IOException {
        for (String name : FILES) {
            try (InputStream in = Assets.class.getResourceAsStream(name)) {
                Pages.write(report.resolve(name), in.readAllBytes());
            }
        }
    }
}
