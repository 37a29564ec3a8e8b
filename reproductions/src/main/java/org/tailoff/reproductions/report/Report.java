package org.tailoff.reproductions.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailoff.reproductions.Chapter;
import org.tailoff.reproductions.Comparisons;
import org.tailoff.reproductions.FinishedRun;
import org.tailoff.reproductions.Reproduction;

/** {@code report/index.html}: the whole story of an output directory, from what is stored there. */
public final class Report {
    private final Path out;
    private final Path report;
    private final List<Reproduction> reproductions;

    /** The report on some reproductions, of those that were made. */
    Report(Path out, List<Reproduction> reproductions) {
        this.out = out;
        this.report = out.resolve("report");
        this.reproductions = List.copyOf(reproductions);
    }

    /**
     * Writes the report.
     *
     * @param out the output directory
     * @return the page to open
     * @throws IOException if something cannot be read or written
     * @throws IllegalArgumentException if there is nothing to report on, in one line that says why
     * @throws org.tailoff.store.RunStoreException if a run is missing or has changed; names it
     */
    public static Path write(Path out) throws IOException {
        return new Report(out, Chapter.reproductions()).write();
    }

    Path write() throws IOException {
        Optional<Reproduced> reproduced = Reproduced.read(out);
        List<ClaimView> claims = claims();
        if (reproduced.isEmpty() && claims.isEmpty()) {
            throw new IllegalArgumentException("'" + out + "' holds neither " + Reproduced.FILE
                    + " nor verified.json; tailoff reproduce and tailoff verify write them");
        }
        Index index = index(reproduced.orElse(Reproduced.NOTHING), claims);
        copyFigures(index.sections());
        Assets.copyTo(report);
        Path page = report.resolve("index.html");
        Pages.write(page, "index.jte", index);
        return page;
    }

    private Index index(Reproduced reproduced, List<ClaimView> claims) {
        Map<String, FinishedRun> runs = reproduced.open(out);
        Map<Reproduction, Comparisons> compared = reproduced.compare(reproductions, runs);
        List<RunView> views = runs.values().stream()
                .map(run -> RunView.of(run.name(), run.stored()))
                .toList();
        return new Index(
                Answer.of(compared, reproduced.quick(), claims),
                sections(compared, views),
                claims,
                views,
                List.of(),
                Environments.of(views));
    }

    private List<ClaimView> claims() throws IOException {
        return Json.read(out.resolve("verdicts.json"), VerdictRow[].class)
                .map(rows -> ClaimView.of(List.of(rows)))
                .orElse(List.of());
    }

    private static List<Section> sections(Map<Reproduction, Comparisons> compared, List<RunView> runs) {
        List<Section> sections = new ArrayList<>();
        compared.forEach((reproduction, comparisons) -> sections.add(Section.of(
                reproduction,
                comparisons,
                runs.stream()
                        .filter(run -> reproduction.runs().containsKey(run.name()))
                        .toList())));
        return sections;
    }

    /** So that the report can be read where the rest of the output directory is not. */
    private void copyFigures(List<Section> sections) throws IOException {
        for (Section section : sections) {
            for (FigureView figure : section.figures()) {
                Pages.write(report.resolve(figure.image()), Files.readAllBytes(out.resolve(figure.image())));
            }
        }
    }
}
