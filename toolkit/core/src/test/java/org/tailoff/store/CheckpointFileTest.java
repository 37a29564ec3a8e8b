package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
    @TempDir
    Path directory;

    private final CheckpointFile saved = new CheckpointFile(70, new SampleRun(3, 10).checkpoint(7));

    @Test
    void comesBackAsItWas() throws IOException {
        Path file = directory.resolve("checkpoint/checkpoint.json");
        saved.write(file);
        assertThat(CheckpointFile.read(file)).contains(saved);
        assertThat(file.getParent().toFile().list()).containsExactly("checkpoint.json");
    }

    @Test
    void isEmptyIfThereIsNone() throws IOException {
        assertThat(CheckpointFile.read(directory.resolve("none"))).isEmpty();
    }

    @Test
    void isEmptyIfAnyByteIsChangedOrMissing() throws IOException {
        Path file = directory.resolve("c");
        saved.write(file);
        byte[] content = Files.readAllBytes(file);
        for (int i = 0; i < content.length; i++) {
            byte[] changed = content.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(CheckpointFile.read(file)).as("byte %d", i).isEmpty();
            Files.write(file, Arrays.copyOf(content, i));
            assertThat(CheckpointFile.read(file)).as("length %d", i).isEmpty();
        }
    }

    @Test
    void bytesDoNotFollowTheCallersArray() {
        byte[] array = {1, 2};
        Bytes bytes = Bytes.copyOf(array);
        array[0] = 9;
        bytes.toArray()[1] = 9;
        assertThat(bytes).isEqualTo(Bytes.copyOf(new byte[] {1, 2})).hasToString("2 bytes");
    }

    @Test
    void aNegativePositionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Checkpoint.Position(-1, 0))
                .withMessage("position must not be negative: epoch -1, iteration 0");
    }
}
