package org.tailoff.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tailoff.claim.Alternative;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Numbers;
import org.tailoff.claim.Verdict;

/** What {@code tailoff verify} prints when the runs are done. */
public final class VerdictTable {
    private final Map<String, List<Finding>> byClaim = new LinkedHashMap<>();
    private final List<Finding> findings;

    /** The table of some findings, in their order. */
    public VerdictTable(List<Finding> findings) {
        this.findings = findings;
        findings.forEach(finding -> byClaim.computeIfAbsent(finding.claim().id(), id -> new ArrayList<>())
                .add(finding));
    }

    /** One line per claim: its first finding, and how many of the others came out the same way. */
    public String overview() {
        Table table =
                new Table("claim", "statement", "predicted", "measured", "seeds", "verdict", "from the bound", "parts");
        byClaim.values().forEach(parts -> {
            Finding first = parts.get(0);
            table.row(
                    first.claim().id(),
                    first.claim().statement(),
                    first.prediction().bounds(),
                    measured(first.evidence()),
                    Integer.toString(first.evidence().measured().n()),
                    first.verdict().toString(),
                    first.margin().words(),
                    parts(parts));
        });
        return table.toString();
    }

    private static String parts(List<Finding> parts) {
        return parts.size() == 1 ? "" : counts(parts);
    }

    /** Every finding of every claim. */
    public String everything() {
        StringBuilder text = new StringBuilder();
        byClaim.values().forEach(parts -> {
            Finding first = parts.get(0);
            text.append(String.format(
                    Locale.ROOT,
                    "%n%s  %s%n  source: %s%n  test: %s%n  would have changed the verdict: %s%n",
                    first.claim().id(),
                    first.claim().statement(),
                    first.claim().source(),
                    first.claim().test(),
                    first.claim().wouldChange()));
            Table table = new Table(
                    "  part",
                    "quantity",
                    "predicted",
                    "measured",
                    "seeds",
                    "from the bound",
                    "under other readings",
                    "verdict");
            parts.forEach(finding -> table.row(
                    "  " + finding.part(),
                    finding.prediction().quantity(),
                    finding.prediction().bounds(),
                    measured(finding.evidence()),
                    Integer.toString(finding.evidence().measured().n()),
                    finding.margin().words(),
                    Alternative.words(finding.verdict(), finding.outcomes()),
                    finding.verdict()
                            + finding.undecided().map(why -> " (" + why + ")").orElse("")));
            text.append(table).append(System.lineSeparator());
        });
        return text.toString();
    }

    private static String measured(Evidence evidence) {
        String value = Numbers.text(evidence.measured().value());
        return evidence.measured().low() == evidence.measured().high()
                ? value
                : value + " [" + Numbers.text(evidence.measured().low()) + ", "
                        + Numbers.text(evidence.measured().high()) + "]";
    }

    /** How many findings came out how. */
    public String counts() {
        return counts(findings);
    }

    private static String counts(List<Finding> findings) {
        return Verdict.counts(findings.stream().map(Finding::verdict).toList());
    }
}
