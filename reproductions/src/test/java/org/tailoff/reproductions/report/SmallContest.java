package org.tailoff.reproductions.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tailoff.record.EpochRecord;
import org.tailoff.reproductions.compare.Arm;
import org.tailoff.reproductions.compare.Contest;
import org.tailoff.reproductions.compare.ContestFigures;
import org.tailoff.reproductions.compare.Outcome;
import org.tailoff.reproductions.compare.Results;
import org.tailoff.reproductions.compare.Settled;
import org.tailoff.reproductions.figure.Picture;
import org.tailoff.reproductions.figure.Style;
import org.tailoff.spec.DataSpec.DataSet;

/** What {@code tailoff compare} leaves in the directory of {@link SmallOutput}: two arms under two regimes, one of them lost. */
final class SmallContest {
    private static final List<String> INITIALISERS = List.of("gaussian", "named " + SmallOutput.MARKUP);

    private SmallContest() {}

    static void write(Path out) throws IOException {
        Map<Arm, Outcome> outcomes = new LinkedHashMap<>();
        add(outcomes, new Arm(INITIALISERS.get(0), true), 80);
        add(outcomes, new Arm(INITIALISERS.get(1), true), 90);
        add(outcomes, new Arm(INITIALISERS.get(0), false), 85);
        Results results = new Results(
                new Contest(SmallOutput.spec(), INITIALISERS, 2),
                outcomes,
                Map.of(new Arm(INITIALISERS.get(1), false), List.of("lost " + SmallOutput.MARKUP)));
        Settled settled = Settled.of(results, results.target(OptionalDouble.empty()), false);
        List<Picture> pictures = ContestFigures.of(results, settled);
        Map<String, Picture> named = new TreeMap<>();
        pictures.forEach(picture -> named.put(Compared.FOLDER + "/" + picture.id(), picture));
        FigureFiles.write(out, named, Style.BOOK);
        new Compared(
                        settled,
                        SmallOutput.ids(),
                        pictures.stream().map(Plots::of).toList())
                .write(out);
    }

    private static void add(Map<Arm, Outcome> outcomes, Arm arm, int correct) {
        outcomes.put(arm, new Outcome(arm, DataSet.TEST, List.of(seed(correct), seed(correct + 1))));
    }

    private static List<EpochRecord> seed(int correct) {
        return IntStream.rangeClosed(0, SmallOutput.EPOCHS)
                .mapToObj(epoch -> SmallOutput.epoch(epoch, correct + epoch))
                .toList();
    }
}
