package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets in IDX form under other names than MNIST's, of other classes and of other shapes. */
class IdxDirectoryTest {
    @TempDir
    Path directory;

    private void writeAs(String trainImages, String trainLabels, String testImages, String testLabels) {
        IdxFixture.write(directory.resolve(trainImages), IdxFixture.images(12, 2, 3));
        IdxFixture.write(directory.resolve(trainLabels), IdxFixture.labels(12));
        IdxFixture.write(directory.resolve(testImages), IdxFixture.images(3, 2, 3));
        IdxFixture.write(directory.resolve(testLabels), IdxFixture.labels(3));
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(IdxDirectoryTest.class.getResource(name).toURI());
    }

    @Nested
    class Names {
        @ParameterizedTest
        @CsvSource({
            "train-images.idx3-ubyte, train-labels.idx1-ubyte, t10k-images.idx3-ubyte, t10k-labels.idx1-ubyte",
            "x-y-train-images-idx3-ubyte, x-y-train-labels-idx1-ubyte, x-y-test-images-idx3-ubyte, x-y-test-labels-idx1-ubyte",
            "train-images-idx3-ubyte, train-labels.idx1-ubyte, test-images.idx3-ubyte, t10k-labels-idx1-ubyte",
        })
        void ofOtherSetsAreFound(String trainImages, String trainLabels, String testImages, String testLabels) {
            writeAs(trainImages, trainLabels, testImages, testLabels);
            ExampleSets data = ExampleSets.read(directory);
            assertThat(data.training().count() + data.validation().count()).isEqualTo(12);
            assertThat(data.test().input(2, 5)).isEqualTo(25 / 256.0);
        }

        @Test
        void ofEmnistAreFoundGzipped() throws URISyntaxException {
            ExampleSets data = ExampleSets.read(resource("emnist"));
            assertThat(data.training()).hasToString("100 images of 8 x 8 pixels in 10 classes: 0 to 9");
            assertThat(data.test().count()).isEqualTo(30);
        }

        @Test
        void ofMnistComeFirst() {
            IdxFixture.writeSet(directory);
            IdxFixture.write(directory.resolve("a-train-images-idx3-ubyte"), new byte[1]);
            IdxFixture.write(directory.resolve("train-images.idx3-ubyte"), new byte[1]);
            IdxFixture.write(directory.resolve("train-images-idx3-ubyte.gz"), new byte[1]);
            assertThat(ExampleSets.read(directory).test().count()).isEqualTo(3);
        }

        @Test
        void ofTwoSetsAreNotGuessed() {
            writeAs("a-train-images-idx3-ubyte", "a-train-labels-idx1-ubyte", "x", "y");
            writeAs("b-train-images-idx3-ubyte", "b-train-labels-idx1-ubyte", "x", "y");
            assertThatThrownBy(() -> ExampleSets.read(directory))
                    .isInstanceOf(DataException.class)
                    .hasMessage(directory + ": expected the files of one data set, found 2 sets: [a-, b-]");
        }

        @Test
        void ofTwoFilesAreNotGuessed() {
            writeAs(
                    "train-images.idx3-ubyte",
                    "train-labels-idx1-ubyte",
                    "test-images-idx3-ubyte",
                    "t10k-images.idx3-ubyte");
            assertThatThrownBy(() -> ExampleSets.read(directory))
                    .isInstanceOf(DataException.class)
                    .hasMessage(directory + ": expected one file for t10k-images-idx3-ubyte, found"
                            + " t10k-images.idx3-ubyte, test-images-idx3-ubyte");
        }

        /** The rest of a set must be of the same name. */
        @Test
        void thatAreMissingAreNamedBesideWhatIsThere() throws IOException {
            writeAs("a-train-images-idx3-ubyte", "a-train-labels-idx1-ubyte", "b-test-images-idx3-ubyte", "z");
            assertThatThrownBy(() -> ExampleSets.read(directory))
                    .hasMessage(directory + ": expected a file a-t10k-images-idx3-ubyte or, of a set of another name,"
                            + " NAME-t10k-images-idx3-ubyte, both with or without .gz, found"
                            + " a-train-images-idx3-ubyte, a-train-labels-idx1-ubyte, b-test-images-idx3-ubyte, z");
            Path empty = Files.createDirectory(directory.resolve("empty"));
            assertThatThrownBy(() -> ExampleSets.read(empty))
                    .hasMessageEndingWith("both with or without .gz, found no files");
        }
    }

    @Nested
    class Classes {
        /** The file has 1 to 26, as EMNIST's letters. */
        @Test
        void beginWhereTheyAreSaidTo() throws URISyntaxException {
            LabelledExamples letters = ExampleSets.read(resource("letters"), 1).test();
            assertThat(letters).hasToString("30 images of 8 x 8 pixels in 26 classes: 1 to 26");
            assertThat(letters.outputs()).isEqualTo(26);
            assertThat(letters.classes()).hasSize(26).startsWith("1", "2").endsWith("26");
            assertThat(IntStream.range(0, 30)
                            .map(letters::label)
                            .summaryStatistics()
                            .getMax())
                    .isEqualTo(25);
        }

        @Test
        void areAsManyAsTheLargestLabelSays() throws URISyntaxException {
            assertThat(ExampleSets.read(resource("letters")).training().classes())
                    .hasSize(27)
                    .startsWith("0");
            IdxFixture.writeSet(directory);
            IdxFixture.write(
                    directory.resolve(IdxFixture.TEST_LABELS), IdxFixture.with(IdxFixture.labels(3), 10, 0xff));
            LabelledExamples test = ExampleSets.read(directory).test();
            assertThat(test.outputs()).isEqualTo(256);
            assertThat(test.label(2)).isEqualTo(255);
        }

        /** Labels that are other classes are other data, though their numbers are alike. */
        @Test
        void areInTheFingerprintUnlessTheyAreTheTenDigits() {
            byte[] pixels = {1, 2};
            byte[] labels = {0, 1};
            LabelledImages digits = LabelledImages.of(1, 1, pixels, labels);
            LabelledImages same =
                    LabelledImages.of(digits.shape(), digits.classes(), new SparsePixels(pixels, 1), labels);
            LabelledImages others = LabelledImages.of(
                    digits.shape(), digits.classes().subList(1, 3), new SparsePixels(pixels, 1), labels);
            String fingerprint = new ExampleSets(digits, digits, digits).fingerprint();
            assertThat(new ExampleSets(same, same, same).fingerprint()).isEqualTo(fingerprint);
            assertThat(new ExampleSets(others, others, others).fingerprint()).isNotEqualTo(fingerprint);
        }

        @Test
        void areTheTargetsOfANetworkAsOneHot() {
            LabelledExamples two = LabelledImages.of(1, 1, new byte[2], new byte[] {3, 9});
            double[] target = new double[12];
            Arrays.fill(target, 7);
            two.copyTargets(0, target, 1);
            assertThat(two.classifies()).isTrue();
            assertThat(target).containsExactly(7, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 7);
        }
    }

    @Nested
    class Channels {
        @Test
        void areTheSecondDimensionOfFour() {
            ByteBuffer images = ByteBuffer.allocate(20 + 24)
                    .putInt(0x804)
                    .putInt(2)
                    .putInt(3)
                    .putInt(1)
                    .putInt(4);
            IntStream.range(0, 24).forEach(pixel -> images.put((byte) pixel));
            writeAs("x", "y", "train-labels-idx1-ubyte", "t10k-labels-idx1-ubyte");
            IdxFixture.write(directory.resolve("train-labels-idx1-ubyte"), IdxFixture.labels(2));
            IdxFixture.write(directory.resolve("t10k-labels-idx1-ubyte"), IdxFixture.labels(2));
            IdxFixture.write(directory.resolve("train-images-idx4-ubyte"), images.array());
            IdxFixture.write(directory.resolve("t10k-images-idx4-ubyte"), images.array());
            LabelledExamples test = ExampleSets.read(directory).test();
            assertThat(test).hasToString("2 images of 1 x 4 pixels in 3 channels in 2 classes: 0 to 1");
            assertThat(test.shape()).containsExactly(3, 1, 4);
            assertThat(test.inputs()).isEqualTo(12);
            assertThat(test.input(1, 2 * 4 + 3)).isEqualTo(23 / 256.0);
            assertThatThrownBy(() -> ExampleSets.read(directory).pooled(2, false, 1))
                    .hasMessageStartingWith("data.pooling needs images of one channel, the data are images of 1 x 4");
        }

        @Test
        void areOneOfThree() {
            IdxFixture.writeSet(directory);
            assertThat(ExampleSets.read(directory).test().shape()).containsExactly(1, 2, 3);
        }
    }
}
