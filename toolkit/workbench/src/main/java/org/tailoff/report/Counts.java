package org.tailoff.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailoff.claim.Verdict;
import org.tailoff.verify.VerdictRow;

/** How many came out how. */
final class Counts {
    private Counts() {}

    /** For example {@code 14 supported, 2 inconclusive}. */
    static String of(List<VerdictRow> findings) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.verdict() == verdict)
                    .count();
            if (count > 0) {
                counts.add(count + " " + verdict.name().toLowerCase(Locale.ROOT));
            }
        }
        return String.join(", ", counts);
    }
}
