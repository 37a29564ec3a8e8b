package org.tailoff.reproductions.chapter.section2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Picture;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.DrawsFigure;
import org.tailoff.published.FurtherDraw.Statistic;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.published.SeedDraws;
import org.tailoff.published.SeedDraws.Best;
import org.tailoff.published.SeedDraws.Epochs;
import org.tailoff.published.SeedDraws.Pick;
import org.tailoff.published.Seeds;
import org.tailoff.reproductions.book.BookCriteria;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.book.Published;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/**
 * Four accuracies that the text of sections 3.1 and 3.2 gives for sessions without a seed.
 *
 * <p><b>Setting:</b> cross-entropy, old N(0,1) weights, mini-batches of 10, all 50,000 training images: 784-30-10 and
 * 784-100-10 without regularisation, 784-100-10 with lambda = 5, and the same with eta = 0.1 for 60 epochs.
 *
 * <p>Such a number is one draw. Ours are several, from other seeds, and the question is whether the published one lies
 * where one more of ours would, in 95 of 100 cases. Best or last epoch: 95.49 % and 96.82 % stand beside numbers of
 * chapter 1 that are best epochs, and 98.04 % is said to break a barrier, so those are compared with the best epoch;
 * 97.92 % is given as the result of the whole session, so it is compared with the last.
 *
 * <p><b>To run:</b> {@code tailoff reproduce text_accuracies}, or this class.
 */
public final class TextAccuracies implements Reproduction {
    private static final String ID = "text_accuracies";
    private static final List<Session> SESSIONS = List.of(
            new Session("text_30", "30 hidden, best (test)", DataSet.TEST, new Best(30), 5),
            new Session("text_100", "100 hidden, best (test)", DataSet.TEST, new Best(30), 3),
            new Session(
                    "text_100_decay",
                    "100 hidden, lambda = 5, last (validation)",
                    DataSet.VALIDATION,
                    new Epochs(List.of(29)),
                    3),
            new Session(
                    "text_100_tuned", "100 hidden, eta = 0.1, best (validation)", DataSet.VALIDATION, new Best(60), 3));
    private static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN, Colour.PURPLE);

    private final Seeds seeds;

    /**
     * Makes the reproduction.
     *
     * @param seeds how many draws
     */
    public TextAccuracies(Seeds seeds) {
        this.seeds = seeds;
    }

    /** A session of the text: its spec, what the number is, and how many draws are made unless told otherwise. */
    private record Session(String run, String name, DataSet set, Pick pick, int draws) {}

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new TextAccuracies(seeds)), args);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "Are the accuracies that the text gives for sessions without a seed what such a session gives?";
    }

    @Override
    public String interpretation() {
        return "Each bar is where one more session would end in 95 of 100 cases, judging by a few of ours; the small dark dot is the published "
                + "number. With three sessions a bar is wide: three draws say little about their spread.";
    }

    @Override
    public String source() {
        return "sections 3.1 and 3.2, text";
    }

    @Override
    public Map<String, RunSpec> runs() {
        Map<String, RunSpec> runs = new TreeMap<>();
        SESSIONS.forEach(
                session -> runs.putAll(seeds.runs(session.run(), BookSpecs.spec(session.run()), session.draws())));
        return runs;
    }

    @Override
    public List<PublishedSeries> series() {
        return SESSIONS.stream().map(this::series).toList();
    }

    private PublishedSeries series(Session session) {
        List<String> runs = List.copyOf(seeds.runs(session.run(), BookSpecs.spec(session.run()), session.draws())
                .keySet());
        return new PublishedSeries(
                ID,
                session.name(),
                new SeedDraws(runs, session.set(), session.pick()),
                Published.curve("text", "/" + session.run()),
                List.of(BookCriteria.oneDraw(Statistic.VALUE)));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        List<DrawsFigure.DrawnNumber> bars = new ArrayList<>();
        for (int i = 0; i < SESSIONS.size(); i++) {
            bars.add(new DrawsFigure.DrawnNumber(
                    COLOURS.get(i), compared.named(SESSIONS.get(i).name())));
        }
        return DrawsFigure.bars(ID, bars);
    }
}
