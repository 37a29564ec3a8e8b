package org.tailoff.reproductions.argument;

import java.util.List;
import java.util.Map;
import org.tailoff.reproductions.Experiments;
import org.tailoff.spec.RunSpec;

/**
 * A seeded run of the book's, "the examples graphed": what is said of it is said of this one run, which every machine repeats exactly.
 *
 * @param label its name, which is also that of its spec
 * @param epochs its length; 0 for the book's own, more to go on where the book's graph ends
 */
public record Example(String label, int epochs) implements Experiment {
    /** Figure weight_initialization_30, from the old initialisation: the exercise's first example. */
    public static final Example OLD_30 = of("weight_initialization_30_old");

    /** The same from the new initialisation. */
    public static final Example NEW_30 = of("weight_initialization_30_new");

    /** Figure weight_initialization_100, from the old initialisation: the exercise's second example. */
    public static final Example OLD_100 = of("weight_initialization_100_old");

    /** The same from the new initialisation. */
    public static final Example NEW_100 = of("weight_initialization_100_new");

    /** 1000 images with weight decay, lambda = 0.1, 400 epochs; old initialisation. */
    public static final Example REGULARIZED = of("regularized");

    /** 50,000 images with weight decay, lambda = 5, eta = 0.5; old initialisation. */
    public static final Example REGULARIZED_FULL = of("regularized_full");

    /** 1000 images without weight decay. */
    public static final Example OVERFITTING = of("overfitting");

    /** 50,000 images without weight decay. */
    public static final Example OVERFITTING_FULL = of("overfitting_full");

    /** {@link #OLD_30} carried on to 200 epochs: what the graph would have shown, had it been longer. */
    public static final Example OLD_30_CONTINUED = new Example("weight_initialization_30_old", 200);

    /** The book's runs with weight decay from the old initialisation, in the order of the chapter. */
    public static final List<Example> DECAYING = List.of(REGULARIZED, REGULARIZED_FULL, OLD_30, OLD_100);

    private static Example of(String run) {
        return new Example(run, 0);
    }

    private String run() {
        return epochs == 0 ? label : label + "_" + epochs + "epochs";
    }

    @Override
    public Map<String, RunSpec> runs(Plan plan) {
        RunSpec spec = Experiments.spec(label);
        return Map.of(run(), epochs == 0 ? spec : spec.withEpochs(epochs));
    }
}
