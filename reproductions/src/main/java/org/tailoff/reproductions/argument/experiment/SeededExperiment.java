package org.tailoff.reproductions.argument.experiment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tailoff.claim.Numbers;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.NetworkSpec;
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
 * @param shape network and number of images
 * @param step learning rate and weight decay
 * @param start the initialisation
 * @param epochs length of each run
 */
public record SeededExperiment(Shape shape, Step step, Start start, int epochs) implements Experiment {
    /** m, images of a mini-batch, in every run of the book. */
    public static final int MINI_BATCH = 10;

    private static final int PIXELS = 784;
    private static final int CLASSES = 10;

    /** Every tenth iteration: 500 rows an epoch are enough for a mean, and the run is a quarter faster. */
    private static final int RECORD_EVERY = 10;

    /**
     * A network on some images.
     *
     * @param hidden hidden neurons; 0 for none, inputs wired to outputs
     * @param images n, the number of training images
     */
    public record Shape(int hidden, int images) {}

    /**
     * How weights move.
     *
     * @param eta learning rate
     * @param lambda strength of weight decay; 0 for none
     */
    public record Step(double eta, double lambda) {}

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
        return "%d images, h %d, eta %s, lambda %s, %s"
                .formatted(
                        shape.images,
                        shape.hidden,
                        Numbers.text(step.eta),
                        Numbers.text(step.lambda),
                        start == Start.OLD ? "old" : "new");
    }

    private String run(int seed) {
        return "n%d_h%d_eta%s_lambda%s_%s_%depochs_seed%d"
                .formatted(
                        shape.images,
                        shape.hidden,
                        Numbers.text(step.eta),
                        Numbers.text(step.lambda),
                        start == Start.OLD ? "old" : "new",
                        epochs,
                        seed);
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
                new NetworkSpec(
                        shape.hidden == 0 ? List.of(PIXELS, CLASSES) : List.of(PIXELS, shape.hidden, CLASSES),
                        Activation.SIGMOID,
                        Activation.SIGMOID,
                        Cost.CROSS_ENTROPY,
                        start.initialiser),
                new TrainingSpec(step.eta, MINI_BATCH, epochs, regularisation),
                new DataSpec(shape.images, List.of(DataSet.VALIDATION)),
                new SeedSpec.Streams(seed),
                new ExecutionSpec(Engine.FUSED, Precision.DOUBLE, RECORD_EVERY));
    }
}
