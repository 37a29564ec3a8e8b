package org.tailoff.reproductions.argument.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.PowerLaw;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.record.TensorEpoch;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * N8: which n is the right one? "A size around 1/sqrt(n)" is a statement about how the size goes when n is varied, and
 * the fan-in was never varied.
 *
 * <p><b>How it is tested:</b> the hidden layer's live weights, settled (eta = 0.5, lambda = 50), on the images as they
 * are and after mean pooling to 14 x 14 and 7 x 7 pixels: once rescaled, so that the mean of sum x^2 stays what it was,
 * once not.
 *
 * <p><b>What would refute it:</b> an exponent of n_in more than 0.1 from -1/2.
 */
public final class Inputs implements ClaimTest {
    private static final double EXPONENT = 0.1;

    private static final Claim CLAIM = new Claim(
            "N8",
            "the settled size goes as n_in^(-1/2)",
            Claim.EXERCISE + ", (3), in a third party's edition",
            "slope of ln RMS of the live hidden weights over ln n_in, n_in = 49, 196, 784, lambda = 50, eta = 0.5",
            "a slope outside -0.6 to -0.4");

    private static List<SeededExperiment> worlds(boolean rescaled) {
        return ExperimentGrid.SIDES.stream()
                .sorted()
                .map(side -> ExperimentGrid.settledOn(side, rescaled && side < 28))
                .toList();
    }

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        Set<Experiment> all = new LinkedHashSet<>(worlds(true));
        all.addAll(worlds(false));
        return List.copyOf(all);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<Finding> findings = new ArrayList<>();
        findings.add(exponent(records, true, Variable.INPUTS));
        findings.add(exponent(records, false, Variable.INPUTS));
        findings.add(exponent(records, false, Variable.LENGTH));
        return findings;
    }

    /** What the size may be a power of. */
    private record Variable(String label, ToDoubleFunction<RunRecord> of) {
        static final Variable INPUTS =
                new Variable("n_in", run -> run.spec().dense().inputs());
        /** From the start, where weights and pixels are independent: E z^2 = (sum x^2) w^2 + b^2. */
        static final Variable LENGTH = new Variable("mean sum x^2", Layers::meanSquares);
    }

    /** Where every pixel is used by some image all weights are live. */
    private static double live(RunRecord run) {
        TensorEpoch end = run.tensor(Layers.HIDDEN, run.lastEpoch());
        return end.inputs().live().orElse(end.statistics().rms());
    }

    private static Finding exponent(ExperimentRuns records, boolean rescaled, Variable variable) {
        List<SeededExperiment> worlds = worlds(rescaled);
        double[] x = worlds.stream()
                .mapToDouble(world -> records.mean(world, variable.of))
                .toArray();
        PowerLaw law = PowerLaw.overSeeds(x, records.pairedBySeed(worlds, Inputs::live));
        NamedNumbers details = new NamedNumbers().add(law, variable.label);
        worlds.forEach(world -> {
            String name = world.shape().inputs() + " inputs";
            details.add(name + ", RMS of live weights", records.mean(world, Inputs::live))
                    .add(
                            name + ", RMS times sqrt(n_in)",
                            records.mean(world, Inputs::live)
                                    * Math.sqrt(world.shape().inputs()))
                    .add(name + ", mean sum x^2", records.mean(world, Layers::meanSquares));
        });
        return new Finding(
                CLAIM,
                "lambda 50, eta 0.5, h 30, pooled images " + (rescaled ? "rescaled" : "as they are") + ", over "
                        + variable.label,
                Prediction.near("exponent of " + variable.label, -0.5, EXPONENT, "the exponent claimed, within 0.1"),
                records.ends().evidence(worlds, law.exponent(), details.asMap()),
                List.of(rescaled ? keepsLength(records, worlds) : Control.recoversPower(x, -0.5)));
    }

    private static Control keepsLength(ExperimentRuns records, List<SeededExperiment> worlds) {
        return new Control(
                Prediction.near(
                        "mean sum x^2 of 49 inputs over that of 784",
                        1,
                        0.1,
                        "rescaling keeps it; estimated from 30 neurons"),
                Estimate.exact(records.mean(worlds.get(0), Layers::meanSquares)
                        / records.mean(worlds.get(worlds.size() - 1), Layers::meanSquares)));
    }
}
