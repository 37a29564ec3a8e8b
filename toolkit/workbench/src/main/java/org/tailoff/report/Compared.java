package org.tailoff.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tailoff.comparison.ComparisonResult;
import org.tailoff.figure.Picture;
import org.tailoff.report.plot.Plot;
import org.tailoff.report.plot.Plots;
import org.tailoff.run.RunResults;

/**
 * What {@code tailoff compare} did last in an output directory: {@code compared.json}, with every number of the
 * comparison and the data of its figures.
 *
 * @param settled what it has shown
 * @param runs name of every run, and the name of its directory
 * @param figures what the arms do, epoch by epoch
 */
public record Compared(ComparisonResult settled, SortedMap<String, String> runs, List<Plot> figures) {
    /** Where it is kept. */
    public static final ReportFile<Compared> FILE = new ReportFile<>("compared.json", Compared.class);

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
     * @param settled what it has shown
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
}
