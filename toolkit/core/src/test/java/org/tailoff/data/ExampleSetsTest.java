package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.data.IdxFixture.TEST_IMAGES;
import static org.tailoff.data.IdxFixture.TEST_LABELS;
import static org.tailoff.data.IdxFixture.TRAIN_IMAGES;
import static org.tailoff.data.IdxFixture.TRAIN_LABELS;
import static org.tailoff.data.IdxFixture.gzip;
import static org.tailoff.data.IdxFixture.images;
import static org.tailoff.data.IdxFixture.labels;
import static org.tailoff.data.IdxFixture.with;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleSetsTest {
    @TempDir
    Path directory;

    @BeforeEach
    void aSoundSet() {
        IdxFixture.writeSet(directory);
    }

    @Nested
    class Reading {
        @Test
        void plainFilesAreReadInFileOrder() {
            ExampleSets data = ExampleSets.read(directory);

            assertThat(data.training()).hasToString("10 images of 2 x 3 pixels in 10 classes: 0 to 9");
            assertThat(data.test()).hasToString("3 images of 2 x 3 pixels in 10 classes: 0 to 9");
            assertThat(data.training().label(9)).isEqualTo(9);
            assertThat(data.training().input(9, 5)).isEqualTo(95 / 256.0);
        }

        @Test
        void theLastSixthOfTheTrainingFileIsValidation() {
            LabelledExamples validation = ExampleSets.read(directory).validation();

            assertThat(validation.count()).isEqualTo(2);
            assertThat(validation.label(0)).isZero();
            assertThat(validation.input(0, 0)).isEqualTo(100 / 256.0);
        }

        @Test
        void gzippedFilesAreReadToo() throws IOException {
            for (String name : new String[] {TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS}) {
                Path plain = directory.resolve(name);
                write(name + ".gz", gzip(Files.readAllBytes(plain)));
                Files.delete(plain);
            }

            assertThat(ExampleSets.read(directory).training().input(9, 5)).isEqualTo(95 / 256.0);
        }

        @Test
        void whetherAFileIsGzippedIsSeenInItsBytes() {
            write(TRAIN_IMAGES, gzip(images(12, 2, 3)));

            assertThat(ExampleSets.read(directory).training().count()).isEqualTo(10);
        }
    }

    @Nested
    class Splitting {
        @ParameterizedTest
        @CsvSource({"2, 1", "5, 1", "6, 1", "11, 1", "12, 2", "60000, 10000", "60006, 10000", "59999, 9999"})
        void validationIsASixthButAtLeastOneAndAtMostTenThousand(int count, int validation) {
            LabelledImages training = LabelledImages.of(1, 1, new byte[count], new byte[count]);
            ExampleSets data = ExampleSets.split(training, training);

            assertThat(data.validation().count()).isEqualTo(validation);
            assertThat(data.training().count()).isEqualTo(count - validation);
        }

        @Test
        void oneImageIsTooFew() {
            LabelledImages one = LabelledImages.of(1, 1, new byte[1], new byte[1]);

            assertThatThrownBy(() -> ExampleSets.split(one, one))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("training must have at least 2 images, one for validation: 1");
        }

        @Test
        void setsOfDifferentSizesOfImageAreRefused() {
            LabelledImages narrow = LabelledImages.of(2, 1, new byte[4], new byte[2]);
            LabelledImages wide = LabelledImages.of(1, 2, new byte[4], new byte[2]);

            assertThatThrownBy(() -> ExampleSets.split(narrow, wide))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the test set must hold images of 2 x 1 pixels in 10 classes: 0 to 9 as the training set does,"
                                    + " holds images of 1 x 2 pixels in 10 classes: 0 to 9");
        }
    }

    @Nested
    class Missing {
        @Test
        void aMissingDirectoryIsNamed() {
            Path nowhere = directory.resolve("nowhere");

            assertFails(nowhere, "%s: expected a directory with the four IDX files, found nothing", nowhere);
        }

        @Test
        void aFileInPlaceOfTheDirectoryIsNamed() {
            Path file = directory.resolve(TRAIN_IMAGES);

            assertFails(file, "%s: expected a directory with the four IDX files, found a file", file);
        }

        @Test
        void aMissingFileIsNamed() throws IOException {
            Path file = directory.resolve(TEST_LABELS);
            Files.delete(file);

            assertFails(
                    directory,
                    "%s: expected a file t10k-labels-idx1-ubyte or, of a set of another name,"
                            + " NAME-t10k-labels-idx1-ubyte, both with or without .gz, found t10k-images-idx3-ubyte,"
                            + " train-images-idx3-ubyte, train-labels-idx1-ubyte",
                    directory);
        }
    }

    @Nested
    class Truncated {
        @Test
        void anEmptyFileIsNamed() {
            write(TRAIN_IMAGES, new byte[0]);

            assertFails("%s, offset 0: expected a header of 16 bytes, found its end", TRAIN_IMAGES);
        }

        @Test
        void aHeaderCutShortIsNamed() {
            write(TRAIN_LABELS, Arrays.copyOf(labels(12), 7));

            assertFails("%s, offset 7: expected a header of 8 bytes, found its end", TRAIN_LABELS);
        }

        @Test
        void imagesCutShortAreNamed() {
            write(TRAIN_IMAGES, Arrays.copyOf(images(12, 2, 3), 87));

            assertFails("%s, offset 87: expected a file of 88 bytes, found its end", TRAIN_IMAGES);
        }

        @Test
        void labelsCutShortAreNamed() {
            write(TEST_LABELS, Arrays.copyOf(labels(3), 10));

            assertFails("%s, offset 10: expected a file of 11 bytes, found its end", TEST_LABELS);
        }

        @Test
        void aGzipStreamCutShortIsNamed() {
            byte[] whole = gzip(images(12, 2, 3));
            write(TRAIN_IMAGES, Arrays.copyOf(whole, whole.length - 20));

            assertThatThrownBy(() -> ExampleSets.read(directory))
                    .isInstanceOf(DataException.class)
                    .hasMessageMatching("\\Q" + directory.resolve(TRAIN_IMAGES) + "\\E, offset \\d+: "
                            + "expected the rest of the gzip data, found its end: the file is truncated");
        }

        @Test
        void aGzipHeaderCutShortIsNamed() {
            write(TRAIN_IMAGES, Arrays.copyOf(gzip(images(12, 2, 3)), 5));

            assertFails("%s, offset 0: expected a gzip header, found its end", TRAIN_IMAGES);
        }
    }

    @Nested
    class Damaged {
        @Test
        void aGzipHeaderOfAnUnknownKindIsNamed() {
            write(TRAIN_IMAGES, with(gzip(images(12, 2, 3)), 2, 9));

            assertFails(
                    "%s, offset 0: expected a readable gzip header, "
                            + "found java.util.zip.ZipException: Unsupported compression method",
                    TRAIN_IMAGES);
        }

        @Test
        void aWrongMagicNumberIsNamed() {
            write(TRAIN_IMAGES, labels(12));

            assertFails(
                    "%s, offset 0: expected the magic number 0x00000803 or 0x00000804, found 0x00000801", TRAIN_IMAGES);
        }

        @Test
        void countsThatDisagreeAreNamed() {
            write(TRAIN_LABELS, labels(11));

            assertThatThrownBy(() -> ExampleSets.read(directory))
                    .isInstanceOf(DataException.class)
                    .hasMessage("%s, offset 4: expected 12 labels, one per image of %s, found 11"
                            .formatted(directory.resolve(TRAIN_LABELS), directory.resolve(TRAIN_IMAGES)));
        }

        @Test
        void aLabelBelowTheFirstClassIsNamed() {
            assertThatThrownBy(() -> ExampleSets.read(directory, 1))
                    .isInstanceOf(DataException.class)
                    .hasMessage(directory.resolve(TRAIN_LABELS)
                            + ", offset 8: expected a label of at least 1, the data.source.labels-from, found 0");
        }

        @Test
        void aSingleClassIsNamed() {
            write(TRAIN_LABELS, Arrays.copyOf(Arrays.copyOf(labels(12), 8), 20));
            write(TEST_LABELS, Arrays.copyOf(Arrays.copyOf(labels(3), 8), 11));

            assertFails("%s: expected at least 2 classes, found the label 0 alone", TRAIN_LABELS);
        }

        @ParameterizedTest
        @CsvSource({"t10k-images-idx3-ubyte, 34", "t10k-labels-idx1-ubyte, 11"})
        void bytesAfterTheEndAreNamed(String name, int end) throws IOException {
            write(name, Arrays.copyOf(Files.readAllBytes(directory.resolve(name)), end + 5));

            assertFails("%s, offset " + end + ": expected the end of the file, found more bytes", name);
        }

        @Test
        void aFlippedBitInAGzipStreamIsNamed() {
            byte[] zipped = gzip(images(12, 2, 3));
            int checksum = zipped.length - 8;
            write(TRAIN_IMAGES, with(zipped, checksum, ~zipped[checksum]));

            assertFails("%s, offset 88: expected sound gzip data, found damage: Corrupt GZIP trailer", TRAIN_IMAGES);
        }

        @ParameterizedTest
        @CsvSource({"4, 0", "8, -1", "12, -2147483648"})
        void dimensionsBelowOneAreNamed(int offset, int value) {
            byte[] file = images(12, 2, 3);
            ByteBuffer.wrap(file).putInt(offset, value);
            write(TRAIN_IMAGES, file);

            assertFails("%s, offset " + offset + ": expected a dimension of at least 1, found " + value, TRAIN_IMAGES);
        }

        @Test
        void imagesBeyondAnyMemoryAreNamed() {
            byte[] file = images(12, 2, 3);
            ByteBuffer.wrap(file).putInt(8, 4097).putInt(12, 4096);
            write(TRAIN_IMAGES, file);

            assertFails("%s, offset 8: expected at most 16777216 pixels per image, found 4097 x 4096", TRAIN_IMAGES);
        }

        @Test
        void setsBeyondAnyMemoryAreNamed() {
            byte[] file = with(with(with(images(12, 2, 3), 4, 0x7f), 8, 0x7f), 12, 0x7f);
            write(TRAIN_IMAGES, file);

            write(TRAIN_LABELS, with(labels(12), 4, 0x7f));

            assertFails(
                    "%s, offset 8: expected at most 16777216 pixels per image, found 2130706434 x 2130706435",
                    TRAIN_IMAGES);
        }

        @Test
        void aCountFarBeyondTheBytesIsATruncationAndNotAnOutOfMemoryError() {
            write(TRAIN_IMAGES, with(images(12, 2, 3), 4, 0x10));
            write(TRAIN_LABELS, with(labels(12), 4, 0x10));

            assertFails("%s, offset 88: expected a file of 1610612824 bytes, found its end", TRAIN_IMAGES);
        }

        @Test
        void oneTrainingImageIsTooFew() {
            write(TRAIN_IMAGES, images(1, 2, 3));
            write(TRAIN_LABELS, labels(1));

            assertFails("%s, offset 4: expected at least 2 images, one for validation, found 1", TRAIN_IMAGES);
        }

        @Test
        void testImagesOfAnotherSizeAreNamed() {
            write(TEST_IMAGES, images(3, 3, 2));

            assertFails("%s, offset 8: expected 2 x 3 pixels as in training, found 3 x 2", TEST_IMAGES);
        }

        @Test
        void aSetThatIsNotThePinnedOneIsNamed() {
            assertThatThrownBy(() -> Mnist.pinned(
                            file -> directory.resolve(file.fileName()).toUri()))
                    .isInstanceOf(DataException.class)
                    .hasMessage("%s, offset 0: expected bytes with the SHA-256 %s, found %s"
                            .formatted(
                                    directory.resolve(TRAIN_LABELS),
                                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                                    DigestUtils.sha256Hex(labels(12))));
        }
    }

    private void write(String name, byte[] content) {
        IdxFixture.write(directory.resolve(name), content);
    }

    private void assertFails(String message, String name) {
        assertFails(directory, message, directory.resolve(name));
    }

    private static void assertFails(Path directory, String message, Path named) {
        assertThatThrownBy(() -> ExampleSets.read(directory))
                .isInstanceOf(DataException.class)
                .hasMessage(message.formatted(named));
    }

    @Nested
    class Pooling {
        private final ExampleSets data = ExampleSets.split(
                LabelledImages.of(
                        2,
                        4,
                        new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 16, 0, 0, 0, 0, 8, 8, 8, 8, 8, 8, 8, 8},
                        new byte[] {3, 1, 4}),
                LabelledImages.of(2, 4, new byte[8], new byte[] {1}));

        /** By hand: the means of 1, 2, 5, 6 and of 3, 4, 7, 8, and of three zeros and 16; a pixel is byte / 256. */
        @Test
        void eachNewPixelIsTheMeanOfASquare() {
            LabelledExamples pooled = data.pooled(2, false, 2).training();
            assertThat(pooled.count()).isEqualTo(2);
            assertThat(pooled.inputs()).isEqualTo(2);
            assertThat(pooled.input(0, 0)).isEqualTo(3.5 / 256);
            assertThat(pooled.input(0, 1)).isEqualTo(5.5 / 256);
            assertThat(pooled.input(1, 0)).isZero();
            assertThat(pooled.input(1, 1)).isEqualTo(4.0 / 256);
            assertThat(pooled.label(0)).isEqualTo(3);
            assertThat(data.pooled(2, false, 2).validation().label(0)).isEqualTo(4);
        }

        /** By hand, of the first image: squares 204 before, 3.5^2 + 5.5^2 = 42.5 after. */
        @Test
        void rescalingKeepsTheSumOfSquaresOfTheFirstTrainingImages() {
            double scale = Math.sqrt(204 / 42.5);
            ExampleSets pooled = data.pooled(2, true, 1);
            assertThat(pooled.training().input(0, 0)).isCloseTo(3.5 / 256 * scale, within(1e-15));
            assertThat(pooled.validation().input(0, 1)).isCloseTo(8.0 / 256 * scale, within(1e-15));
        }

        @Test
        void whatDoesNotDivideTheSidesIsRefused() {
            assertThatThrownBy(() -> data.pooled(3, false, 2))
                    .hasMessage(
                            "data.pooling.size must divide both sides of the images, was 3 for images of 2 x 4 pixels"
                                    + " in 10 classes: 0 to 9");
        }

        @Test
        void rowsOfNumbersAreRefused() {
            LabelledRows rows = LabelledRows.of(List.of("a", "b"), 8, new double[8], new int[1]);
            assertThatThrownBy(() -> new ExampleSets(rows, rows, rows).pooled(2, false, 1))
                    .hasMessageStartingWith("data.pooling needs images, the data are rows of 8 numbers");
        }

        @Test
        void imagesAreNotStandardised() {
            assertThatThrownBy(data::standardised)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("standardised needs rows of numbers, the data are images of 2 x 4 pixels");
        }
    }
}
