package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

/** Images that stay in their file; the oracle is {@link SparsePixels}, which holds them in memory. */
class MappedPixelsTest {
    private static final int NONE_IN_MEMORY = 0;

    @TempDir
    Path directory;

    @BeforeEach
    void aSoundSet() {
        IdxFixture.writeSet(directory);
    }

    private ExampleSets mapped() {
        return IdxFile.readAll(IdxDirectory.of(directory)::find, 0, NONE_IN_MEMORY);
    }

    private void gzip() throws IOException {
        for (String name : List.of(IdxFixture.TRAIN_IMAGES, IdxFixture.TEST_IMAGES)) {
            Path plain = directory.resolve(name);
            IdxFixture.write(directory.resolve(name + ".gz"), IdxFixture.gzip(Files.readAllBytes(plain)));
            Files.delete(plain);
        }
    }

    @Test
    void aPlainFileIsTheSameDataAsInMemory() {
        assertThat(mapped().fingerprint()).isEqualTo(ExampleSets.read(directory).fingerprint());
    }

    @Test
    void soIsAnUnpackedOne() throws IOException {
        String fingerprint = ExampleSets.read(directory).fingerprint();
        gzip();
        assertThat(mapped().fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    void anUnpackedFileIsCheckedToItsEnd() throws IOException {
        gzip();
        Path file = directory.resolve(IdxFixture.TRAIN_IMAGES + ".gz");
        byte[] whole = Files.readAllBytes(file);
        IdxFixture.write(file, Arrays.copyOf(whole, whole.length - 20));
        assertThatThrownBy(this::mapped)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("expected the rest of the gzip data, found its end: the file is truncated");
    }

    @Test
    void aPlainFileThatIsCutShortIsNamedBeforeItIsMapped() throws IOException {
        Path file = directory.resolve(IdxFixture.TRAIN_IMAGES);
        IdxFixture.write(file, Arrays.copyOf(Files.readAllBytes(file), 87));
        assertThatThrownBy(this::mapped).hasMessage(file + ", offset 87: expected a file of 88 bytes, found its end");
    }

    /** Seven images of six pixels, half of them 0, in maps of three images after a header of five bytes. */
    @RandomCases(50)
    void everyPixelIsThatInMemoryInMapsOfSomeImages(RandomCase random) throws IOException {
        byte[] bytes = random.bytes(42);
        IntStream.range(0, 42).filter(i -> bytes[i] % 2 == 0).forEach(i -> bytes[i] = 0);
        byte[] content = new byte[5 + bytes.length];
        System.arraycopy(bytes, 0, content, 5, bytes.length);
        Path file = Files.write(directory.resolve("images"), content);
        MappedRecords records;
        try (FileChannel channel = FileChannel.open(file)) {
            records = MappedRecords.of(channel, 5, 7, 6, 18);
        }
        assertThat(records.maps()).hasSize(3);
        Pixels mapped = new MappedPixels(records);
        Pixels sparse = new SparsePixels(bytes, 6);
        for (int image = 0; image < 7; image++) {
            assertThat(mapped.first(image)).isEqualTo(sparse.first(image));
            assertThat(mapped.end(image)).isEqualTo(sparse.end(image));
            assertThat(mapped.bytes(image)).isEqualTo(sparse.bytes(image));
            assertThat(doubles(mapped, image)).isEqualTo(doubles(sparse, image));
            assertThat(floats(mapped, image)).isEqualTo(floats(sparse, image));
            assertThat(used(mapped, image)).isEqualTo(used(sparse, image));
            double[] row = new double[8];
            mapped.copy(image, row, 1);
            for (int k = 0; k < 6; k++) {
                assertThat(mapped.value(image, k))
                        .isEqualTo(sparse.value(image, k))
                        .isEqualTo(row[1 + k]);
            }
        }
    }

    private static double[] doubles(Pixels pixels, int image) {
        DoubleBuffer target = DoubleBuffer.allocate(7);
        pixels.copy(image, target, 1);
        return target.array();
    }

    private static float[] floats(Pixels pixels, int image) {
        FloatBuffer target = FloatBuffer.allocate(7);
        pixels.copy(image, target, 1);
        return target.array();
    }

    private static boolean[] used(Pixels pixels, int image) {
        boolean[] used = new boolean[6];
        pixels.mark(image, used);
        return used;
    }
}
