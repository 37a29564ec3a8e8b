package org.tailoff.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorNamesTest {
    private static final TensorNames TWO = new TensorNames(List.of("0_W", "0_b", "1_W", "1_b"));
    private static final TensorNames THREE = new TensorNames(List.of("0_W", "0_b", "1_W", "1_b", "2_W", "2_b"));

    @ParameterizedTest
    @CsvSource({
        "0_W, weights of the hidden layer",
        "0_b, biases of the hidden layer",
        "1_W, weights of the output layer",
        "1_b, biases of the output layer"
    })
    void aSingleHiddenLayerNeedsNoNumber(String tensor, String name) {
        assertThat(TWO.of(tensor)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "0_W, weights of hidden layer 1",
        "0_b, biases of hidden layer 1",
        "1_b, biases of hidden layer 2",
        "1_gamma, scale of hidden layer 2",
        "1_beta, shift of hidden layer 2",
        "0_RW, recurrent weights of hidden layer 1",
        "2_W, weights of the output layer"
    })
    void severalHiddenLayersAreCountedFromOne(String tensor, String name) {
        assertThat(THREE.of(tensor)).isEqualTo(name);
    }

    @Test
    void aNetworkWithoutHiddenLayersHasItsOutputAlone() {
        assertThat(new TensorNames(List.of("0_W", "0_b")).of("0_W")).isEqualTo("weights of the output layer");
    }

    @Test
    void layersAreCountedByNumberAndNotByText() {
        assertThat(new TensorNames(List.of("9_W", "10_W")).of("9_W")).isEqualTo("weights of hidden layer 10");
        assertThat(new TensorNames(List.of("9_W", "10_W")).of("10_W")).isEqualTo("weights of the output layer");
    }

    @ParameterizedTest
    @CsvSource({"1_pW", "W", "1_Wb", "x0_W", "0_w", "''"})
    void whatFollowsNoRuleStaysAsItIs(String tensor) {
        assertThat(THREE.of(tensor)).isEqualTo(tensor);
    }

    @Test
    void weightsAreToldFromBiasesByTheirKey() {
        assertThat(List.of("0_W", "12_W", "conv_W", "1_RW", "2_bW")).allMatch(TensorNames::isWeights);
        assertThat(List.of("0_b", "1_gamma", "W", "W_b", "0_w")).noneMatch(TensorNames::isWeights);
    }
}
