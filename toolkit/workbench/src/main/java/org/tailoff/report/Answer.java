package org.tailoff.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparison.Agreement;
import org.tailoff.verify.VerdictRow;

/**
 * What it all comes to, in front of everything else.
 *
 * @param sentences the answer
 */
record Answer(List<String> sentences) {
    Answer {
        sentences = List.copyOf(sentences);
    }

    static Answer of(List<ComparedReproduction> compared, boolean quick, List<ClaimView> claims) {
        List<String> sentences = new ArrayList<>();
        if (!compared.isEmpty()) {
            sentences.add(figures(compared, quick));
        }
        if (!claims.isEmpty()) {
            sentences.add(claims(claims));
        }
        return new Answer(sentences);
    }

    private static String figures(List<ComparedReproduction> compared, boolean quick) {
        List<CurveComparison> all = ComparedReproduction.curves(compared)
                .filter(comparison -> comparison.series().isPublished())
                .toList();
        if (all.isEmpty()) {
            return "Nothing was published of the figures below, so they are drawn and not compared.";
        }
        if (!all.stream().allMatch(CurveComparison::sameData)) {
            return "The data set was not MNIST, so the curves below are drawn and not compared with the book's.";
        }
        return accuracies(all, quick) + curves(all);
    }

    /** Nothing if no accuracy was published, or none of those epochs trained. */
    private static String accuracies(List<CurveComparison> all, boolean quick) {
        List<CurveComparison> counts =
                all.stream().filter(each -> each.series().source().counts()).toList();
        int points = counts.stream().mapToInt(CurveComparison::points).sum();
        return points == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d published accuracies come out equal%s. ",
                        counts.stream().mapToInt(CurveComparison::exact).sum(),
                        points,
                        quick ? " in the first epochs, which is all that a quick run trains" : "");
    }

    private static String curves(List<CurveComparison> all) {
        return String.format(
                Locale.ROOT,
                "Of %d published curves %d are equal at every point, %d agree within their stated rules, and %d do not.",
                all.size(),
                count(all, Agreement.EXACT),
                count(all, Agreement.MATCH),
                count(all, Agreement.MISS));
    }

    private static long count(List<CurveComparison> all, Agreement verdict) {
        return all.stream().filter(each -> each.verdict() == verdict).count();
    }

    private static String claims(List<ClaimView> claims) {
        List<VerdictRow> main = claims.stream().map(ClaimView::main).toList();
        List<VerdictRow> all =
                claims.stream().flatMap(claim -> claim.findings().stream()).toList();
        boolean quick = all.stream().anyMatch(VerdictRow::quick);
        return "Of %d claims about weight decay and initialisation, judged by their main finding, %s%s. All %d findings: %s."
                .formatted(
                        claims.size(),
                        Counts.of(main),
                        quick ? " (quick: by the first epochs alone)" : "",
                        all.size(),
                        Counts.of(all));
    }
}
