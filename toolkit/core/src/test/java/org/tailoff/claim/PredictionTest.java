package org.tailoff.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PredictionTest {
    @Nested
    class Bounds {
        @Test
        void areWrittenInWords() {
            assertThat(Prediction.atLeast("x", 1, "w").bounds()).isEqualTo("at least 1");
            assertThat(Prediction.atMost("x", 1e-12, "w").bounds()).isEqualTo("at most 1e-12");
            assertThat(new Prediction("x", -0.6, -0.4, "w").bounds()).isEqualTo("-0.6 to -0.4");
            assertThat(Prediction.near("x", 0, 0, "w").bounds()).isEqualTo("0");
            assertThat(new Prediction("x", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "w").bounds())
                    .isEqualTo("any");
        }

        @Test
        void nearAValueAreAsFarAwayOnBothSides() {
            Prediction near = Prediction.near("x", 5, 0.25, "w");
            assertThat(near.low()).isEqualTo(4.75);
            assertThat(near.high()).isEqualTo(5.25);
        }
    }

    @Nested
    class IsRefused {
        @Test
        void withItsBoundsTheWrongWayRound() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Prediction("x", 2, 1, "w"))
                    .withMessage("x: low must not be above high: 2.0, 1.0");
        }

        @Test
        void withANegativeTolerance() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Prediction.near("x", 1, -0.5, "w"))
                    .withMessage("x: low must not be above high: 1.5, 0.5");
        }

        @Test
        void withABoundThatIsNoNumber() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Prediction.atLeast("x", Double.NaN, "w"))
                    .withMessage("x: low must not be above high: NaN, Infinity");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Prediction.atMost("x", Double.NaN, "w"))
                    .withMessage("x: low must not be above high: -Infinity, NaN");
        }

        @Test
        void withoutAQuantity() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Prediction.atLeast(" ", 1, "w"))
                    .withMessage("quantity must not be blank: ' '");
        }

        @Test
        void withoutAReasonForItsBounds() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Prediction.atLeast("x", 1, ""))
                    .withMessage("why of x must not be blank: ''");
        }
    }
}
