package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DenseStackTest {

    private static DenseStack stack(int inputs, int hidden) {
        return new DenseStack(
                List.of(inputs, hidden, 10), List.of(HiddenActivation.SIGMOID), OutputRule.SIGMOID_CROSS_ENTROPY);
    }

    @ParameterizedTest
    @CsvSource({"10, 100", "30, 40", "100, 12", "200, 6"})
    void aChunksWeightedInputsAreNoMoreThanAreMultipliedWithoutPacking(int hidden, int examples) {
        assertThat(stack(784, hidden).chunk()).isEqualTo(examples);
    }

    @Test
    void aChunkOfManyInputsMakesNoMoreProductsThanAreMultipliedWithoutPacking() {
        assertThat(stack(3072, 30).chunk()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"784, 240", "784, 1000", "100000, 30"})
    void aNetworkTooWideForThatIsGoneThroughInHundreds(int inputs, int hidden) {
        assertThat(stack(inputs, hidden).chunk()).isEqualTo(100);
    }
}
