package org.tailoff.reproductions.chapter.section2;

import java.util.List;
import java.util.Map;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Picture;
import org.tailoff.published.Criterion;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.spec.RunSpec;

/**
 * Figure regularized_full of section 3.2.
 *
 * <p><b>Setting:</b> that of {@link OverfittingFull}, with weight decay: lambda = 5.
 *
 * <p><b>To run:</b> {@code tailoff reproduce regularized_full}, or this class.
 */
public final class RegularizedFull implements Reproduction {
    private static final String RUN = "regularized_full";
    private static final AllImages CURVES = new AllImages(RUN, List.of());
    private static final int EARLY_EPOCHS = 3;
    private static final double EARLY_TOLERANCE = 1e-8;
    private static final double TOLERANCE = 1e-4;
    private static final double POINTS = 0.05;

    private static final String EARLY = "in the first three epochs the growth from 1e-14 has not passed 1e-9";

    private static final String NEARLY_EXACT =
            "weight decay keeps the run near the published one, but eta = 0.5 lets rounding"
                    + " grow to 1e-5 of the cost over 30 epochs, which turns a handful of images of 10,000";

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new RegularizedFull()), args);
    }

    @Override
    public String id() {
        return RUN;
    }

    @Override
    public String question() {
        return "Does weight decay still help a network that is trained on all 50,000 images?";
    }

    @Override
    public String interpretation() {
        return "The best test accuracy rises from 95.33 % to 96.49 %, and training and test accuracy end "
                + "less than a point apart.";
    }

    @Override
    public String source() {
        return "section 3.2, figure regularized_full";
    }

    @Override
    public Map<String, RunSpec> runs() {
        return Map.of(RUN, BookSpecs.spec(RUN));
    }

    @Override
    public List<PublishedSeries> series() {
        List<Criterion> costs = List.of(
                Criterion.relative(EARLY_EPOCHS, EARLY_TOLERANCE, EARLY), Criterion.relative(TOLERANCE, NEARLY_EXACT));
        return CURVES.series(costs, images -> List.of(Criterion.percentagePoints(images, POINTS, NEARLY_EXACT)));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        return CURVES.figures(compared);
    }
}
