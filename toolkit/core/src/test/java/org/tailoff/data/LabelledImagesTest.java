package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class LabelledImagesTest {
    /** Three images of 1 x 2 pixels. */
    private final LabelledImages images =
            LabelledImages.of(1, 2, new byte[] {0, 1, 0, (byte) 255, 0, (byte) 128}, new byte[] {7, 8, 9});

    @RandomCases(100)
    void copiesInEveryFormAreByteOver256AndExactAsFloats(RandomCase random) {
        byte[] pixels = random.bytes(256);
        LabelledImages two = LabelledImages.of(16, 8, pixels, new byte[2]);
        double[] array = new double[256];
        DoubleBuffer doubles = DoubleBuffer.allocate(256);
        FloatBuffer floats = FloatBuffer.allocate(256);
        Arrays.fill(doubles.array(), 7); // what a mini-batch before has left
        Arrays.fill(floats.array(), 7);
        two.copyInputs(0, array, 0);
        two.copyInputs(1, array, 128);
        two.copyInputs(new int[] {1, 0, 1}, 1, 2, doubles);
        two.copyInputs(new int[] {1, 0, 1}, 1, 2, floats);

        for (int i = 0; i < 256; i++) {
            double expected = (pixels[i] & 0xff) / 256.0;
            assertThat(two.input(i / 128, i % 128)).isEqualTo(expected);
            assertThat(array[i]).isEqualTo(expected);
            assertThat(doubles.get(i)).isEqualTo(expected);
            assertThat((double) floats.get(i)).isEqualTo(expected);
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
    class UsedInputs {
        @Test
        void beginAtTheFirstPixelThatIsNotZeroAndEndAfterTheLast() {
            LabelledImages one = LabelledImages.of(2, 3, new byte[] {0, 0, 1, 0, (byte) 200, 0}, new byte[1]);

            assertThat(one.firstUsed(0)).isEqualTo(2);
            assertThat(one.endOfUsed(0)).isEqualTo(5);
        }

        @Test
        void areNoneInABlankImage() {
            LabelledImages blank = LabelledImages.of(1, 2, new byte[4], new byte[2]);

            assertThat(blank.firstUsed(1)).isEqualTo(2);
            assertThat(blank.endOfUsed(1)).isZero();
        }

        @Test
        void noneIsLargerThanTheBrightestPixel() {
            assertThat(images.largest()).isEqualTo(255 / 256.0);
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
        void imagesOfTooManyPixelsAreRefused() {
            assertThatThrownBy(() -> LabelledImages.of(4097, 4096, new byte[0], new byte[0]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("an image must have at most 16777216 pixels: 4097 x 4096");
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
