package org.tailoff.report;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tailoff.published.Catalogue;
import org.tailoff.published.ComparedReproduction;
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
    /** Where it is kept. */
    public static final ReportFile<Reproduced> FILE = new ReportFile<>("reproduced.json", Reproduced.class);

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
        machines.forEach((name, svm) -> results.put(name, svm.result()));
        return new Reproduced(
                reproductions.stream().map(Reproduction::id).toList(), options, RunIds.of(runs.values()), results);
    }

    /**
     * Compares and draws again what was reproduced in an output directory.
     *
     * @param opened the runs of the directory
     * @param catalogue what can have been reproduced
     * @return the reproductions, in the order of the catalogue; none if nothing was
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if the file holds something else; the message names it
     * @throws org.tailoff.store.RunStoreException if a run is missing or has changed; names it
     */
    public static List<ComparedReproduction> again(OpenedRuns opened, Catalogue catalogue) throws IOException {
        return FILE.read(opened.out())
                .map(reproduced -> reproduced.compareAgain(opened, catalogue))
                .orElse(List.of());
    }

    private List<ComparedReproduction> compareAgain(OpenedRuns opened, Catalogue catalogue) {
        return compare(catalogue.reproductions(options.asked()), open(opened));
    }

    /**
     * Compares and draws what was reproduced.
     *
     * @param all the reproductions that there are
     * @param finished the runs by name
     * @return those that were made, in the order of all
     */
    public List<ComparedReproduction> compare(List<Reproduction> all, Map<String, FinishedRun> finished) {
        Curves curves = Curves.of(finished, machines);
        return all.stream()
                .filter(each -> reproductions.contains(each.id()))
                .map(each -> ComparedReproduction.of(each, curves, finished, options.mnist()))
                .toList();
    }

    /** The runs by name; as many are opened at a time as there are cores. */
    private Map<String, FinishedRun> open(OpenedRuns from) {
        return runs.entrySet().parallelStream()
                .map(run -> FinishedRun.reused(run.getKey(), from.open(run.getValue())))
                .collect(Collectors.toMap(FinishedRun::name, run -> run));
    }
}
