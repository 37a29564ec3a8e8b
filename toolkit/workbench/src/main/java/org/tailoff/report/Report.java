package org.tailoff.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tailoff.figure.Look;
import org.tailoff.figure.render.FigureRenderer;
import org.tailoff.published.Catalogue;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Reproduction;
import org.tailoff.report.plot.Plots;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunIndex;
import org.tailoff.store.StoredRun;
import org.tailoff.verify.VerdictRow;

/** {@code report/index.html}: the whole story of an output directory, from what is stored there. */
public final class Report {
    private final OpenedRuns opened;
    private final Path out;
    private final Path report;
    private final List<Reproduction> reproductions;
    private final Look look;

    /** The report on some reproductions, of those that were made. */
    Report(OpenedRuns opened, List<Reproduction> reproductions, Look look) {
        this.opened = opened;
        this.out = opened.out();
        this.report = out.resolve("report");
        this.reproductions = List.copyOf(reproductions);
        this.look = look;
    }

    /**
     * Writes the report, or the pages of all runs where there are runs alone.
     *
     * @param opened the runs of the output directory
     * @param catalogue what can have been reproduced
     * @param look how the figures of single runs are drawn; all others are there already
     * @return the pages to open
     * @throws IOException if something cannot be read or written
     * @throws IllegalArgumentException if there is nothing to report on, in one line that says why
     * @throws org.tailoff.store.RunStoreException if a run is missing or has changed; names it
     */
    public static Collection<Path> write(OpenedRuns opened, Catalogue catalogue, Look look) throws IOException {
        Path out = opened.out();
        if (Stream.of(Reproduced.FILE, Verified.FILE, Compared.FILE)
                .anyMatch(file -> Files.exists(out.resolve(file)))) {
            Reproduced reproduced = Reproduced.read(out).orElse(Reproduced.NOTHING);
            return List.of(new Report(opened, reproduced.chapter(catalogue), look).write());
        }
        List<FinishedRun> runs = opened.all();
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' holds none of %s, %s and %s, and no finished run; tailoff reproduce, verify, compare and train"
                                    .formatted(out, Reproduced.FILE, Verified.FILE, Compared.FILE)
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

    Path write() throws IOException {
        Optional<Reproduced> reproduced = Reproduced.read(out);
        Optional<Verified> verified = Verified.read(out);
        Optional<Compared> compared = Compared.read(out);
        Index index = index(reproduced.orElse(Reproduced.NOTHING), verified.orElse(Verified.NOTHING), compared);
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

    private Index index(Reproduced reproduced, Verified verified, Optional<Compared> compared) throws IOException {
        List<ClaimView> claims = claims(verified);
        Map<String, FinishedRun> finished = reproduced.open(opened);
        Map<Reproduction, CurveComparisons> curves = reproduced.compare(reproductions, finished);
        SortedMap<String, String> others = new TreeMap<>(verified.runs());
        compared.ifPresent(contest -> others.putAll(contest.runs()));
        List<RunView> runs = runs(reproduced, others);
        return new Index(
                Answer.of(curves, reproduced.options().quick(), claims),
                sections(curves, finished, runs),
                ClaimGroup.of(verified, claims, out),
                compared.map(Compared::settled),
                runs,
                verified.dropped(),
                Environments.of(runs));
    }

    /**
     * Reads the runs, as many at a time as there are cores, and writes their pages; what stays of each is what the main
     * page says of it.
     */
    private List<RunView> runs(Reproduced reproduced, SortedMap<String, String> others) {
        SortedMap<String, SortedSet<String>> names = new TreeMap<>();
        Stream.concat(others.entrySet().stream(), reproduced.runs().entrySet().stream())
                .forEach(run -> names.computeIfAbsent(run.getValue(), id -> new TreeSet<>())
                        .add(run.getKey()));
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
        return ReportJson.read(file, VerdictRow[].class)
                .map(rows -> ClaimView.of(List.of(rows)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + file + "' must be there beside " + Verified.FILE + "; tailoff verify writes it"));
    }

    private List<Section> sections(
            Map<Reproduction, CurveComparisons> compared, Map<String, FinishedRun> finished, List<RunView> runs) {
        List<Section> sections = new ArrayList<>();
        compared.forEach((reproduction, comparisons) -> sections.add(Section.of(
                reproduction,
                comparisons,
                reproduction.figures(comparisons, finished).stream()
                        .map(picture -> FigureFiles.view(out, reproduction.id(), Plots.of(picture)))
                        .toList(),
                runs.stream()
                        .filter(run -> run.names().stream().anyMatch(reproduction.runs()::containsKey))
                        .toList())));
        return sections;
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
