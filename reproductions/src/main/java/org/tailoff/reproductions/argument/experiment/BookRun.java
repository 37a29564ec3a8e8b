package org.tailoff.reproductions.argument.experiment;

import java.util.List;
import java.util.Map;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.OneRun;
import org.tailoff.verify.Plan;

/**
 * A seeded run of the book's, "the examples graphed": what is said of it is said of this one run, which every machine
 * repeats exactly.
 *
 * @param label its name, which is also that of its spec
 * @param epochs its length; 0 for the book's own, more to go on where the book's graph ends
 */
public record BookRun(String label, int epochs) implements OneRun {
    /** Figure weight_initialization_30, from the old initialisation: the exercise's first example. */
    public static final BookRun OLD_30 = of("weight_initialization_30_old");

    /** The same from the new initialisation. */
    public static final BookRun NEW_30 = of("weight_initialization_30_new");

    /** Figure weight_initialization_100, from the old initialisation: the exercise's second example. */
    public static final BookRun OLD_100 = of("weight_initialization_100_old");

    /** The same from the new initialisation. */
    public static final BookRun NEW_100 = of("weight_initialization_100_new");

    /** 1000 images with weight decay, lambda = 0.1, 400 epochs; old initialisation. */
    public static final BookRun REGULARIZED = of("regularized");

    /** 50,000 images with weight decay, lambda = 5, eta = 0.5; old initialisation. */
    public static final BookRun REGULARIZED_FULL = of("regularized_full");

    /** 1000 images without weight decay. */
    public static final BookRun OVERFITTING = of("overfitting");

    /** 50,000 images without weight decay. */
    public static final BookRun OVERFITTING_FULL = of("overfitting_full");

    /** {@link #OLD_30} carried on to 200 epochs: what the graph would have shown, had it been longer. */
    public static final BookRun OLD_30_CONTINUED = new BookRun("weight_initialization_30_old", 200);

    /** {@link #OLD_100} carried on to 200 epochs. */
    public static final BookRun OLD_100_CONTINUED = new BookRun("weight_initialization_100_old", 200);

    /** {@link #NEW_30} carried on to 200 epochs. */
    public static final BookRun NEW_30_CONTINUED = new BookRun("weight_initialization_30_new", 200);

    /** The book's runs with weight decay from the old initialisation, in the order of the chapter. */
    public static final List<BookRun> DECAYING = List.of(REGULARIZED, REGULARIZED_FULL, OLD_30, OLD_100);

    private static BookRun of(String run) {
        return new BookRun(run, 0);
    }

    private String run() {
        return epochs == 0 ? label : label + "_" + epochs + "epochs";
    }

    @Override
    public Map<String, RunSpec> runs(Plan plan) {
        RunSpec spec = BookSpecs.spec(label);
        return Map.of(run(), epochs == 0 ? spec : spec.withEpochs(epochs));
    }
}
