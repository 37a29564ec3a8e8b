package org.tailoff.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tailoff.comparison.Arm;
import org.tailoff.comparison.ArmResult;
import org.tailoff.comparison.ComparisonFigures;
import org.tailoff.comparison.ComparisonResult;
import org.tailoff.comparison.ComparisonRuns;
import org.tailoff.comparison.InitialiserComparison;
import org.tailoff.comparison.Question;
import org.tailoff.figure.Picture;
import org.tailoff.figure.render.Style;
import org.tailoff.record.EpochRecord;
import org.tailoff.report.plot.Plots;
import org.tailoff.spec.DataSpec.DataSet;

/**
 * What {@code tailoff compare} leaves in the directory of {@link SmallOutput}: two arms under two regimes, one of them
 * lost.
 */
final class SmallContest {
    private static final List<String> INITIALISERS = List.of("gaussian", "named " + SmallOutput.MARKUP);

    private SmallContest() {}

    static void write(Path out) throws IOException {
        Map<Arm, ArmResult> outcomes = new LinkedHashMap<>();
        add(outcomes, new Arm(INITIALISERS.get(0), true), 80);
        add(outcomes, new Arm(INITIALISERS.get(1), true), 90);
        add(outcomes, new Arm(INITIALISERS.get(0), false), 85);
        ComparisonRuns results = new ComparisonRuns(
                new InitialiserComparison(SmallOutput.spec(), INITIALISERS, 2),
                outcomes,
                Map.of(new Arm(INITIALISERS.get(1), false), List.of("lost " + SmallOutput.MARKUP)));
        Question question = new Question("", Question.MARGIN, results.target(OptionalDouble.empty()));
        ComparisonResult settled = ComparisonResult.of(results, question, false);
        List<Picture> pictures = ComparisonFigures.of(results, settled);
        Map<String, Picture> named = new TreeMap<>();
        pictures.forEach(picture -> named.put(Compared.FOLDER + "/" + picture.id(), picture));
        FigureFiles.write(out, named, Style.BOOK);
        Compared.FILE.write(
                out,
                new Compared(
                        settled,
                        SmallOutput.ids(),
                        pictures.stream().map(Plots::of).toList()));
    }

    private static void add(Map<Arm, ArmResult> outcomes, Arm arm, int correct) {
        outcomes.put(arm, new ArmResult(arm, DataSet.TEST, List.of(seed(correct), seed(correct + 1))));
    }

    private static List<EpochRecord> seed(int correct) {
        return IntStream.rangeClosed(0, SmallOutput.EPOCHS)
                .mapToObj(epoch -> SmallOutput.epoch(epoch, correct + epoch))
                .toList();
    }
}
