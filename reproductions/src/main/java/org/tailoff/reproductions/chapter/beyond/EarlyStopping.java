package org.tailoff.reproductions.chapter.beyond;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.calculated.NoImprovement;
import org.tailoff.reproductions.chapter.beyond.RunCurves.Variant;
import org.tailoff.reproductions.chapter.section2.Overfitting;
import org.tailoff.reproductions.chapter.section2.Regularized;
import org.tailoff.run.FinishedRun;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;
import org.tailoff.text.Texts;

/**
 * Beyond the book: where its rule "no improvement in ten epochs" would have stopped the networks that it trains on
 * 1,000 images.
 *
 * <p><b>Setting:</b> the runs of {@link Overfitting} and {@link Regularized}, nothing trained anew. The rule looks at
 * the accuracy on the test data, as the book's figures of these runs do; to choose hyper-parameters it ought to be the
 * validation data.
 *
 * <p><b>To run:</b> {@code tailoff reproduce early_stopping}, or this class.
 */
public final class EarlyStopping implements Reproduction {
    private static final String ID = "early_stopping";
    private static final List<NoImprovement> RULES = List.of(new NoImprovement(10), new NoImprovement(50));
    /** The rule is about tenths of a point, far above where the training starts. */
    private static final Axis ACCURACY = Axis.linear("", 78, 88);

    private static final List<Colour> COLOURS = List.of(Colour.ORANGE, Colour.GREEN);

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new EarlyStopping()), args);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "When would 'no improvement in ten epochs' have stopped the training on 1,000 images, and what would it have kept?";
    }

    @Override
    public String interpretation() {
        return "Without regularisation the rule stops after epoch 50 of 400 and keeps the 81.70 % of epoch 40, an eighth of the training"
                + " for all but 0.57 points of the best accuracy, 82.27 %. Waiting for fifty epochs would have kept the same"
                + " one. With weight decay the accuracy goes on rising in small steps with long rests between them: ten epochs"
                + " of patience stop it after epoch 181 at 85.72 %, well before its best, 87.10 %, and fifty do not stop it at all."
                + " A rule that is short of patience takes a rest for the end, as the book warns.";
    }

    @Override
    public String source() {
        return "beyond the book: the rule of section 3.3 on the runs of section 3.2";
    }

    @Override
    public Map<String, RunSpec> runs() {
        return Map.of("overfitting", BookSpecs.spec("overfitting"), "regularized", BookSpecs.spec("regularized"));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared, Map<String, FinishedRun> runs) {
        return List.of(
                figure(new Variant("overfitting", "no regularisation", Colour.BLUE), runs),
                figure(new Variant("regularized", "L2, lambda = 0.1", Colour.BLUE), runs));
    }

    private static Figure figure(Variant variant, Map<String, FinishedRun> runs) {
        double[] accuracies = RunCurves.perEpoch(variant.in(runs), RunCurves.accuracy(DataSet.TEST));
        List<Line> lines = new ArrayList<>();
        lines.add(variant.line(runs, RunCurves.accuracy(DataSet.TEST)));
        for (int i = 0; i < RULES.size(); i++) {
            Colour colour = COLOURS.get(i);
            NoImprovement rule = RULES.get(i);
            rule.on(accuracies)
                    .ifPresent(stop -> lines.add(Line.vertical(words(rule, stop, accuracies), colour, stop.epoch())));
        }
        return new Figure(
                ID + "-" + variant.run(),
                "Accuracy (%) on the test data",
                new Frame(RunCurves.EPOCH, ACCURACY, true),
                Legend.LOWER_RIGHT,
                lines);
    }

    private static String words(NoImprovement rule, NoImprovement.Stop stop, double[] accuracies) {
        return String.format(
                Locale.ROOT,
                "%d epochs: stops at %d, keeps %d, %s %%",
                rule.epochs(),
                stop.epoch(),
                stop.best(),
                Texts.fixed(accuracies[stop.best()], 2));
    }
}
