package org.tailoff.report;

import java.util.List;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.Reproduction;

/**
 * A reproduction on the page.
 *
 * @param id its id
 * @param question what its figures answer
 * @param interpretation what there is to see in them
 * @param source where in the book they stand
 * @param madeBy the class behind it
 * @param curves the published curves beside ours
 * @param figures the figures
 * @param runs the runs they come from
 */
record Section(
        String id,
        String question,
        String interpretation,
        String source,
        String madeBy,
        List<CurveRow> curves,
        List<FigureView> figures,
        List<RunView> runs) {
    Section {
        curves = List.copyOf(curves);
        figures = List.copyOf(figures);
        runs = List.copyOf(runs);
    }

    static Section of(ComparedReproduction compared, List<FigureView> figures, List<RunView> runs) {
        Reproduction reproduction = compared.reproduction();
        return new Section(
                reproduction.id(),
                reproduction.question(),
                reproduction.interpretation(),
                reproduction.source(),
                reproduction.getClass().getName(),
                compared.curves().all().stream().map(CurveRow::of).toList(),
                figures,
                runs);
    }

    /** Every point of every curve, beside the page. */
    Link points() {
        return new Link("published-vs-measured.csv", "../figures/" + id + "/published-vs-measured.csv");
    }

    /** The verdicts that its curves have, each once. */
    List<Judgement> judgements() {
        return curves.stream().map(CurveRow::verdict).distinct().toList();
    }
}
