package org.tailoff.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.run.QuickRuns;
import org.tailoff.spec.RunSpec;

/**
 * Tests of claims that are carried out together.
 *
 * @param all in the order in which they are listed
 */
public record ClaimTests(List<ClaimTest> all) {
    /** Copies the list. */
    public ClaimTests {
        all = List.copyOf(all);
    }

    /**
     * The tests of some claims.
     *
     * @param ids ids of claims; empty for all
     * @return in the same order
     * @throws IllegalArgumentException if there is no claim of an id; the message names those there are
     */
    public ClaimTests of(List<String> ids) {
        List<String> known = all.stream()
                .flatMap(test -> test.claims().stream())
                .map(Claim::id)
                .toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("no claim '" + id + "'; known: " + String.join(", ", known));
            }
        }
        return new ClaimTests(all.stream()
                .filter(test -> ids.isEmpty() || test.claims().stream().anyMatch(claim -> ids.contains(claim.id())))
                .toList());
    }

    /**
     * The runs that the tests need, each once.
     *
     * @param plan how much is run
     * @return the specs by name; of a quick plan the first epochs alone
     */
    public Map<String, RunSpec> runs(Plan plan) {
        Map<String, RunSpec> runs = new TreeMap<>();
        for (ClaimTest test : all) {
            test.experiments().forEach(experiment -> runs.putAll(experiment.runs(plan)));
            test.pictured().forEach(experiment -> runs.putAll(experiment.runs(plan)));
        }
        if (plan.quick()) {
            runs.replaceAll((name, spec) -> QuickRuns.of(spec));
        }
        return runs;
    }

    /**
     * What the tests find.
     *
     * @param records the runs of all of them
     * @return in the order of the tests
     */
    public List<Finding> findings(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        for (ClaimTest test : all) {
            List<Experiment> lost = test.experiments().stream()
                    .filter(experiment -> records.of(experiment).isEmpty())
                    .toList();
            findings.addAll(lost.isEmpty() ? test.examine(records) : undecided(test, lost, records));
        }
        return findings;
    }

    /**
     * Where every run of an experiment has diverged nothing can be said of the claims that it was to decide, but that.
     */
    private static List<Finding> undecided(ClaimTest test, List<Experiment> lost, ExperimentRuns records) {
        List<String> dropped =
                lost.stream().flatMap(each -> records.dropped(each).stream()).toList();
        String why =
                "every run diverged of: " + lost.stream().map(Experiment::label).collect(Collectors.joining("; "));
        Estimate runs = Estimate.exact(0);
        Prediction some = Prediction.atLeast("runs that reached their end", 1, "there must be something to measure");
        return test.claims().stream()
                .map(claim -> new Finding(
                        claim,
                        "all parts",
                        some,
                        new Evidence(runs, dropped, dropped, Optional.of(why), Map.of()),
                        List.of(new Control(some, runs))))
                .toList();
    }
}
