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
    class OtherReadings {
        @Test
        void ofAToleranceAreHalfAndDoubleOfIt() {
            assertThat(Prediction.near("x", 5, 0.5, "w").alternatives())
                    .containsExactly(
                            new Prediction.Bounds("half the tolerance", 4.75, 5.25),
                            new Prediction.Bounds("double the tolerance", 4, 6));
            Prediction within = Prediction.within("x", 0.5, "w");
            assertThat(within.bounds()).isEqualTo("at most 0.5");
            assertThat(within.alternatives())
                    .containsExactly(
                            new Prediction.Bounds("half the tolerance", Double.NEGATIVE_INFINITY, 0.25),
                            new Prediction.Bounds("double the tolerance", Double.NEGATIVE_INFINITY, 1));
        }

        @Test
        void ofAroundAreTwoAndTen() {
            Prediction around = Prediction.around("x", 4, 3, "w");
            assertThat(around.low()).isEqualTo(4 / 3.0);
            assertThat(around.high()).isEqualTo(12);
            assertThat(around.alternatives())
                    .containsExactly(
                            new Prediction.Bounds("around as a factor of 2", 2, 8),
                            new Prediction.Bounds("around as a factor of 10", 0.4, 40));
            assertThat(Prediction.around("x", 4, 2, "w").alternatives()).hasSize(1);
        }

        @Test
        void areNoneWhereTheBoundsAreNoChoice() {
            assertThat(Prediction.near("x", 5, 0, "w").alternatives()).isEmpty();
            assertThat(Prediction.exactly("x", 5, 1e-12, "w").alternatives()).isEmpty();
            assertThat(Prediction.exactly("x", 5, 0.25, "w").high()).isEqualTo(5.25);
            assertThat(Prediction.atLeast("x", 1, "w").alternatives()).isEmpty();
            assertThat(Prediction.atMost("x", 1, "w").alternatives()).isEmpty();
            assertThat(new Prediction("x", 1, 2, "w").alternatives()).isEmpty();
        }
    }

    @Nested
    class IsRefused {
        @Test
        void aroundWhatHasNoFactor() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Prediction.around("x", 0, 3, "w"))
                    .withMessage("value of x must be a finite number > 0: 0.0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Prediction.around("x", 1, 0.5, "w"))
                    .withMessage("x: low must not be above high: 2.0, 0.5");
        }

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
