package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LabelledRowsTest {
    private static final List<String> CLASSES = List.of("no", "yes");

    /** Three rows of two numbers. */
    private final LabelledRows rows =
            LabelledRows.of(CLASSES, 2, new double[] {0, 1.5, 0, -2, 0, 1e-9}, new int[] {1, 0, 1});

    @Nested
    class UsedInputs {
        private final LabelledRows some = LabelledRows.of(CLASSES, 3, new double[] {0, -2, 0, 0, 0, 0}, new int[2]);

        @Test
        void beginAtTheFirstThatIsNotZeroAndEndAfterTheLast() {
            assertThat(some.firstUsed(0)).isEqualTo(1);
            assertThat(some.endOfUsed(0)).isEqualTo(2);
        }

        @Test
        void areNoneInARowOfZeros() {
            assertThat(some.firstUsed(1)).isEqualTo(3);
            assertThat(some.endOfUsed(1)).isZero();
        }

        @Test
        void theLargestIsTheGreatestMagnitudeOfAll() {
            assertThat(some.largest()).isEqualTo(2);
            assertThat(some.first(0).largest()).isEqualTo(2);
        }
    }

    @Nested
    class Values {
        @Test
        void aRowIsCopiedToItsOffset() {
            double[] target = {-1, -1, -1, -1};
            rows.copyInputs(1, target, 1);
            assertThat(target).containsExactly(-1, 0, -2, -1);
        }

        @Test
        void rowsAreCopiedInTheirOrder() {
            DoubleBuffer target = DoubleBuffer.allocate(4);
            rows.copyInputs(new int[] {1, 2, 0}, 1, 2, target);
            assertThat(target.array()).containsExactly(0, 1e-9, 0, 1.5);
        }

        @Test
        void rowsAreRoundedToSinglePrecision() {
            FloatBuffer target = FloatBuffer.allocate(4);
            rows.copyInputs(new int[] {1, 2, 0}, 1, 2, target);
            assertThat(target.array()).containsExactly(0, 1e-9f, 0, 1.5f);
        }

        @Test
        void whatWasGivenIsCopied() {
            double[] values = {1, 2};
            int[] labels = {0, 1};
            LabelledRows two = LabelledRows.of(CLASSES, 1, values, labels);
            values[0] = 7;
            labels[0] = 1;
            assertThat(two.input(0, 0)).isEqualTo(1);
            assertThat(two.label(0)).isZero();
        }

        @Test
        void anInputThatIsZeroInEveryRowIsUnused() {
            assertThat(rows.unusedInputs()).containsExactly(0);
            assertThat(rows.first(0).unusedInputs()).containsExactly(0, 1);
        }
    }

    @Nested
    class Slices {
        @Test
        void aSliceOfASliceCountsFromItsOwnStart() {
            LabelledRows last = rows.slice(1, 3).slice(1, 2);
            assertThat(last.count()).isEqualTo(1);
            assertThat(last.label(0)).isEqualTo(1);
            assertThat(last.input(0, 1)).isEqualTo(1e-9);
        }

        @Test
        void aSliceEndsWhereItEnds() {
            LabelledExamples two = rows.first(2);
            assertThatThrownBy(() -> two.label(2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> two.input(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> two.input(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> two.copyInputs(2, new double[2], 0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Nested
    class Identity {
        private String fingerprint(LabelledRows training) {
            return new ExampleSets(training, rows, rows).fingerprint();
        }

        @Test
        void dependsOnEveryNumberLabelAndClass() {
            double[] values = {0, 1.5, 0, -2, 0, 1e-9};
            int[] labels = {1, 0, 1};
            String same = fingerprint(LabelledRows.of(CLASSES, 2, values, labels));
            assertThat(same).isEqualTo(fingerprint(rows));
            values[5] = Math.nextUp(values[5]);
            assertThat(fingerprint(LabelledRows.of(CLASSES, 2, values, labels))).isNotEqualTo(same);
            assertThat(fingerprint(LabelledRows.of(CLASSES, 2, new double[] {0, 1.5, 0, -2, 0, 1e-9}, new int[3])))
                    .isNotEqualTo(same);
        }

        @Test
        void setsOfOtherClassesDoNotFitTogether() {
            LabelledRows others = LabelledRows.of(List.of("a", "b"), 2, new double[2], new int[1]);
            assertThatThrownBy(() -> new ExampleSets(rows, rows, others))
                    .hasMessage(
                            "the test set must hold rows of 2 numbers in 2 classes: no, yes as the training set does,"
                                    + " holds rows of 2 numbers in 2 classes: a, b");
        }

        @Test
        void manyClassesAreCutShortInAMessageAlone() {
            List<String> many =
                    IntStream.range(0, 12).mapToObj(Integer::toString).toList();
            assertThat(LabelledRows.of(many, 1, new double[0], new int[0]))
                    .hasToString("0 rows of 1 numbers in 12 classes: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...");
        }
    }

    @Nested
    class WrongArguments {
        @Test
        void fewerThanTwoDifferentClassesAreRefused() {
            assertThatThrownBy(() -> LabelledRows.of(List.of("a", "a"), 1, new double[0], new int[0]))
                    .hasMessage("classes must be at least two different names: [a, a]");
        }

        @Test
        void valuesThatDoNotMatchTheLabelsAreRefused() {
            assertThatThrownBy(() -> LabelledRows.of(CLASSES, 2, new double[3], new int[2]))
                    .hasMessage("values must have length 2 x 2, a row at least 1: 3");
        }

        @Test
        void whatIsNotFiniteIsRefused() {
            assertThatThrownBy(() -> LabelledRows.of(CLASSES, 1, new double[] {Double.NaN}, new int[1]))
                    .hasMessage("values must be finite: NaN");
        }

        @Test
        void aLabelWithoutAClassIsRefused() {
            assertThatThrownBy(() -> LabelledRows.of(CLASSES, 1, new double[1], new int[] {2}))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
