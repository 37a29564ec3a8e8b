package org.tailoff.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tailoff.claim.Alternative;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Margin;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.JsonFiles;

/** The text of {@code verdicts.json}. */
public final class Verdicts {
    private Verdicts() {}

    /**
     * The content of {@code verdicts.json}: a list with one object per finding.
     *
     * @param findings the findings
     * @param specs what was run, by name
     * @param quick whether the runs were cut short
     * @return a JSON document
     */
    public static String json(List<Finding> findings, Map<String, RunSpec> specs, boolean quick) {
        return JsonFiles.text(
                findings.stream().map(finding -> row(finding, specs, quick)).toList());
    }

    private static VerdictRow row(Finding finding, Map<String, RunSpec> specs, boolean quick) {
        Evidence evidence = finding.evidence();
        Map<String, Double> details = new LinkedHashMap<>();
        evidence.details().forEach((name, value) -> details.put(name, finite(value)));
        return new VerdictRow(
                finding.claim().id(),
                finding.part(),
                RunSettings.of(evidence.runs(), specs),
                finding.claim().statement(),
                finding.claim().source(),
                finding.claim().test(),
                predicted(finding),
                finite(evidence.measured().value()),
                finite(evidence.measured().low()),
                finite(evidence.measured().high()),
                evidence.measured().n(),
                details,
                evidence.runs(),
                evidence.dropped(),
                finding.controls().stream().map(Verdicts::checked).toList(),
                finding.verdict(),
                finding.undecided().orElse(null),
                fromBound(finding.margin()),
                otherReadings(finding),
                finding.claim().wouldChange(),
                quick);
    }

    private static VerdictRow.Predicted predicted(Finding finding) {
        return new VerdictRow.Predicted(
                finding.prediction().quantity(),
                finding.prediction().bounds(),
                finite(finding.prediction().low()),
                finite(finding.prediction().high()),
                finding.prediction().why());
    }

    private static VerdictRow.Checked checked(Control control) {
        return new VerdictRow.Checked(
                control.expected().quantity(),
                control.expected().bounds(),
                finite(control.measured().value()),
                control.verdict());
    }

    private static VerdictRow.FromBound fromBound(Margin margin) {
        return new VerdictRow.FromBound(
                finite(margin.inside()), finite(margin.standardErrors().orElse(Double.NaN)), margin.words());
    }

    private static List<VerdictRow.OtherReading> otherReadings(Finding finding) {
        List<Alternative> others = finding.alternatives();
        List<Alternative.Outcome> outcomes = finding.outcomes();
        return IntStream.range(0, others.size())
                .mapToObj(i -> new VerdictRow.OtherReading(
                        others.get(i).name(),
                        others.get(i).prediction().bounds(),
                        finite(others.get(i).measured().value()),
                        finite(others.get(i).measured().low()),
                        finite(others.get(i).measured().high()),
                        outcomes.get(i).verdict()))
                .toList();
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
