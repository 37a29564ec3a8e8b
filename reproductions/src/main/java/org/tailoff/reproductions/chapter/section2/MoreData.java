package org.tailoff.reproductions.chapter.section2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Picture;
import org.tailoff.published.Criterion;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.LastEpochs;
import org.tailoff.published.LastEpochs.End;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.published.SizeFigure;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;

/**
 * Figures more_data and more_data_log of section 3.2.
 *
 * <p><b>Setting:</b> 784-30-10, cross-entropy, old N(0,1) weights, eta = 0.5, mini-batches of 10; the first 100, 200,
 * ..., 50,000 training images, for 150,000 iterations each, with lambda = n / 10,000, so that every run decays alike.
 *
 * <p>One program trains all nine and never sets its random streams again. Each size begins with an unshuffled list, so
 * Python's generator has given the numbers that shuffled the smaller lists, and nothing else of them is left; NumPy's
 * has drawn one network more.
 *
 * <p><b>To run:</b> {@code tailoff reproduce more_data}, or this class.
 */
public final class MoreData implements Reproduction {
    private static final String ID = "more_data";
    private static final List<Integer> SIZES = List.of(100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000);
    static final int IMAGES = 10_000;

    /** Images seen by every run, as in the book's program. */
    private static final int SEEN = 1_500_000;

    private static final double LAMBDA_PER_IMAGE = 0.0001;
    static final String ACCURACY = "neural network, validation accuracy";

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new MoreData()), args);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "How does the accuracy grow with the number of training images?";
    }

    @Override
    public String interpretation() {
        return "From 69 % with 100 images to 96 % with 50,000. On a linear axis the curve looks as if it were about to level off; on a "
                + "logarithmic one it is still rising at the end: another doubling of the data would still help.";
    }

    @Override
    public String source() {
        return "sections 3.2 and 3.6, figures more_data and more_data_log";
    }

    private static String run(int size) {
        return ID + "_" + size;
    }

    @Override
    public Map<String, RunSpec> runs() {
        return networks();
    }

    /** The nine runs, which {@code more_data_comparison} shows again. */
    static Map<String, RunSpec> networks() {
        RunSpec base = BookSpecs.spec(ID);
        SeedSpec.Book begin = (SeedSpec.Book) base.seeds();
        Map<String, RunSpec> runs = new TreeMap<>();
        long draws = begin.drawsBefore();
        for (int i = 0; i < SIZES.size(); i++) {
            int size = SIZES.get(i);
            SeedSpec seeds = new SeedSpec.Book(begin.seed(), begin.networksBefore() + i, 0, 0, draws);
            runs.put(run(size), sized(base, size, seeds));
            draws += (long) epochs(size) * (size - 1);
        }
        return runs;
    }

    private static int epochs(int size) {
        return SEEN / size;
    }

    private static RunSpec sized(RunSpec base, int size, SeedSpec seeds) {
        TrainingSpec training = new TrainingSpec(
                base.training().learningRate(),
                base.training().miniBatch(),
                epochs(size),
                new Regularisation.L2(size * LAMBDA_PER_IMAGE));
        DataSpec data = new DataSpec(size, base.data().evaluate());
        return new RunSpec(base.network(), training, data, seeds, base.execution());
    }

    @Override
    public List<PublishedSeries> series() {
        return List.of(accuracies(ID));
    }

    /** The nine accuracies, as a series of the given figure. */
    static PublishedSeries accuracies(String figure) {
        List<End> ends = SIZES.stream()
                .map(size -> new End(run(size), size, epochs(size)))
                .toList();
        return new PublishedSeries(
                figure,
                ACCURACY,
                new LastEpochs(DataSet.VALIDATION, ends),
                Published.counts(ID, "", IMAGES),
                List.of(Criterion.equal()));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        CurveComparison accuracy = compared.named(ACCURACY);
        List<Picture> figures = new ArrayList<>();
        if (accuracy.points() > 0) {
            Axis y = Axis.linear("", 60, 100);
            figures.add(SizeFigure.of(ID, Axis.linear(SizeFigure.SIZE, 0, 50_000), y, accuracy));
            figures.add(SizeFigure.of(ID + "_log", SizeFigure.logarithmic(), y, accuracy));
        }
        return figures;
    }
}
