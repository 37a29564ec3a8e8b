package org.tailoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MediansTest {
    @Test
    void ofAnOddNumberIsTheOneInTheMiddle() {
        assertThat(Medians.of(9, 1, 4)).isEqualTo(4);
        assertThat(Medians.of(7)).isEqualTo(7);
    }

    @Test
    void ofAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Medians.of(4, 1, 9, 2)).isEqualTo(3);
    }

    @Test
    void leavesTheValuesAsTheyWere() {
        double[] values = {3, 1, 2};
        assertThat(Medians.of(values)).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void ofNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(Medians::of)
                .withMessage("number of values must be at least 1, was 0");
    }
}
