package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunIndexTest {
    @ParameterizedTest
    @CsvSource({
        "overfitting-0123456789ab, overfitting",
        "a-b-0123456789ab, a-b",
        "a-0123456789a, a-0123456789a",
        "a-0123456789AB, a-0123456789AB",
        "a-0123456789abc, a-0123456789abc",
        "plain, plain"
    })
    void theNameOfARunIsThatOfItsDirectoryWithoutTwelveDigits(String id, String name) {
        assertThat(RunIndex.name(id)).isEqualTo(name);
    }
}
