package org.tailoff.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailoff.claim.Verdict;
import org.tailoff.published.AgreementCounts;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.CurveComparison.Agreement;
import org.tailoff.verify.VerdictRow;

/**
 * What the figures and claims come to, in a few sentences at the top of the main page.
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
        AgreementCounts counts = AgreementCounts.of(compared);
        if (counts.curves() == 0) {
            return "Nothing was published of the figures below, so they are drawn and not compared.";
        }
        if (!counts.isComparable()) {
            return "The data set was not MNIST, so the curves below are drawn and not compared with the book's.";
        }
        return accuracies(counts, quick) + curves(counts);
    }

    /** Nothing if no accuracy was published, or none of those epochs trained. */
    private static String accuracies(AgreementCounts counts, boolean quick) {
        return counts.accuracies() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d published accuracies come out equal%s. ",
                        counts.equalAccuracies(),
                        counts.accuracies(),
                        quick ? " in the first epochs, which is all that a quick run trains" : "");
    }

    private static String curves(AgreementCounts counts) {
        return String.format(
                Locale.ROOT,
                "Of %d published curves %d are equal at every point, %d agree within their stated rules, and %d do not.",
                counts.curves(),
                counts.curves(Agreement.EXACT),
                counts.curves(Agreement.MATCH),
                counts.curves(Agreement.MISS));
    }

    private static String claims(List<ClaimView> claims) {
        List<VerdictRow> main = claims.stream().map(ClaimView::main).toList();
        List<VerdictRow> all =
                claims.stream().flatMap(claim -> claim.findings().stream()).toList();
        boolean quick = all.stream().anyMatch(VerdictRow::quick);
        return String.format(
                Locale.ROOT,
                "Of %d claims about weight decay and initialisation, judged by their main finding, %s%s. All %d findings: %s.",
                claims.size(),
                Verdict.counts(main.stream().map(VerdictRow::verdict).toList()),
                quick ? " (quick: by the first epochs alone)" : "",
                all.size(),
                Verdict.counts(all.stream().map(VerdictRow::verdict).toList()));
    }
}
