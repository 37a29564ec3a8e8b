package org.tailoff.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tailoff.comparison.ComparisonResult;
import org.tailoff.figure.Picture;
import org.tailoff.report.plot.Plot;
import org.tailoff.report.plot.Plots;
import org.tailoff.run.RunResults;

/**
 * What {@code tailoff compare} did last in an output directory: {@code compared.json}, with every number of the ranking
 * and the data of its figures.
 *
 * @param settled the result
 * @param runs name of every run, and the name of its directory
 * @param figures what the arms do, epoch by epoch
 */
public record Compared(ComparisonResult settled, SortedMap<String, String> runs, List<Plot> figures) {
    static final String FILE = "compared.json";

    /** The folder of its figures. */
    public static final String FOLDER = "compare";

    /** Copies the collections. */
    public Compared {
        runs = new TreeMap<>(runs);
        figures = List.copyOf(figures);
    }

    /**
     * What has just been done.
     *
     * @param settled the result
     * @param results the runs
     * @param pictures what the arms do
     * @return the record
     */
    public static Compared of(ComparisonResult settled, RunResults results, List<Picture> pictures) {
        return new Compared(
                settled,
                RunIds.of(results.finished().values()),
                pictures.stream().map(Plots::of).toList());
    }

    /**
     * Keeps this for the report.
     *
     * @param out the output directory
     * @throws IOException if it cannot be written
     */
    public void write(Path out) throws IOException {
        ReportJson.write(out.resolve(FILE), this);
    }

    /**
     * What was done last.
     *
     * @param out the output directory
     * @return empty if nothing was
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if the file holds something else; the message names it
     */
    public static Optional<Compared> read(Path out) throws IOException {
        return ReportJson.read(out.resolve(FILE), Compared.class);
    }
}
