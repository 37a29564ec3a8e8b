package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.spec.DataSpec.DataSet;

class ComparisonFiguresTest {
    /** Two seeds of three epochs; the second seed is ten images better and twice as saturated. */
    private static ArmResult arm(String initialiser, boolean decay, int correct, int layers) {
        List<List<EpochRecord>> seeds = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            int better = 10 * (seed - 1);
            double saturation = 0.1 * seed;
            seeds.add(IntStream.rangeClosed(0, 2)
                    .mapToObj(epoch -> new EpochRecord(
                            epoch,
                            List.of(new SetScore(
                                    "validation", 1000, correct + better + epoch, new SetScore.Cost(3 - epoch, 9))),
                            List.of(),
                            IntStream.range(0, layers)
                                    .mapToObj(layer -> new LayerEpoch(
                                            Integer.toString(layer), saturation, 0.2, OptionalDouble.of(2 + layer)))
                                    .toList()))
                    .toList());
        }
        return new ArmResult(new Arm(initialiser, decay), DataSet.VALIDATION, seeds);
    }

    private static List<Picture> pictures(ArmResult... arms) {
        ComparisonRuns runs = MadeUp.results(arms);
        return ComparisonFigures.of(runs, ComparisonResult.of(runs, MadeUp.question(90), false));
    }

    private static Picture picture(List<Picture> pictures, String id) {
        return pictures.stream()
                .filter(picture -> picture.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Regimes {
        private final List<Picture> pictures =
                pictures(arm("a", true, 900, 1), arm("b", true, 800, 1), arm("a", false, 700, 1));

        @Test
        void haveTheSameFiguresWithAndWithoutDecay() {
            assertThat(pictures)
                    .extracting(Picture::id)
                    .containsExactly(
                            "accuracy",
                            "cost",
                            "z",
                            "saturation",
                            "accuracy-no-decay",
                            "cost-no-decay",
                            "z-no-decay",
                            "saturation-no-decay");
        }

        @Test
        void showTheArmsThatFinishedUnderThem() {
            Figure with = (Figure) picture(pictures, "accuracy");
            Figure without = (Figure) picture(pictures, "accuracy-no-decay");
            assertThat(with.title()).isEqualTo("Accuracy (%) on the validation data, with weight decay");
            assertThat(with.lines()).hasSize(2 * 2);
            assertThat(without.lines()).as("a band and a curve").hasSize(2);
        }
    }

    @Nested
    class Lines {
        private final Figure accuracy =
                (Figure) picture(pictures(arm("a", true, 900, 1), arm("b", true, 800, 1)), "accuracy");

        @Test
        void areTheMeanOverABandFromTheLowestToTheHighest() {
            Line.Band band = (Line.Band) accuracy.lines().get(0);
            Line.Curve curve = (Line.Curve) accuracy.lines().get(1);
            assertThat(curve.name()).isEqualTo("a");
            assertThat(curve.colour()).isEqualTo(band.colour()).isEqualTo(Colour.BLUE);
            assertThat(curve.points().y(0)).isCloseTo(90.6, within(1e-9));
            assertThat(band.low().y(0)).isCloseTo(90.1, within(1e-9));
            assertThat(band.high().y(0)).isCloseTo(91.1, within(1e-9));
        }

        /** Before training nothing has been learnt yet, and the axis would have to reach down there. */
        @Test
        void ofAccuracyBeginAfterTheFirstEpoch() {
            Line.Curve curve = (Line.Curve) accuracy.lines().get(1);
            assertThat(curve.points().size()).isEqualTo(2);
            assertThat(curve.points().x(0)).isEqualTo(1);
        }

        @Test
        void ofWeightedInputsBeginBeforeTraining() {
            Figure z = (Figure) picture(pictures(arm("a", true, 900, 1), arm("b", true, 800, 1)), "z");
            Line.Curve curve = (Line.Curve) z.lines().get(1);
            assertThat(curve.points().size()).isEqualTo(3);
            assertThat(curve.points().y(0)).isEqualTo(2);
        }
    }

    @Nested
    class Layers {
        @Test
        void areOnePanelEachAndTheFirstHasTheLegend() {
            Panels z = (Panels) picture(pictures(arm("a", true, 900, 2), arm("b", true, 800, 2)), "z");
            assertThat(z.title()).isEqualTo("Root mean square of the weighted inputs z, with weight decay");
            assertThat(z.figures()).extracting(Figure::title).containsExactly("Hidden layer 1", "Hidden layer 2");
            assertThat(z.figures()).extracting(Figure::legend).containsExactly(Legend.LOWER_RIGHT, Legend.NONE);
        }

        @Test
        void makeAFigureOfItsOwnIfThereIsOne() {
            Picture z = picture(pictures(arm("a", true, 900, 1), arm("b", true, 800, 1)), "z");
            assertThat(z).isInstanceOf(Figure.class);
            assertThat(z.title()).isEqualTo("Root mean square of the weighted inputs z, with weight decay");
        }

        @Test
        void thatWereNotRecordedHaveNoFigure() {
            assertThat(pictures(arm("a", true, 900, 0), arm("b", true, 800, 0)))
                    .extracting(Picture::id)
                    .containsExactly("accuracy", "cost");
        }
    }

    @Nested
    class MoreArmsThanColours {
        private final List<Picture> pictures = pictures(IntStream.rangeClosed(1, 8)
                .mapToObj(i -> arm("arm" + i, true, 800 + 10 * i, 0))
                .toArray(ArmResult[]::new));

        private List<String> names(String id) {
            return ((Figure) picture(pictures, id))
                    .lines().stream()
                            .filter(Line.Curve.class::isInstance)
                            .map(Line.Curve.class::cast)
                            .map(Line.Curve::name)
                            .toList();
        }

        @Test
        void goIntoFurtherFiguresTheBestFirst() {
            assertThat(names("accuracy-1")).containsExactly("arm8", "arm7", "arm6", "arm5", "arm4", "arm3");
            assertThat(names("accuracy-2")).containsExactly("arm2", "arm1");
        }
    }
}
