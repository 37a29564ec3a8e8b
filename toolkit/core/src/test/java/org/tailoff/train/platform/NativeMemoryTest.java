package org.tailoff.train.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NativeMemoryTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 200, 10_000, 190_721})
    void asManyBytesAsAskedForStartAtAMultipleOf64(int count) {
        for (int trial = 0; trial < 100; trial++) {
            ByteBuffer bytes = NativeMemory.bytes(count);
            assertThat(bytes.capacity()).isEqualTo(count);
            assertThat(bytes.alignmentOffset(0, 64)).isZero();
            assertThat(bytes.order()).isEqualTo(ByteOrder.nativeOrder());
        }
    }
}
