package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LabelledImagesTest {
    /** Three images of 1 x 2 pixels. */
    private final LabelledImages images =
            LabelledImages.of(1, 2, new byte[] {0, 1, 0, (byte) 255, 0, (byte) 128}, new byte[] {7, 8, 9});

    /** Not nested: jqwik does not look into JUnit's nested classes. */
    @Property(tries = 100)
    void copiesAreTheNumbersThemselvesAndExactAsFloats(@ForAll @Size(256) byte[] pixels) {
        LabelledImages one = LabelledImages.of(16, 16, pixels, new byte[1]);
        double[] doubles = new double[256];
        one.copyInputs(0, doubles, 0);

        for (int i = 0; i < 256; i++) {
            assertThat(doubles[i]).isEqualTo((float) doubles[i]).isEqualTo(one.input(0, i));
        }
    }

    @Nested
    class Values {
        @Test
        void aPixelIsItsByteOver256() {
            assertThat(images.input(1, 1)).isEqualTo(0.99609375);
            assertThat(images.input(2, 1)).isEqualTo(0.5);
        }

        @Test
        void anImageIsCopiedToItsOffset() {
            double[] doubles = {-1, -1, -1, -1};
            images.copyInputs(2, doubles, 1);

            assertThat(doubles).containsExactly(-1, 0, 0.5, -1);
        }

        @Test
        void theBytesAreCopiedOnTheWayIn() {
            byte[] pixels = {1};
            byte[] labels = {1};
            LabelledImages one = LabelledImages.of(1, 1, pixels, labels);
            pixels[0] = 2;
            labels[0] = 2;

            assertThat(one.input(0, 0)).isEqualTo(1 / 256.0);
            assertThat(one.label(0)).isEqualTo(1);
        }
    }

    @Nested
    class Slices {
        @Test
        void aSliceOfASliceCountsFromItsOwnStart() {
            LabelledImages last = images.slice(1, 3).slice(1, 2);

            assertThat(last.count()).isEqualTo(1);
            assertThat(last.label(0)).isEqualTo(9);
            assertThat(last.input(0, 1)).isEqualTo(0.5);
        }

        @Test
        void theFirstImagesStartAtZero() {
            assertThat(images.first(2).label(1)).isEqualTo(8);
            assertThat(images.first(0).count()).isZero();
        }

        @Test
        void aSliceEndsWhereItEnds() {
            LabelledExamples two = images.first(2);

            assertThatThrownBy(() -> two.label(2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> two.input(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> two.input(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> two.first(3)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> two.slice(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        }

        @Test
        void anImageThatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
            double[] doubles = {-1, -1};

            assertThatThrownBy(() -> images.copyInputs(0, doubles, 1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> images.copyInputs(0, doubles, -1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(doubles).containsOnly(-1);
        }
    }

    @Nested
    class UnusedInputs {
        @Test
        void arePixelsThatAreZeroInEveryImage() {
            assertThat(images.unusedInputs()).containsExactly(0);
        }

        @Test
        void areThoseOfTheSliceAlone() {
            LabelledImages blank = LabelledImages.of(1, 2, new byte[] {0, 0, 3, 0}, new byte[2]);

            assertThat(blank.first(1).unusedInputs()).containsExactly(0, 1);
            assertThat(blank.slice(1, 2).unusedInputs()).containsExactly(1);
        }

        @Test
        void areAllOfThemInNoImages() {
            assertThat(images.first(0).unusedInputs()).containsExactly(0, 1);
        }
    }

    @Nested
    class WrongArguments {
        @Test
        void sizesBelowOneAreRefused() {
            assertRefused("rows must be at least 1: 0", 0, 1, 0);
            assertRefused("columns must be at least 1: -1", 1, -1, 0);
        }

        @Test
        void pixelsThatDoNotMatchTheLabelsAreRefused() {
            assertRefused("pixels must have length 2: 3", 1, 1, 3);
        }

        @Test
        void labelsAboveNineAreRefused() {
            assertThatThrownBy(() -> LabelledImages.of(1, 1, new byte[1], new byte[] {-56}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("labels must be in [0, 9]: 200");
        }

        private void assertRefused(String message, int rows, int columns, int pixels) {
            assertThatThrownBy(() -> LabelledImages.of(rows, columns, new byte[pixels], new byte[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
    }
}
