package org.tailoff.reproductions.chapter.section3;

import java.util.List;
import java.util.Map;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Picture;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.spec.RunSpec;

/**
 * Figure weight_initialization_100 of section 3.3, the example of the exercise that Tailoff is about.
 *
 * <p><b>Setting:</b> 784-100-10, cross-entropy, eta = 0.1, lambda = 5, mini-batches of 10, all 50,000 training images,
 * 30 epochs. The old arm starts from N(0,1) weights, the new one from N(0,1/n_in); biases are N(0,1) in both.
 *
 * <p><b>To run:</b> {@code tailoff reproduce weight_initialization_100}, or this class.
 */
public final class WeightInitialization100 implements Reproduction {
    private static final String ID = "weight_initialization_100";

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new WeightInitialization100()), args);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "What does the 1/sqrt(n_in) initialisation do for a network with 100 hidden neurons?";
    }

    @Override
    public String interpretation() {
        return "The new initialisation starts at 92.95 % where the old one starts at 89.94 %; after 30 "
                + "epochs the curves have not quite met, 97.81 % against 97.42 %.";
    }

    @Override
    public String source() {
        return "section 3.3, figure weight_initialization_100";
    }

    @Override
    public Map<String, RunSpec> runs() {
        return WeightInitialization.runs(ID);
    }

    @Override
    public List<PublishedSeries> series() {
        return WeightInitialization.series(ID);
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        return WeightInitialization.figures(ID, compared);
    }
}
