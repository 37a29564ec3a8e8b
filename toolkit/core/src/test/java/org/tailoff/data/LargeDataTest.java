package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data several times as large as the heap of the process that reads it. Reading it, its fingerprint and mini-batches
 * from everywhere in it must not need an array of its size, or the process ends with an OutOfMemoryError.
 */
class LargeDataTest {
    private static final int SIDE = 100;
    private static final String HEAP = "-Xmx48m";

    @TempDir
    Path directory;

    private Path temporary;

    @BeforeEach
    void makeRoom() throws IOException {
        temporary = Files.createDirectory(directory.resolve("tmp"));
    }

    private static byte[] header(int images) {
        return ByteBuffer.allocate(16)
                .putInt(0x803)
                .putInt(images)
                .putInt(SIDE)
                .putInt(SIDE)
                .array();
    }

    /** Labels 0, 1, 0, ...; a test set of two images. */
    private Path images(int count) throws IOException {
        Path set = Files.createDirectory(directory.resolve("set"));
        ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        IntStream.range(0, count).forEach(image -> labels.put((byte) (image % 2)));
        Files.write(set.resolve(IdxFixture.TRAIN_LABELS), labels.array());
        Files.write(set.resolve(IdxFixture.TEST_IMAGES), IdxFixture.images(2, SIDE, SIDE));
        Files.write(set.resolve(IdxFixture.TEST_LABELS), IdxFixture.labels(2));
        return set;
    }

    private String read(String kind, Path data) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeDataTest.class.getName(),
                        kind,
                        data.toString()))
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.strip();
    }

    /** The file has holes, so that it takes no room on most disks. */
    @Test
    void plainImagesStayInTheirFile() throws Exception {
        int count = 30_000;
        Path set = images(count);
        try (RandomAccessFile file =
                new RandomAccessFile(set.resolve(IdxFixture.TRAIN_IMAGES).toFile(), "rw")) {
            file.write(header(count));
            file.setLength(16L + (long) count * SIDE * SIDE);
            file.seek(16L + 24_998L * SIDE * SIDE);
            file.write(64);
        }
        assertThat(read("idx", set))
                .isEqualTo("25000 images of 100 x 100 pixels in 2 classes: 0 to 1, of 24998: 0.25 0");
    }

    @Test
    void gzippedImagesGoToATemporaryFileThatIsGoneAfterwards() throws Exception {
        int count = 9_000;
        Path set = images(count);
        try (OutputStream file =
                new GZIPOutputStream(Files.newOutputStream(set.resolve(IdxFixture.TRAIN_IMAGES + ".gz")), 1 << 16)) {
            file.write(header(count));
            byte[] image = new byte[SIDE * SIDE];
            for (int i = 0; i < count; i++) {
                image[0] = (byte) (i == 7498 ? 64 : 1);
                file.write(image);
            }
        }
        assertThat(read("idx", set)).isEqualTo("7500 images of 100 x 100 pixels in 2 classes: 0 to 1, of 7498: 0.25 0");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    /** 4,000 rows of 5,000 numbers are 160 MB in memory, 40 MB in the file. */
    @Test
    void tablesGoToATemporaryFileThatIsGoneAfterwards() throws Exception {
        Path table = directory.resolve("table.csv");
        String row = "7,".repeat(4999);
        try (BufferedWriter text = Files.newBufferedWriter(table)) {
            for (int i = 0; i < 4000; i++) {
                text.write(i + "," + row + "c" + i % 2 + "\n");
            }
        }
        assertThat(read("csv", table)).isEqualTo("4000 rows of 5000 numbers in 2 classes: c0, c1, of 3998: 3998.0 0");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    /** Prints the training set and the first input and class of its last but one example. */
    public static void main(String[] arguments) {
        Path data = Path.of(arguments[1]);
        LabelledExamples training =
                arguments[0].equals("idx") ? ExampleSets.read(data).training() : table(data);
        new ExampleSets(training, training.first(0), training.first(0)).fingerprint();
        DoubleBuffer batch = DoubleBuffer.allocate(10 * training.inputs());
        int[] order = IntStream.range(0, training.count()).toArray();
        for (int from = 0; from + 10 <= order.length; from += 10) {
            training.copyInputs(order, from, 10, batch);
        }
        int example = training.count() - 2;
        training.copyInputs(order, example, 1, batch);
        System.out.println(training + ", of " + example + ": " + batch.get(0) + " " + training.label(example));
    }

    private static LabelledExamples table(Path file) {
        CsvTable table = CsvTable.read(file, CsvFormat.commas(false), CsvRoles.label("5001"), 1 << 24);
        return table.split(IntStream.range(0, table.count()).toArray(), 0, 0).training();
    }
}
