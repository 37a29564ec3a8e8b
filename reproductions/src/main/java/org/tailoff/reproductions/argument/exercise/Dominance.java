package org.tailoff.reproductions.argument.exercise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Picture;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * Claim 1: "supposing lambda is not too small, the first epochs of training will be dominated almost entirely by weight
 * decay".
 *
 * <p>"Dominated" can be read in three ways, and the verdict depends on the reading:
 *
 * <ul>
 *   <li><b>C1a, force:</b> rho = (lambda/n) ||W|| / ||grad C_0|| &gt; 1, with the gradient of the whole training set.
 *   <li><b>C1b, displacement:</b> D = (1-f) ||W(e-1)||, the way of decay alone, exceeds R = ||W(e) - f W(e-1)||, that
 *       of the rest.
 *   <li><b>C1c, shrinkage:</b> the norm falls as fast as under decay alone: ln(||W(e)|| / ||W(e-1)||) is within 5 % of
 *       ln f.
 * </ul>
 *
 * <p><b>How it is tested:</b> in every one of the first epochs ({@link RunRecord#firstEpochs()}: five, but none that
 * begins after decay's time constant is up), in each layer of every example, in five seeds of the examples' setting,
 * and over lambda. The worst epoch counts.
 *
 * <p><b>What would refute it:</b> one of the first epochs in which the reading fails.
 *
 * <p><b>Why the readings differ:</b> gradient steps are nearly orthogonal to the weights in 23,520 dimensions, so that
 * they move them without changing their norm by more than about R^2/(2||W||).
 */
public final class Dominance implements ClaimTest {
    private static final Claim FORCE = new Claim(
            "C1a",
            "first epochs dominated by decay: its force exceeds the gradient's",
            Claim.EXERCISE + ", (1)",
            "smallest rho = (lambda/n)||W|| / ||grad C0|| at the starts of the first epochs, whole training set, whose"
                    + " gradient is measured at the starts of epochs 1 to 6 and of every tenth after that",
            "rho above 1 at the start of each of the first epochs");
    private static final Claim DISPLACEMENT = new Claim(
            "C1b",
            "first epochs dominated by decay: it moves the weights further than the gradients do",
            Claim.EXERCISE + ", (1)",
            "smallest D/R of the first epochs, D = (1-f)||W(e-1)||, R = ||W(e) - f W(e-1)||",
            "D above R in each of the first epochs");
    private static final Claim SHRINKAGE = new Claim(
            "C1c",
            "first epochs dominated by decay: the norm shrinks as under decay alone",
            Claim.EXERCISE + ", (1)",
            "largest |ln(||W(e)|| / ||W(e-1)||) / ln f - 1| of the first epochs",
            "one of the first epochs in which the norm falls at another rate than decay's, by more than 5 % of it");

    private static final Prediction FORCE_WINS =
            Prediction.atLeast("smallest rho of the first epochs", 1, "the definition of dominance by force");
    private static final Prediction DECAY_MOVES_FURTHER =
            Prediction.atLeast("smallest D/R of the first epochs", 1, "the definition of dominance by displacement");
    private static final Prediction SHRINKS_BY_F =
            DecayLaw.offByLittle("largest distance of the norm's rate from decay's, in units of decay's");

    private static final List<BookRun> EXAMPLES =
            List.of(BookRun.OLD_30, BookRun.OLD_100, BookRun.REGULARIZED, BookRun.REGULARIZED_FULL);

    @Override
    public List<Claim> claims() {
        return List.of(FORCE, DISPLACEMENT, SHRINKAGE);
    }

    @Override
    public List<Experiment> experiments() {
        Set<Experiment> all = new LinkedHashSet<>(EXAMPLES);
        all.addAll(List.of(BookRun.NEW_30, BookRun.NEW_100, ExperimentGrid.example(Start.NEW)));
        ExperimentGrid.LAMBDAS.forEach(lambda -> all.add(ExperimentGrid.early(lambda, Start.OLD)));
        return List.copyOf(all);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        for (Reading reading : readings()) {
            findings.add(finding(records, reading, ExperimentGrid.example(Start.OLD), Layers.HIDDEN));
            findings.add(finding(records, reading, ExperimentGrid.example(Start.OLD), Layers.OUTPUT));
            for (BookRun example : EXAMPLES) {
                findings.add(finding(records, reading, example, Layers.HIDDEN));
                findings.add(finding(records, reading, example, Layers.OUTPUT));
            }
            for (double lambda : List.of(0.5, 50.0, 500.0)) {
                findings.add(finding(records, reading, ExperimentGrid.early(lambda, Start.OLD), Layers.HIDDEN));
                findings.add(finding(records, reading, ExperimentGrid.early(lambda, Start.OLD), Layers.OUTPUT));
            }
            findings.add(finding(records, reading, ExperimentGrid.example(Start.NEW), Layers.HIDDEN));
            findings.add(finding(records, reading, BookRun.NEW_30, Layers.HIDDEN));
        }
        return findings;
    }

    /**
     * One way to understand "dominated".
     *
     * @param claim which
     * @param prediction what it says of the worst of the first epochs
     * @param perEpoch the number of one epoch, from 1; NaN where it was not measured
     * @param lowest whether the worst is the smallest
     */
    private record Reading(Claim claim, Prediction prediction, PerLayer perEpoch, boolean lowest) {
        double worst(RunRecord run, int layer, IntStream epochs) {
            var values =
                    epochs.mapToDouble(epoch -> perEpoch.of(run, layer, epoch)).filter(value -> !Double.isNaN(value));
            return lowest ? values.min().orElseThrow() : values.max().orElseThrow();
        }
    }

    /** A number of a layer in an epoch. */
    private interface PerLayer {
        double of(RunRecord run, int layer, int epoch);
    }

    private static List<Reading> readings() {
        return List.of(
                new Reading(FORCE, FORCE_WINS, Dominance::forceAtStart, true),
                new Reading(DISPLACEMENT, DECAY_MOVES_FURTHER, RunRecord::dominance, true),
                new Reading(SHRINKAGE, SHRINKS_BY_F, RunRecord::rateError, false));
    }

    /**
     * At the start of an epoch; NaN where the whole training set's gradient was not measured, as in most epochs after
     * the fifth.
     */
    private static double forceAtStart(RunRecord run, int layer, int epoch) {
        return run.tensor(layer, epoch - 1).motion().gradientNorm().isPresent()
                ? run.force(layer, epoch - 1)
                : Double.NaN;
    }

    private static Finding finding(ExperimentRuns records, Reading reading, Experiment experiment, int layer) {
        RunRecord any = records.of(experiment).get(0);
        NamedNumbers details = new NamedNumbers()
                .perEpoch(
                        records, experiment, any.firstEpochs(), (run, epoch) -> reading.perEpoch.of(run, layer, epoch));
        if (reading.claim.equals(DISPLACEMENT)) {
            details.add(
                    "first epoch in which D exceeds R", records.mean(experiment, run -> firstDominated(run, layer)));
            details.add("last epoch in which D exceeds R", records.mean(experiment, run -> lastDominated(run, layer)));
        }
        return new Finding(
                reading.claim,
                experiment.label() + ", " + Layers.name(layer),
                reading.prediction,
                records.evidence(experiment, run -> reading.worst(run, layer, run.firstEpochs()), details.asMap()),
                controls(records, reading),
                records.otherFirstEpochs(
                        experiment, reading.prediction, (run, epochs) -> reading.worst(run, layer, epochs)));
    }

    /** NaN if there is none. */
    private static double firstDominated(RunRecord run, int layer) {
        return dominated(run, layer).asDoubleStream().min().orElse(Double.NaN);
    }

    /** NaN if there is none. */
    private static double lastDominated(RunRecord run, int layer) {
        return dominated(run, layer).asDoubleStream().max().orElse(Double.NaN);
    }

    private static IntStream dominated(RunRecord run, int layer) {
        return IntStream.rangeClosed(1, run.lastEpoch()).filter(epoch -> run.dominance(layer, epoch) > 1);
    }

    private static List<Control> controls(ExperimentRuns records, Reading reading) {
        SeededExperiment without = ExperimentGrid.early(0, Start.OLD);
        SeededExperiment strong = ExperimentGrid.early(500, Start.OLD);
        List<Control> controls = new ArrayList<>();
        controls.add(new Control(
                Prediction.near("D at lambda = 0", 0, 0, "without decay there is no way of decay"),
                records.estimate(
                        without, run -> run.displacement(Layers.HIDDEN, 1).decay())));
        DecayLaw decay = records.of(ExperimentGrid.example(Start.OLD)).get(0).law();
        controls.add(new Control(
                Prediction.atMost(
                        "largest rate of the norm at lambda = 0, in units of decay's at 5",
                        DecayLaw.RATE_TOLERANCE,
                        "without decay the norm must not fall, within the tolerance of rates"),
                records.estimate(
                        without,
                        run -> run.firstEpochs()
                                .mapToDouble(epoch -> decay.rate(run.shrinkage(Layers.HIDDEN, epoch), 1))
                                .max()
                                .orElseThrow())));
        controls.add(new Control(
                Prediction.near(
                        "rho at the start at lambda = 500 over that at 5",
                        100,
                        1e-9,
                        "same weights and same gradient, so rho is proportional to lambda; rounding"),
                Estimate.exact(
                        initialForce(records, strong) / initialForce(records, ExperimentGrid.example(Start.OLD)))));
        if (!reading.claim.equals(FORCE)) {
            controls.add(new Control(
                    Prediction.atLeast(
                            "D/R of epoch 1 at lambda = 500",
                            1,
                            "half of every weight goes in 700 steps: no gradient keeps up"),
                    records.estimate(strong, run -> run.dominance(Layers.HIDDEN, 1))));
        }
        return controls;
    }

    private static double initialForce(ExperimentRuns records, Experiment experiment) {
        return records.of(experiment).get(0).force(Layers.HIDDEN, 0);
    }

    @Override
    public List<Picture> figures(ExperimentRuns records) {
        List<Picture> figures = new ArrayList<>(DominanceFigures.of(records));
        figures.addAll(ForceFigures.of(records));
        return figures;
    }
}
