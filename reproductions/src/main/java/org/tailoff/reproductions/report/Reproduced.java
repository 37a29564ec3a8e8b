package org.tailoff.reproductions.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tailoff.reproductions.Comparisons;
import org.tailoff.reproductions.Curves;
import org.tailoff.reproductions.FinishedRun;
import org.tailoff.reproductions.Reproduction;
import org.tailoff.store.StoredRun;

/**
 * What {@code tailoff reproduce} did last in an output directory: {@code reproduced.json}.
 *
 * @param reproductions ids of the reproductions, in the order of the chapter
 * @param quick whether the runs were cut short
 * @param mnist whether the data set was MNIST, so that there is something to compare with
 * @param runs name of every run, and the name of its directory
 */
public record Reproduced(List<String> reproductions, boolean quick, boolean mnist, SortedMap<String, String> runs) {
    static final String FILE = "reproduced.json";

    /** Where nothing was reproduced. */
    static final Reproduced NOTHING = new Reproduced(List.of(), false, true, new TreeMap<>());

    /** Copies the collections. */
    public Reproduced {
        reproductions = List.copyOf(reproductions);
        runs = new TreeMap<>(runs);
    }

    /**
     * What has just been done.
     *
     * @param reproductions the reproductions
     * @param quick whether the runs were cut short
     * @param mnist whether the data set was MNIST
     * @param runs the runs by name
     * @return the record
     */
    public static Reproduced of(
            Collection<Reproduction> reproductions, boolean quick, boolean mnist, Map<String, FinishedRun> runs) {
        return new Reproduced(
                reproductions.stream().map(Reproduction::id).toList(), quick, mnist, RunIds.of(runs.values()));
    }

    /**
     * Keeps this for the report.
     *
     * @param out the output directory
     * @throws IOException if it cannot be written
     */
    public void write(Path out) throws IOException {
        Json.write(out.resolve(FILE), this);
    }

    /**
     * Opens the runs.
     *
     * @param out the output directory
     * @return the runs by name
     * @throws org.tailoff.store.RunStoreException if one is missing or has changed; names it
     */
    public Map<String, FinishedRun> open(Path out) {
        Map<String, FinishedRun> opened = new TreeMap<>();
        runs.forEach((name, id) -> opened.put(
                name,
                FinishedRun.reused(name, StoredRun.open(out.resolve("runs").resolve(id)))));
        return opened;
    }

    /** What these runs say of the reproductions that were made, out of all there are. */
    Map<Reproduction, Comparisons> compare(List<Reproduction> all, Map<String, FinishedRun> opened) {
        Curves curves =
                new Curves(opened.values().stream().collect(Collectors.toMap(FinishedRun::name, FinishedRun::epochs)));
        Map<Reproduction, Comparisons> compared = new LinkedHashMap<>();
        all.stream()
                .filter(each -> reproductions.contains(each.id()))
                .forEach(each -> compared.put(each, Comparisons.of(each.series(), curves, mnist)));
        return compared;
    }

    /**
     * What was done last.
     *
     * @param out the output directory
     * @return empty if nothing was
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if the file holds something else; the message names it
     */
    public static Optional<Reproduced> read(Path out) throws IOException {
        return Json.read(out.resolve(FILE), Reproduced.class);
    }
}
