package org.tailoff.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tailoff.claim.Verdict;
import org.tailoff.verify.VerdictRow;

/**
 * A claim with everything found of it.
 *
 * @param findings at least one, the most telling one first
 */
record ClaimView(List<VerdictRow> findings) {
    ClaimView {
        findings = List.copyOf(findings);
    }

    /** The claims in the order of the file. */
    static List<ClaimView> of(List<VerdictRow> rows) {
        Map<String, List<VerdictRow>> byClaim = new LinkedHashMap<>();
        rows.forEach(row ->
                byClaim.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return byClaim.values().stream().map(ClaimView::new).toList();
    }

    VerdictRow main() {
        return findings.get(0);
    }

    String id() {
        return main().id();
    }

    /** How its findings came out, if they are several. */
    String counts() {
        return findings.size() == 1
                ? ""
                : Verdict.counts(findings.stream().map(VerdictRow::verdict).toList());
    }
}
