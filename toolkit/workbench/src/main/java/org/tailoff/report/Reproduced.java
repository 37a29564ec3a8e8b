package org.tailoff.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tailoff.published.Catalogue;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Curves;
import org.tailoff.published.Reproduction;
import org.tailoff.published.Seeds;
import org.tailoff.run.FinishedRun;
import org.tailoff.svm.FinishedSvm;
import org.tailoff.svm.SvmResult;

/**
 * What {@code tailoff reproduce} did last in an output directory: {@code reproduced.json}.
 *
 * @param reproductions ids of the reproductions, in the order of the chapter
 * @param options how it was done
 * @param runs name of every run, and the name of its directory
 * @param machines the result of every support vector machine, by name
 */
public record Reproduced(
        List<String> reproductions,
        Options options,
        SortedMap<String, String> runs,
        SortedMap<String, SvmResult> machines) {
    static final String FILE = "reproduced.json";

    /** Where nothing was reproduced. */
    static final Reproduced NOTHING =
            new Reproduced(List.of(), Options.of(Seeds.USUAL, true), new TreeMap<>(), new TreeMap<>());

    /**
     * How it was done.
     *
     * @param quick whether the runs were cut short
     * @param mnist whether the data set was MNIST, so that there is something to compare with
     * @param seeds how many draws were asked for of each session without a seed; null, which the file has, where each
     *     has as many as it usually has
     */
    public record Options(boolean quick, boolean mnist, Integer seeds) {
        /**
         * How it was done.
         *
         * @param seeds the draws that were asked for, and whether the runs were cut short
         * @param mnist whether the data set was MNIST
         * @return the options
         */
        public static Options of(Seeds seeds, boolean mnist) {
            OptionalInt asked = seeds.asked();
            return new Options(seeds.quick(), mnist, asked.isPresent() ? asked.getAsInt() : null);
        }

        private Seeds asked() {
            return new Seeds(seeds == null ? OptionalInt.empty() : OptionalInt.of(seeds), quick);
        }
    }

    /** Copies the collections. */
    public Reproduced {
        reproductions = List.copyOf(reproductions);
        runs = new TreeMap<>(runs);
        machines = new TreeMap<>(machines);
    }

    /**
     * What has just been done.
     *
     * @param reproductions the reproductions
     * @param options how it was done
     * @param runs the runs by name
     * @param machines the support vector machines by name
     * @return the record
     */
    public static Reproduced of(
            Collection<Reproduction> reproductions,
            Options options,
            Map<String, FinishedRun> runs,
            Map<String, FinishedSvm> machines) {
        SortedMap<String, SvmResult> results = new TreeMap<>();
        machines.forEach((name, machine) -> results.put(name, machine.result()));
        return new Reproduced(
                reproductions.stream().map(Reproduction::id).toList(), options, RunIds.of(runs.values()), results);
    }

    /**
     * Everything that could have been reproduced.
     *
     * @param catalogue the reproductions
     * @return each with the runs it had
     */
    public List<Reproduction> chapter(Catalogue catalogue) {
        return catalogue.reproductions(options.asked());
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
     * Opens the runs, as many at a time as there are cores.
     *
     * @param from the runs of the output directory
     * @return the runs by name
     * @throws org.tailoff.store.RunStoreException if one is missing or has changed; names it
     */
    public Map<String, FinishedRun> open(OpenedRuns from) {
        return runs.entrySet().parallelStream()
                .map(run -> FinishedRun.reused(run.getKey(), from.open(run.getValue())))
                .collect(Collectors.toMap(FinishedRun::name, run -> run));
    }

    /** What these runs say of the reproductions that were made, out of all there are. */
    Map<Reproduction, CurveComparisons> compare(List<Reproduction> all, Map<String, FinishedRun> opened) {
        Curves curves = new Curves(
                opened.values().stream().collect(Collectors.toMap(FinishedRun::name, FinishedRun::epochs)), machines);
        Map<Reproduction, CurveComparisons> compared = new LinkedHashMap<>();
        all.stream()
                .filter(each -> reproductions.contains(each.id()))
                .forEach(each -> compared.put(each, CurveComparisons.of(each.series(), curves, options.mnist())));
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
        return ReportJson.read(out.resolve(FILE), Reproduced.class);
    }
}
