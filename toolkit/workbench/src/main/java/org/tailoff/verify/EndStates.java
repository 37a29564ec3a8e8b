package org.tailoff.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Evidence;

/** The end states of runs, each worked out once. */
public final class EndStates {
    private final ExperimentRuns records;
    private final Map<String, Stationary> known = new HashMap<>();
    private final Map<String, Balance> balances = new HashMap<>();

    EndStates(ExperimentRuns records) {
        this.records = records;
    }

    /** {@return the end of a run} */
    public Stationary of(RunRecord run) {
        return known.computeIfAbsent(run.name(), name -> Stationary.of(run));
    }

    /** {@return what keeps a layer's norm where it ends} */
    public Balance balance(RunRecord run, int layer) {
        return balances.computeIfAbsent(run.name() + " " + layer, name -> Balance.of(run, layer, of(run).from()));
    }

    /** One per run of an experiment that reached its end. */
    public List<Stationary> of(Experiment experiment) {
        return records.of(experiment).stream().map(this::of).toList();
    }

    /** RMS of all weights at the end, one per run. */
    public double[] rms(Experiment experiment) {
        return of(experiment).stream().mapToDouble(Stationary::rms).toArray();
    }

    /** RMS of all weights at the end, [experiment][seed], of the seeds that reached it in every one of them. */
    public double[][] pairedRms(List<? extends Experiment> experiments) {
        return records.paired(experiments, run -> of(run).rms());
    }

    /** The same as a fit over seeds takes it, [seed][experiment]. */
    public double[][] rmsBySeed(List<? extends Experiment> experiments) {
        return records.pairedBySeed(experiments, run -> of(run).rms());
    }

    /** The change of the norm over the window in the run where it is farthest from 0, a fraction. */
    public double change(Experiment experiment) {
        return Stationary.worstChange(of(experiment));
    }

    /** {@return why the runs of an experiment cannot show an end state; empty if they can} */
    public Optional<String> obstacle(Experiment experiment) {
        return Stationary.obstacle(of(experiment));
    }

    /** Evidence about the end state; it cannot decide if one of the experiments has not become stationary. */
    public Evidence evidence(List<? extends Experiment> experiments, Estimate measured, Map<String, Double> details) {
        Evidence evidence = records.evidence(experiments, measured, details);
        Optional<String> obstacle = experiments.stream()
                .flatMap(experiment -> obstacle(experiment).map(why -> experiment.label() + " is " + why).stream())
                .findFirst();
        return new Evidence(measured, evidence.runs(), evidence.dropped(), obstacle, details);
    }
}
