package org.tailoff.reproductions.argument.experiment;

import java.util.ArrayList;
import java.util.List;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Change;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Shape;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Step;
import org.tailoff.spec.ExecutionSpec.Precision;

/** The experiments about the world: the smallest set of runs that decides every claim. */
public final class ExperimentGrid {
    /** The strengths of weight decay of the sweep; 5 is the book's. */
    public static final List<Double> LAMBDAS = List.of(0.0, 0.5, 5.0, 50.0, 500.0);

    /** The hidden neurons of the sweep; 30 and 100 are the book's. */
    public static final List<Integer> WIDTHS = List.of(10, 30, 100, 300);

    /** Training images of the examples. */
    static final int IMAGES = 50_000;

    /** Images of the short examples. */
    static final int FEW_IMAGES = 1000;

    private static final double EXAMPLES_ETA = 0.1;
    private static final double BOOK_LAMBDA = 5;
    private static final int EXAMPLE_EPOCHS = 30;
    private static final int FIRST_EPOCHS = 5;

    /**
     * Learning rate of the runs that are to become stationary: that of the chapter's section on regularisation. With
     * the examples' 0.1 they would take five times as long.
     */
    private static final double SETTLING_ETA = 0.5;

    private ExperimentGrid() {}

    /**
     * The examples' setting with another lambda: as long as they are for 5 and for the control 0, the first epochs for
     * the others.
     */
    public static SeededExperiment early(double lambda, Start start) {
        boolean whole = lambda == BOOK_LAMBDA || lambda == 0;
        return new SeededExperiment(
                new Shape(30, IMAGES),
                new Step(EXAMPLES_ETA, lambda),
                start,
                whole ? EXAMPLE_EPOCHS : FIRST_EPOCHS,
                Change.COSTS);
    }

    /** The examples' setting: 784-30-10, eta = 0.1, lambda = 5. */
    public static SeededExperiment example(Start start) {
        return early(BOOK_LAMBDA, start);
    }

    /**
     * The strength of weight decay under which networks of every width of the sweep become stationary within minutes.
     */
    private static final double STRONG_LAMBDA = 50;

    /** The examples' network and weight decay, long enough to become stationary. */
    public static SeededExperiment settled(Start start) {
        return settled(BOOK_LAMBDA, start);
    }

    /**
     * The examples' network under any weight decay of the sweep but 0, long enough to become stationary; but see
     * {@link #settlingEpochs}.
     */
    public static SeededExperiment settled(double lambda, Start start) {
        return new SeededExperiment(
                new Shape(30, IMAGES), new Step(SETTLING_ETA, lambda), start, settlingEpochs(lambda));
    }

    /** Networks of any width under strong weight decay, long enough to become stationary. */
    public static SeededExperiment settled(int hidden) {
        return new SeededExperiment(
                new Shape(hidden, IMAGES),
                new Step(SETTLING_ETA, STRONG_LAMBDA),
                Start.OLD,
                settlingEpochs(STRONG_LAMBDA));
    }

    /**
     * Twenty-five times n/(eta lambda m), the time in which decay takes a weight to 1/e, and at least five epochs; for
     * lambda = 0.5 one and a quarter times, as long as patience reaches. Whether that was enough is measured, not
     * assumed.
     */
    private static int settlingEpochs(double lambda) {
        if (lambda < 1) {
            return 50;
        }
        return lambda < 10 ? 100 : lambda < 100 ? 20 : 5;
    }

    /**
     * T = eta/m of the examples' network, from the examples' own 0.01 on; lambda stays 5, so that only T and with it q
     * grow.
     */
    public static final List<Double> TEMPERATURES = List.of(.01, .02, .03, .05, .1);

    /** The examples' network and weight decay at a temperature, with the book's mini-batches, until it has settled. */
    public static SeededExperiment settledAt(double temperature) {
        return settledAt(temperature * SeededExperiment.MINI_BATCH, SeededExperiment.MINI_BATCH);
    }

    /**
     * The same at any learning rate and mini-batch.
     *
     * @param eta learning rate
     * @param miniBatch m
     * @return the experiment
     */
    public static SeededExperiment settledAt(double eta, int miniBatch) {
        if (eta == SETTLING_ETA && miniBatch == SeededExperiment.MINI_BATCH) {
            return settled(Start.OLD);
        }
        double time = miniBatch / (eta * BOOK_LAMBDA);
        int epochs = (int) Math.rint((eta / miniBatch < HALF_RANGE ? SLOW_TIMES : SETTLING_TIMES) * time);
        return new SeededExperiment(new Shape(30, IMAGES), new Step(eta, BOOK_LAMBDA, miniBatch), Start.OLD, epochs);
    }

    /** The length of a run in units of m/(eta lambda) epochs; whether it was enough is measured. */
    private static final int SETTLING_TIMES = 15;

    /** The same at low temperatures, where what a network learns takes longer to settle than the noise. */
    private static final int SLOW_TIMES = 20;

    private static final double HALF_RANGE = 0.05;

    /** Networks on images of fewer pixels under strong weight decay, long enough to become stationary. */
    public static SeededExperiment settledOn(int side, boolean rescaled) {
        return new SeededExperiment(
                new Shape(30, IMAGES, side, rescaled),
                new Step(SETTLING_ETA, STRONG_LAMBDA),
                Start.OLD,
                settlingEpochs(STRONG_LAMBDA));
    }

    /** Sides of the images of that sweep. */
    public static final List<Integer> SIDES = List.of(28, 14, 7);

    /** A settled network under strong weight decay whose hidden weights are multiplied by a factor. */
    public static SeededExperiment kicked(double factor) {
        SeededExperiment settled = settled(STRONG_LAMBDA, Start.OLD);
        return settled.with(
                new Change(Precision.DOUBLE, factor, settled.epochs(), false), settled.epochs() + EPOCHS_AFTER_KICK);
    }

    /** Twelve times m/(eta lambda) epochs at eta = 0.5, lambda = 50. */
    private static final int EPOCHS_AFTER_KICK = 5;

    /** The first epochs of the examples' setting in single precision. */
    public static SeededExperiment inSinglePrecision() {
        return example(Start.OLD).with(Change.SINGLE, FIRST_EPOCHS);
    }

    /**
     * What the exercise's proviso eta lambda &lt;&lt; n excludes: q = .02, .2, 1, 2, 10 on the network without hidden
     * layer of section 3.5.
     */
    public static List<OneSeed> proviso() {
        List<OneSeed> worlds = new ArrayList<>();
        for (Step step :
                List.of(new Step(1, 20), new Step(10, 20), new Step(50, 20), new Step(100, 20), new Step(10, 1000))) {
            worlds.add(new OneSeed(new SeededExperiment(new Shape(0, FEW_IMAGES), step, Start.NEW, 1)));
        }
        return worlds;
    }

    /** The exponents eta lambda/m of the phase diagram; .05 and .25 are the book's on 50,000 images. */
    public static final List<Double> PHASE_EXPONENTS = List.of(.005, .01, .02, .05, .1, .25, .5, 1.0, 2.0);

    /** The strengths of weight decay of the phase diagram. */
    public static final List<Double> PHASE_LAMBDAS = List.of(.05, .5, 5.0, 50.0, 500.0);

    /** One cell of the phase diagram: as long as the examples, from the old initialisation. */
    public static OneSeed phase(double exponent, double lambda) {
        return new OneSeed(new SeededExperiment(
                new Shape(30, IMAGES),
                new Step(exponent * SeededExperiment.MINI_BATCH / lambda, lambda),
                Start.OLD,
                EXAMPLE_EPOCHS));
    }
}
