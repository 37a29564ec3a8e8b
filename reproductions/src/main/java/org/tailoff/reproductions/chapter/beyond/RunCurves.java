package org.tailoff.reproductions.chapter.beyond;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.run.FinishedRun;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/** Draws what was recorded of runs that have no published counterpart, over the epochs as the book counts them. */
final class RunCurves {
    static final Axis EPOCH = Axis.automatic("Epoch");

    private RunCurves() {}

    /**
     * A run in a figure.
     *
     * @param run its name
     * @param words what the legend calls it
     * @param colour its colour
     */
    record Variant(String run, String words, Colour colour) {
        /** What was recorded of it. */
        FinishedRun in(Map<String, FinishedRun> runs) {
            return runs.get(run);
        }

        /** A curve of it, one point per epoch trained. */
        Line line(Map<String, FinishedRun> runs, ToDoubleFunction<EpochRecord> quantity) {
            return Line.measured(words, colour, Points.from(0, perEpoch(in(runs), quantity)));
        }
    }

    /** The runs of several variants, by name. */
    static Map<String, RunSpec> specs(List<Variant> variants) {
        Map<String, RunSpec> specs = new TreeMap<>();
        variants.forEach(variant -> specs.put(variant.run(), BookSpecs.spec(variant.run())));
        return specs;
    }

    /** The curves of several variants, in their order. */
    static List<Line> lines(
            List<Variant> variants, Map<String, FinishedRun> runs, ToDoubleFunction<EpochRecord> quantity) {
        return variants.stream().map(variant -> variant.line(runs, quantity)).toList();
    }

    /** A quantity after every epoch of training; the state before training is left out, as in the book. */
    static double[] perEpoch(FinishedRun run, ToDoubleFunction<EpochRecord> quantity) {
        return trained(run).stream().mapToDouble(quantity).toArray();
    }

    static EpochRecord last(FinishedRun run) {
        List<EpochRecord> epochs = trained(run);
        return epochs.get(epochs.size() - 1);
    }

    private static List<EpochRecord> trained(FinishedRun run) {
        return run.epochs().stream().filter(epoch -> epoch.epoch() > 0).toList();
    }

    /** Accuracy in percent on a set. */
    static ToDoubleFunction<EpochRecord> accuracy(DataSet set) {
        return epoch -> {
            SetScore score = epoch.score(set.label());
            return 100 * Quantity.CORRECT.of(score) / score.images();
        };
    }
}
