package org.tailoff.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tailoff.figure.Look;
import org.tailoff.figure.render.FigureRenderer;
import org.tailoff.published.Catalogue;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.Reproduction;
import org.tailoff.report.plot.Plots;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunIndex;
import org.tailoff.store.JsonFiles;
import org.tailoff.store.StoredRun;
import org.tailoff.verify.VerdictRow;

/** {@code report/index.html}: the whole story of an output directory, from what is stored there. */
public final class Report {
    /** What tells of something that a main page is about. */
    private static final List<ReportFile<?>> PARTS = List.of(Reproduced.FILE, Verified.FILE, Compared.FILE);

    private final OpenedRuns opened;
    private final Path out;
    private final Path report;
    private final List<ComparedReproduction> reproduced;
    private final Look look;

    private Report(OpenedRuns opened, List<ComparedReproduction> reproduced, Look look) {
        this.opened = opened;
        this.out = opened.out();
        this.report = out.resolve("report");
        this.reproduced = List.copyOf(reproduced);
        this.look = look;
    }

    /**
     * Writes the report, or the pages of all runs where there are runs alone.
     *
     * @param opened the runs of the output directory
     * @param catalogue what can have been reproduced; it is compared again
     * @param look how the figures of single runs are drawn; all others are there already
     * @return the pages to open
     * @throws IOException if something cannot be read or written
     * @throws IllegalArgumentException if there is nothing to report on, in one line that says why
     * @throws org.tailoff.store.RunStoreException if a run is missing or has changed; names it
     */
    public static Collection<Path> write(OpenedRuns opened, Catalogue catalogue, Look look) throws IOException {
        return write(opened, Reproduced.again(opened, catalogue), look);
    }

    /**
     * Writes the report, or the pages of all runs where there are runs alone.
     *
     * @param opened the runs of the output directory
     * @param reproduced what was reproduced, compared by now; empty if nothing was
     * @param look how the figures of single runs are drawn; all others are there already
     * @return the pages to open
     * @throws IOException if something cannot be read or written
     * @throws IllegalArgumentException if there is nothing to report on, in one line that says why
     * @throws org.tailoff.store.RunStoreException if a run is missing or has changed; names it
     */
    public static Collection<Path> write(OpenedRuns opened, List<ComparedReproduction> reproduced, Look look)
            throws IOException {
        Path out = opened.out();
        if (PARTS.stream().anyMatch(part -> part.isIn(out))) {
            return List.of(new Report(opened, reproduced, look).write());
        }
        List<FinishedRun> runs = opened.all();
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "'%s' holds none of %s, %s and %s, and no finished run; tailoff reproduce, verify, compare and train",
                            out,
                            Reproduced.FILE.name(),
                            Verified.FILE.name(),
                            Compared.FILE.name())
                    + " write them");
        }
        return writeRuns(out, runs, look).values();
    }

    /**
     * Writes the pages of runs that no main page tells of.
     *
     * @param out the output directory
     * @param runs the runs
     * @param look how their figures are drawn
     * @return the page of each run, by name
     * @throws IOException if something cannot be read or written
     */
    public static SortedMap<String, Path> writeRuns(Path out, Collection<FinishedRun> runs, Look look)
            throws IOException {
        Path report = out.resolve("report");
        Assets.copyTo(report);
        RunPage.Site site = new RunPage.Site(report, new FigureRenderer(look), false);
        SortedMap<String, Path> pages = new TreeMap<>();
        for (FinishedRun run : runs) {
            RunView view = RunView.of(List.of(run.name()), run.stored());
            RunPage.write(view, run.stored(), site);
            pages.put(run.name(), report.resolve(view.page()));
        }
        return pages;
    }

    /**
     * Writes the page of a run, in the look of the book.
     *
     * @param out the output directory; the page is {@code out/report/runs/<id>.html}
     * @param run the run, a spec's or one that a program of the user's own recorded
     * @return the page
     * @throws IOException if something cannot be read or written
     */
    public static Path writeRun(Path out, StoredRun run) throws IOException {
        FinishedRun finished = FinishedRun.reused(RunIndex.name(run.id()), run);
        return writeRuns(out, List.of(finished), Look.BOOK).get(finished.name());
    }

    private Path write() throws IOException {
        Optional<Compared> compared = Compared.FILE.read(out);
        Index index = index(Reproduced.FILE.read(out), Verified.FILE.read(out).orElse(Verified.NOTHING), compared);
        copyFigures(index.figures());
        if (compared.isPresent()) {
            ComparePage page = ComparePage.of(compared.get(), index.runs(), out);
            copyFigures(page.figures());
            page.write(report);
        }
        Assets.copyTo(report);
        Path page = report.resolve("index.html");
        Pages.write(page, "index.jte", index);
        return page;
    }

    private Index index(Optional<Reproduced> done, Verified verified, Optional<Compared> compared) throws IOException {
        List<ClaimView> claims = claims(verified);
        List<RunView> runs =
                runs(Stream.of(Optional.of(verified.runs()), compared.map(Compared::runs), done.map(Reproduced::runs))
                        .flatMap(Optional::stream));
        return new Index(
                Answer.of(
                        reproduced,
                        done.map(Reproduced::options)
                                .filter(Reproduced.Options::quick)
                                .isPresent(),
                        claims),
                reproduced.stream().map(each -> section(each, runs)).toList(),
                ClaimGroup.of(verified, claims, out),
                compared.map(Compared::settled),
                runs,
                verified.dropped(),
                Environments.of(runs));
    }

    /**
     * Reads the runs, as many at a time as there are cores, and writes their pages; what stays of each is what the main
     * page says of it.
     *
     * @param parts the ids of runs by their names
     */
    private List<RunView> runs(Stream<SortedMap<String, String>> parts) {
        SortedMap<String, SortedSet<String>> names = new TreeMap<>();
        parts.forEach(part -> part.forEach(
                (name, id) -> names.computeIfAbsent(id, any -> new TreeSet<>()).add(name)));
        return names.entrySet().parallelStream()
                .map(run -> page(run.getValue(), opened.open(run.getKey())))
                .toList();
    }

    private RunView page(Collection<String> names, StoredRun stored) {
        try {
            RunView view = RunView.of(List.copyOf(names), stored);
            RunPage.write(view, stored, new RunPage.Site(report, new FigureRenderer(look), true));
            return view;
        } catch (IOException e) {
            throw new UncheckedIOException("writing the page of " + names, e);
        }
    }

    private List<ClaimView> claims(Verified verified) throws IOException {
        if (verified.groups().isEmpty()) {
            return List.of();
        }
        Path file = out.resolve("verdicts.json");
        return JsonFiles.read(file, VerdictRow[].class)
                .map(rows -> ClaimView.of(List.of(rows)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + file + "' must be there beside " + Verified.FILE.name() + "; tailoff verify writes it"));
    }

    private Section section(ComparedReproduction compared, List<RunView> runs) {
        Reproduction reproduction = compared.reproduction();
        return Section.of(
                compared,
                compared.figures().stream()
                        .map(picture -> FigureFiles.view(out, reproduction.id(), Plots.of(picture)))
                        .toList(),
                runs.stream()
                        .filter(run -> run.names().stream().anyMatch(reproduction.runs()::containsKey))
                        .toList());
    }

    /** So that the report can be read where the rest of the output directory is not. */
    private void copyFigures(List<FigureView> figures) throws IOException {
        for (FigureView figure : figures) {
            Path drawing = out.resolve(figure.image());
            if (!Files.exists(drawing)) {
                throw new IllegalArgumentException("'" + drawing + "' must be there; tailoff draws it");
            }
            Pages.write(report.resolve(figure.image()), Files.readAllBytes(drawing));
        }
    }
}
