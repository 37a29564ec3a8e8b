package org.tailoff.reproductions.argument.law;

import java.math.BigDecimal;
import java.util.List;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.RunRecord;

/**
 * N12: arithmetic of few digits decays at a rate of its own. A program multiplies by 1 - q as its arithmetic rounds it:
 * in single precision 1 - q is a multiple of 2^-24 away from 1, and in bfloat16, whose spacing below 1 is 2^-8, it is 1
 * at the book's q.
 *
 * <p><b>How it is tested:</b> the weights on dead pixels in single precision over five epochs, by their root mean
 * square: the rate of a step over ln fl(1-q). Every product is rounded as well, by at most 2^-25 of it either way: over
 * 25,000 steps and more than a thousand weights that leaves 1e-5 of the rate. In bfloat16 by arithmetic.
 *
 * <p><b>What would refute it:</b> a rate nearer to ln(1-q) than to ln fl(1-q).
 */
public final class Rounding implements ClaimTest {
    /** Far less than what tells fl(1-q) from 1-q, 1.4e-3 of the rate, and far more than rounding leaves. */
    private static final double TOLERANCE = 2e-4;

    private static final int BFLOAT16_LOST = 16;

    private static final Claim CLAIM = new Claim(
            "N12",
            "in single precision a dead weight decays by fl(1-q) a step, in bfloat16 not at all at the book's q",
            "IEEE 754, rounding to nearest",
            "rate of the dead weights' RMS a step over ln fl(1-q), single precision, 5 epochs; 1-q rounded to bfloat16",
            "a rate more than 2e-4 away; a rounded factor below 1");

    private static final SeededExperiment SINGLE = ExperimentGrid.inSinglePrecision();

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        return List.of(SINGLE, BookRun.OLD_30);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        return List.of(single(records), brain(records));
    }

    private static double rate(RunRecord run) {
        double left = dead(run, run.lastEpoch()) / dead(run, 0);
        return StrictMath.log(left) / ((double) run.lastEpoch() * run.law().stepsPerEpoch());
    }

    private static double dead(RunRecord run, int epoch) {
        return run.tensor(Layers.HIDDEN, epoch).inputs().dead().orElseThrow();
    }

    private static Finding single(ExperimentRuns records) {
        DecayLaw law = records.of(SINGLE).get(0).law();
        double factor = new BigDecimal(1 - law.q()).floatValue();
        return new Finding(
                CLAIM,
                SINGLE.label(),
                Prediction.near("rate over ln fl(1-q)", 1, TOLERANCE, "rounding of the products leaves 1e-5"),
                records.evidence(
                        SINGLE,
                        run -> rate(run) / StrictMath.log(factor),
                        new NamedNumbers()
                                .add("q", law.q())
                                .add("1 - fl(1-q)", 1 - factor)
                                .add("ln fl(1-q) over ln(1-q)", StrictMath.log(factor) / StrictMath.log1p(-law.q()))
                                .asMap()),
                List.of(new Control(
                        Prediction.near(
                                "the same in double precision, over ln(1-q)", 1, 1e-9, "there 1-q is right to 1e-16"),
                        records.estimate(
                                BookRun.OLD_30,
                                run -> rate(run) / StrictMath.log1p(-run.law().q())))));
    }

    private static Finding brain(ExperimentRuns records) {
        double q = records.of(BookRun.OLD_30).law().q();
        return new Finding(
                CLAIM,
                "bfloat16, q of the examples",
                Prediction.near("1-q rounded to bfloat16", 1, 0, "its spacing below 1 is 2^-8"),
                Evidence.exact(
                        brain(1 - q),
                        "formula",
                        new NamedNumbers()
                                .add("q", q)
                                .add("largest q that does not decay", StrictMath.scalb(1.0, -9))
                                .asMap()),
                List.of(new Control(
                        Prediction.near(
                                "1-q rounded to bfloat16 at q = 2^-8",
                                1 - StrictMath.scalb(1.0, -8),
                                0,
                                "that is one spacing"),
                        Estimate.exact(brain(1 - StrictMath.scalb(1.0, -8))))));
    }

    /** The nearest number of 8 significant bits, ties to the even one. */
    static double brain(double value) {
        int bits = Float.floatToIntBits((float) value);
        int half = (1 << (BFLOAT16_LOST - 1)) - 1 + ((bits >> BFLOAT16_LOST) & 1);
        return Float.intBitsToFloat(((bits + half) >> BFLOAT16_LOST) << BFLOAT16_LOST);
    }
}
