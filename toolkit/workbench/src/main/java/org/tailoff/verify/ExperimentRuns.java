package org.tailoff.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Alternative;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Prediction;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunResults;
import org.tailoff.spec.RunSpec;

/** The runs of all experiments. */
public final class ExperimentRuns {
    private final Plan plan;
    private final Map<String, RunRecord> runs = new TreeMap<>();
    private final Map<String, String> diverged;
    private final EndStates ends = new EndStates(this);

    /**
     * Puts the runs in order.
     *
     * @param plan how much was run
     * @param specs the runs by name
     * @param results their results
     */
    public ExperimentRuns(Plan plan, Map<String, RunSpec> specs, RunResults results) {
        this.plan = plan;
        for (FinishedRun run : results.finished().values()) {
            runs.put(run.name(), new RunRecord(run.name(), specs.get(run.name()), run.epochs(), run.stored()));
        }
        diverged = results.diverged();
    }

    /** The end states of the runs; shared, because working one out reads the whole series of its norms. */
    public EndStates ends() {
        return ends;
    }

    /** {@return how much was run} */
    public Plan plan() {
        return plan;
    }

    /**
     * The runs of an experiment that reached their end.
     *
     * @param experiment one whose runs were carried out
     * @return in the order of the seeds; without those that diverged
     */
    public List<RunRecord> of(Experiment experiment) {
        return experiment.runs(plan).keySet().stream()
                .filter(name -> !diverged.containsKey(name))
                .map(runs::get)
                .toList();
    }

    /**
     * The runs of several experiments about the world, seed by seed. A seed that diverged in one of them is left out of
     * all, so that what is compared stays paired.
     *
     * @param experiments ones whose runs were carried out
     * @return one list per experiment, all of one length and in the order of the seeds
     */
    public List<List<RunRecord>> paired(List<? extends Experiment> experiments) {
        List<List<String>> names = experiments.stream()
                .map(experiment -> List.copyOf(experiment.runs(plan).keySet()))
                .toList();
        List<Integer> whole = IntStream.range(0, names.get(0).size())
                .filter(seed -> names.stream().noneMatch(each -> diverged.containsKey(each.get(seed))))
                .boxed()
                .toList();
        return names.stream()
                .map(each ->
                        whole.stream().map(seed -> runs.get(each.get(seed))).toList())
                .toList();
    }

    /**
     * One number over the runs of several experiments, paired as those of {@link #paired(List)}.
     *
     * @param experiments ones whose runs were carried out
     * @param quantity the number of a run
     * @return [experiment][seed]
     */
    public double[][] paired(List<? extends Experiment> experiments, ToDoubleFunction<RunRecord> quantity) {
        return paired(experiments).stream()
                .map(runs -> runs.stream().mapToDouble(quantity).toArray())
                .toArray(double[][]::new);
    }

    /**
     * The same as a fit over seeds takes it.
     *
     * @param experiments ones whose runs were carried out
     * @param quantity the number of a run
     * @return [seed][experiment]
     */
    public double[][] pairedBySeed(List<? extends Experiment> experiments, ToDoubleFunction<RunRecord> quantity) {
        return MatrixUtils.createRealMatrix(paired(experiments, quantity))
                .transpose()
                .getData();
    }

    /**
     * The run of an example.
     *
     * @param example one that was run
     * @return its run
     */
    public RunRecord of(OneRun example) {
        return of((Experiment) example).get(0);
    }

    /**
     * The runs of an experiment that diverged.
     *
     * @param experiment one whose runs were carried out
     * @return each with epoch, iteration and tensor
     */
    public List<String> dropped(Experiment experiment) {
        return experiment.runs(plan).keySet().stream()
                .filter(diverged::containsKey)
                .map(name -> name + ": " + diverged.get(name))
                .toList();
    }

    /**
     * One number over the runs of an experiment.
     *
     * @param experiment one whose runs were carried out
     * @param quantity the number of a run
     * @return exact for an example; the mean with its interval over the seeds for the world
     */
    public Estimate estimate(Experiment experiment, ToDoubleFunction<RunRecord> quantity) {
        double[] values = of(experiment).stream().mapToDouble(quantity).toArray();
        return experiment instanceof OneRun ? Estimate.exact(values[0]) : Estimate.mean(values);
    }

    /**
     * What a number of the first epochs would have been, had the first been three or ten.
     *
     * @param experiment one whose runs were carried out
     * @param prediction what the claim says of it
     * @param quantity the number of a run over some epochs
     * @return the other readings; none that comes to the same epochs
     */
    public List<Alternative> otherFirstEpochs(
            Experiment experiment, Prediction prediction, ToDoubleBiFunction<RunRecord, IntStream> quantity) {
        return of(experiment)
                .get(0)
                .otherFirstEpochs(
                        prediction,
                        most -> estimate(experiment, run -> quantity.applyAsDouble(run, run.firstEpochs(most))));
    }

    /**
     * The mean of one number over the runs of an experiment, for the details of a finding.
     *
     * @param experiment one whose runs were carried out
     * @param quantity the number of a run
     * @return the mean; NaN if every run diverged
     */
    public double mean(Experiment experiment, ToDoubleFunction<RunRecord> quantity) {
        return of(experiment).stream().mapToDouble(quantity).average().orElse(Double.NaN);
    }

    /**
     * Evidence from the runs of an experiment.
     *
     * @param experiment one whose runs were carried out
     * @param quantity the number of a run
     * @param details further numbers by name
     * @return the evidence
     */
    public Evidence evidence(Experiment experiment, ToDoubleFunction<RunRecord> quantity, Map<String, Double> details) {
        return evidence(List.of(experiment), estimate(experiment, quantity), details);
    }

    /**
     * Evidence from the runs of several experiments.
     *
     * @param experiments whose runs were carried out
     * @param measured the number
     * @param details further numbers by name
     * @return the evidence
     */
    public Evidence evidence(List<? extends Experiment> experiments, Estimate measured, Map<String, Double> details) {
        List<String> used = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        for (Experiment experiment : experiments) {
            of(experiment).forEach(run -> used.add(run.name()));
            dropped.addAll(dropped(experiment));
        }
        return new Evidence(measured, used, dropped, Optional.empty(), details);
    }
}
