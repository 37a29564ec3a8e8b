package org.tailoff.reproductions.argument.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tailoff.claim.Numbers;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.Plan;

/**
 * The book's kind of network under one setting, from several seeds: for what is said of the world. Runs of equal seed
 * are paired: the same normal numbers in the same order, and the same shuffles.
 *
 * @param shape network and images
 * @param step learning rate, mini-batch and weight decay
 * @param start the initialisation
 * @param epochs length of each run
 * @param change what else is different; {@link Change#NONE} for nothing
 */
public record SeededExperiment(Shape shape, Step step, Start start, int epochs, Change change) implements Experiment {
    /** m, images of a mini-batch, in every run of the book. */
    public static final int MINI_BATCH = 10;

    private static final int SIDE = 28;
    private static final int CLASSES = 10;

    /** Every tenth iteration: 500 rows an epoch are enough for a mean, and the run is a quarter faster. */
    private static final int RECORD_EVERY = 10;

    /**
     * A network on some images.
     *
     * @param hidden hidden neurons; 0 for none, inputs wired to outputs
     * @param images n, the number of training images
     * @param side pixels along a side of an image: 28, or less after mean pooling
     * @param rescaled whether pooled images are as long as they were: the mean of sum x^2 is kept
     */
    public record Shape(int hidden, int images, int side, boolean rescaled) {
        /**
         * On images as they are.
         *
         * @param hidden see {@link #hidden()}
         * @param images see {@link #images()}
         */
        public Shape(int hidden, int images) {
            this(hidden, images, SIDE, false);
        }

        /** {@return n_in, the number of inputs} */
        public int inputs() {
            return side * side;
        }

        private String name() {
            return side == SIDE
                    ? ""
                    : String.format(Locale.ROOT, ", %d inputs%s", inputs(), rescaled ? " rescaled" : "");
        }

        private DataSpec data(boolean costs) {
            DataSpec data = new DataSpec(
                    images, costs ? List.of(DataSet.TRAINING, DataSet.VALIDATION) : List.of(DataSet.VALIDATION));
            return side == SIDE ? data : data.withPooling(new DataSpec.Pooling(SIDE / side, rescaled));
        }
    }

    /**
     * How weights move.
     *
     * @param eta learning rate
     * @param lambda strength of weight decay; 0 for none
     * @param miniBatch m, images of a mini-batch
     */
    public record Step(double eta, double lambda, int miniBatch) {
        /**
         * With the book's mini-batches.
         *
         * @param eta see {@link #eta()}
         * @param lambda see {@link #lambda()}
         */
        public Step(double eta, double lambda) {
            this(eta, lambda, MINI_BATCH);
        }

        /** {@return T = eta/m} */
        public double temperature() {
            return eta / miniBatch;
        }

        private String name() {
            return String.format(
                    Locale.ROOT,
                    "eta %s, lambda %s%s",
                    Numbers.text(eta),
                    Numbers.text(lambda),
                    miniBatch == MINI_BATCH ? "" : ", m " + miniBatch);
        }
    }

    /**
     * What else is different from the book.
     *
     * @param precision of the arithmetic
     * @param kick what the hidden weights are multiplied by, once; 1 for nothing
     * @param after how many epochs come before the kick
     * @param costs whether the cost of the training set is measured after every epoch too, which takes as long as half
     *     of its training
     */
    public record Change(Precision precision, double kick, int after, boolean costs) {
        /** Nothing is different. */
        public static final Change NONE = new Change(Precision.DOUBLE, 1, 0, false);

        /** Single precision. */
        public static final Change SINGLE = new Change(Precision.FLOAT, 1, 0, false);

        /** The cost of the training set is measured too. */
        public static final Change COSTS = new Change(Precision.DOUBLE, 1, 0, true);

        private String name() {
            return (precision == Precision.FLOAT ? ", single precision" : "")
                    + (kick == 1 ? "" : ", times " + Numbers.text(kick) + " after epoch " + after);
        }
    }

    /**
     * An experiment in which nothing else is different.
     *
     * @param shape see {@link #shape()}
     * @param step see {@link #step()}
     * @param start see {@link #start()}
     * @param epochs see {@link #epochs()}
     */
    public SeededExperiment(Shape shape, Step step, Start start, int epochs) {
        this(shape, step, start, epochs, Change.NONE);
    }

    /**
     * The same with a difference.
     *
     * @param newChange the difference
     * @param newEpochs the length of each run
     * @return the changed experiment
     */
    public SeededExperiment with(Change newChange, int newEpochs) {
        return new SeededExperiment(shape, step, start, newEpochs, newChange);
    }

    /** An initialisation of the chapter. */
    public enum Start {
        /** N(0,1). */
        OLD("gaussian"),
        /** N(0,1/n_in). */
        NEW("scaled-gaussian");

        private final String initialiser;

        Start(String initialiser) {
            this.initialiser = initialiser;
        }
    }

    @Override
    public String label() {
        return String.format(
                Locale.ROOT,
                "%d images, h %d%s, %s, %s%s",
                shape.images,
                shape.hidden,
                shape.name(),
                step.name(),
                start == Start.OLD ? "old" : "new",
                change.name());
    }

    private String run(int seed) {
        return String.format(
                Locale.ROOT,
                "n%d_h%d%s_%s_%s%s_%depochs_seed%d",
                shape.images,
                shape.hidden,
                fileName(shape.name()),
                fileName(step.name()),
                start == Start.OLD ? "old" : "new",
                fileName(change.name()),
                epochs,
                seed);
    }

    private static String fileName(String name) {
        return name.replace(", ", "_").replace(" ", "");
    }

    @Override
    public Map<String, RunSpec> runs(Plan plan) {
        Map<String, RunSpec> runs = new TreeMap<>();
        for (int seed = 1; seed <= plan.seeds(); seed++) {
            runs.put(run(seed), spec(seed));
        }
        return runs;
    }

    private RunSpec spec(int seed) {
        Regularisation regularisation =
                step.lambda == 0 ? new Regularisation.None() : new Regularisation.L2(step.lambda);
        return new RunSpec(
                new DenseNetwork(
                        shape.hidden == 0
                                ? List.of(shape.inputs(), CLASSES)
                                : List.of(shape.inputs(), shape.hidden, CLASSES),
                        Activation.SIGMOID,
                        Activation.SIGMOID,
                        Cost.CROSS_ENTROPY,
                        start.initialiser),
                new TrainingSpec(
                        step.eta,
                        step.miniBatch,
                        epochs,
                        regularisation,
                        change.kick == 1 ? null : new TrainingSpec.LayerRescaling(change.after, 1, change.kick)),
                shape.data(change.costs),
                new SeedSpec.Streams(seed),
                new ExecutionSpec(Engine.FUSED, change.precision, RECORD_EVERY));
    }
}
