package org.tailoff.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tailoff.claim.Claim;
import org.tailoff.figure.Picture;
import org.tailoff.report.plot.Plot;
import org.tailoff.report.plot.Plots;
import org.tailoff.run.RunResults;
import org.tailoff.verify.ClaimTest;

/**
 * What {@code tailoff verify} did last in an output directory: {@code verified.json}. It holds the data of the claims'
 * figures too, because examining the runs again would take minutes.
 *
 * @param runs name of every run, and the name of its directory
 * @param dropped name of every run that diverged, and where it did
 * @param groups the claims with their figures
 */
public record Verified(SortedMap<String, String> runs, SortedMap<String, String> dropped, List<Group> groups) {
    /** Where it is kept. */
    public static final ReportFile<Verified> FILE = new ReportFile<>("verified.json", Verified.class);

    /** Where nothing was verified. */
    static final Verified NOTHING = new Verified(new TreeMap<>(), new TreeMap<>(), List.of());

    /** Copies the collections. */
    public Verified {
        runs = new TreeMap<>(runs);
        dropped = new TreeMap<>(dropped);
        groups = List.copyOf(groups);
    }

    /**
     * Claims that are examined together.
     *
     * @param claims their ids
     * @param figures the figures that show them
     */
    record Group(List<String> claims, List<Plot> figures) {
        Group {
            claims = List.copyOf(claims);
            figures = List.copyOf(figures);
        }
    }

    /**
     * What has just been done.
     *
     * @param results the runs
     * @param drawn the figures of each examination
     * @return the record
     */
    public static Verified of(RunResults results, Map<ClaimTest, List<Picture>> drawn) {
        List<Group> groups = new ArrayList<>();
        drawn.forEach((examination, pictures) -> groups.add(new Group(
                examination.claims().stream().map(Claim::id).toList(),
                pictures.stream().map(Plots::of).toList())));
        return new Verified(RunIds.of(results.finished().values()), results.diverged(), groups);
    }
}
