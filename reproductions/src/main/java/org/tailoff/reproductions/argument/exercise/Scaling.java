package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tailoff.analysis.EquivalenceTest;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.PowerLaw;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Numbers;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.EndStates;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * Claim 3, what the size depends on. A size "around 1/sqrt(n), n the total number of weights" says that the stationary
 * RMS
 *
 * <ul>
 *   <li><b>C3c</b> is proportional to N_w^(-1/2),
 *   <li><b>C3d</b> is the same from the old and from the new initialisation,
 *   <li><b>C3e</b> does not depend on lambda.
 * </ul>
 *
 * <p><b>How it is tested:</b> C3c with 10, 30, 100 and 300 hidden neurons at lambda = 50, which all become stationary
 * within minutes; C3d in paired runs at a margin of 5 %, with the p-value of two one-sided tests; C3e over lambda =
 * 0.5, 5, 50 and 500, as far as the runs become stationary. A slope says little of a curve that bends: the findings of
 * C3c and C3e hold the exponents between neighbouring points too, and the p-value of an F test of lack of fit with the
 * seeds as blocks.
 *
 * <p><b>What would refute it:</b> a slope in logarithms away from the predicted exponent by more than 0.1; a difference
 * beyond 5 %.
 */
public final class Scaling implements ClaimTest {
    private static final double EXPONENT_TOLERANCE = 0.1;
    private static final double MARGIN = 0.05;

    private static final Claim WIDTH = new Claim(
            "C3c",
            "the stationary size is proportional to N_w^(-1/2)",
            Claim.EXERCISE + ", (3)",
            "slope of ln RMS_inf over ln N_w, hidden neurons 10, 30, 100, 300, lambda = 50; local slopes, lack of fit",
            "a slope between -0.6 and -0.4");
    private static final Claim INITIALISER = new Claim(
            "C3d",
            "old and new initialisation end at the same size",
            Claim.EXERCISE,
            "paired relative difference of RMS_inf, old against new, margin 5 %; p of two one-sided tests",
            "a difference whose 95 % interval leaves the margin of 5 %");
    private static final Claim LAMBDA = new Claim(
            "C3e",
            "the stationary size does not depend on lambda",
            Claim.EXERCISE + ", (3)",
            "slope of ln RMS_inf over ln lambda, new initialisation, stationary runs alone; local slopes, lack of fit",
            "a slope between -0.1 and 0.1");

    @Override
    public List<Claim> claims() {
        return List.of(WIDTH, INITIALISER, LAMBDA);
    }

    /** The strengths of decay under which something can become stationary. */
    static List<Double> lambdas() {
        return ExperimentGrid.LAMBDAS.stream().filter(lambda -> lambda > 0).toList();
    }

    static List<SeededExperiment> widths() {
        return ExperimentGrid.WIDTHS.stream().map(ExperimentGrid::settled).toList();
    }

    @Override
    public List<Experiment> experiments() {
        Set<Experiment> all = new LinkedHashSet<>(widths());
        lambdas().forEach(lambda -> all.add(ExperimentGrid.settled(lambda, Start.NEW)));
        compared().forEach(lambda -> all.add(ExperimentGrid.settled(lambda, Start.OLD)));
        return List.copyOf(all);
    }

    private static List<Double> compared() {
        return List.of(5.0, 50.0, 500.0);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        EndStates ends = records.ends();
        List<Finding> findings = new ArrayList<>();
        findings.add(width(records, ends));
        compared().forEach(lambda -> findings.add(initialiser(records, ends, lambda)));
        findings.add(lambda(records, ends));
        return findings;
    }

    private static Finding width(ExperimentRuns records, EndStates ends) {
        double[] x = widths().stream()
                .mapToDouble(world -> records.of(world).get(0).weights())
                .toArray();
        PowerLaw law = PowerLaw.overSeeds(x, ends.rmsBySeed(widths()));
        NamedNumbers details = new NamedNumbers();
        widths().forEach(world -> details.add(
                "RMS times sqrt(N_w), h " + world.shape().hidden(),
                mean(ends.rms(world)) * Math.sqrt(records.of(world).get(0).weights())));
        return new Finding(
                WIDTH,
                "lambda 50, eta 0.5",
                Prediction.near("exponent a of N_w^a", -0.5, EXPONENT_TOLERANCE, "the exponent claimed, within 0.1"),
                ends.evidence(widths(), law.exponent(), details.add(law, "N_w").asMap()),
                List.of(Control.recoversPower(x, -0.5)));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static Finding initialiser(ExperimentRuns records, EndStates ends, double lambda) {
        SeededExperiment old = ExperimentGrid.settled(lambda, Start.OLD);
        SeededExperiment fresh = ExperimentGrid.settled(lambda, Start.NEW);
        double[][] paired = ends.pairedRms(List.of(old, fresh));
        double[] olds = paired[0];
        double[] news = paired[1];
        double[] difference = IntStream.range(0, olds.length)
                .mapToDouble(seed -> olds[seed] / news[seed] - 1)
                .toArray();
        NamedNumbers details = new NamedNumbers()
                .add("RMS from the old", mean(olds))
                .add("RMS from the new", mean(news))
                .add("RMS from the new before the first update", initial(records, fresh))
                .add("validation accuracy from the old", records.mean(old, RunRecord::accuracy))
                .add("validation accuracy from the new", records.mean(fresh, RunRecord::accuracy))
                .add("initial norm, old over new", initial(records, old) / initial(records, fresh));
        if (olds.length > 1) {
            details.add(
                    "p of two one-sided tests",
                    EquivalenceTest.paired(olds, news, MARGIN).pValue());
        }
        return new Finding(
                INITIALISER,
                old.label() + " against new",
                Prediction.near("relative difference of RMS_inf", 0, MARGIN, "a margin of 5 %"),
                ends.evidence(List.of(old, fresh), Estimate.mean(difference), details.asMap()),
                List.of(new Control(
                        Prediction.atLeast(
                                "initial norm, old over new", 10, "before the first update they must differ"),
                        Estimate.exact(initial(records, old) / initial(records, fresh)))));
    }

    private static double initial(ExperimentRuns records, SeededExperiment world) {
        return records.of(world).get(0).rms(0);
    }

    /** The runs of {@link #lambdas()} from the new initialisation. */
    static List<SeededExperiment> strengths() {
        return lambdas().stream()
                .map(lambda -> ExperimentGrid.settled(lambda, Start.NEW))
                .toList();
    }

    private static Finding lambda(ExperimentRuns records, EndStates ends) {
        List<SeededExperiment> all = strengths();
        List<SeededExperiment> stationary =
                all.stream().filter(world -> ends.obstacle(world).isEmpty()).toList();
        List<SeededExperiment> used = stationary.size() < 2 ? all : stationary;
        double[] x = used.stream().mapToDouble(world -> world.step().lambda()).toArray();
        PowerLaw law = PowerLaw.overSeeds(x, ends.rmsBySeed(used));
        NamedNumbers details = new NamedNumbers();
        all.forEach(world -> {
            double unit = Math.sqrt(records.of(world).get(0).weights());
            String name = "lambda " + Numbers.text(world.step().lambda());
            details.add(name + ", RMS times sqrt(N_w)", mean(ends.rms(world)) * unit)
                    .add(name + ", change over the window in the worst run, %", 100 * ends.change(world));
        });
        return new Finding(
                LAMBDA,
                "eta 0.5, h 30, " + used.size() + " of " + all.size() + " strengths stationary",
                Prediction.near("exponent b of lambda^b", 0, EXPONENT_TOLERANCE, "no dependence, within 0.1"),
                ends.evidence(used, law.exponent(), details.add(law, "lambda").asMap()),
                List.of(Control.recoversPower(x, -0.25)));
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        return ScalingFigures.of(records);
    }
}
