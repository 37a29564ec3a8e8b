package org.tailoff.reproductions.argument;

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
import org.tailoff.reproductions.QuickRuns;
import org.tailoff.spec.RunSpec;

/** The whole argument: every claim of the exercise and of the thread, in their order. */
public final class Argument {
    private Argument() {}

    /**
     * Every examination.
     *
     * @return in the order of the claims
     */
    public static List<Examination> examinations() {
        return List.of(
                new Dominance(),
                new DecayFactor(),
                new LiveWeights(),
                new PublishedCosts(),
                new TailOff(),
                new Scaling(),
                new Mechanism(),
                new Saturation(),
                new GraphedExamples(),
                new TheQuestion(),
                new AnswerOne(),
                new AnswerTwo(),
                new AnswerThree(),
                new AnswerFour());
    }

    /**
     * The examinations of some claims.
     *
     * @param ids ids of claims; empty for all
     * @return in the order of {@link #examinations()}
     * @throws IllegalArgumentException if there is no claim of an id; the message names those there are
     */
    public static List<Examination> of(List<String> ids) {
        List<String> known = examinations().stream()
                .flatMap(examination -> examination.claims().stream())
                .map(Claim::id)
                .toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("no claim '" + id + "'; known: " + String.join(", ", known));
            }
        }
        return examinations().stream()
                .filter(examination ->
                        ids.isEmpty() || examination.claims().stream().anyMatch(claim -> ids.contains(claim.id())))
                .toList();
    }

    /**
     * The runs that some examinations need, each once.
     *
     * @param examinations the examinations
     * @param plan how much is run
     * @return the specs by name; of a quick plan the first epochs alone
     */
    public static Map<String, RunSpec> runs(List<Examination> examinations, Plan plan) {
        Map<String, RunSpec> runs = new TreeMap<>();
        for (Examination examination : examinations) {
            examination.experiments().forEach(experiment -> runs.putAll(experiment.runs(plan)));
            examination.pictured().forEach(experiment -> runs.putAll(experiment.runs(plan)));
        }
        if (plan.quick()) {
            runs.replaceAll((name, spec) -> QuickRuns.of(spec));
        }
        return runs;
    }

    /**
     * What some examinations find.
     *
     * @param examinations the examinations
     * @param records the runs of all of them
     * @return in the order of the examinations
     */
    public static List<Finding> findings(List<Examination> examinations, Records records) {
        List<Finding> findings = new ArrayList<>();
        for (Examination examination : examinations) {
            List<Experiment> lost = examination.experiments().stream()
                    .filter(experiment -> records.of(experiment).isEmpty())
                    .toList();
            findings.addAll(lost.isEmpty() ? examination.examine(records) : undecided(examination, lost, records));
        }
        return findings;
    }

    /** Where every run of an experiment has diverged nothing can be said of the claims that it was to decide, but that. */
    private static List<Finding> undecided(Examination examination, List<Experiment> lost, Records records) {
        List<String> dropped =
                lost.stream().flatMap(each -> records.dropped(each).stream()).toList();
        String why =
                "every run diverged of: " + lost.stream().map(Experiment::label).collect(Collectors.joining("; "));
        Estimate runs = Estimate.exact(0);
        Prediction some = Prediction.atLeast("runs that reached their end", 1, "there must be something to measure");
        return examination.claims().stream()
                .map(claim -> new Finding(
                        claim,
                        "all parts",
                        some,
                        new Evidence(runs, dropped, dropped, Optional.of(why), Map.of()),
                        List.of(new Control(some, runs))))
                .toList();
    }
}
