package org.tailoff.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PointsTest {
    @Nested
    class Refused {
        @Test
        void noPoints() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Points.of(new double[0], new double[0]))
                    .withMessage("points: at least one is needed, were 0");
        }

        @Test
        void unequalLengths() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Points.of(new double[] {1, 2}, new double[] {1}))
                    .withMessage("points: x and y must be of equal length, were 2 and 1");
        }

        @Test
        void notANumber() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Points.from(0, new double[] {1, Double.NaN}))
                    .withMessage("y[1]: must be finite, was NaN");
        }

        @Test
        void infiniteX() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Points.of(new double[] {Double.POSITIVE_INFINITY}, new double[] {1}))
                    .withMessage("x[0]: must be finite, was Infinity");
        }

        @Test
        void xThatGoesBack() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Points.of(new double[] {2, 1}, new double[] {0, 0}))
                    .withMessage("x[1]: must not be below the value before it, 2.0, was 1.0");
        }

        @Test
        void anErrorTooFew() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Points.from(0, new double[] {1, 2}).withErrors(new double[] {1}))
                    .withMessage("errors: one per point is needed, 2, were 1");
        }

        @Test
        void negativeErrors() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Points.from(0, new double[] {1}).withErrors(new double[] {-0.5}))
                    .withMessage("errors[0]: must be 0 or above, was -0.5");
        }

        @Test
        void infiniteErrors() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Points.from(0, new double[] {1}).withErrors(new double[] {Double.NaN}))
                    .withMessage("errors[0]: must be finite, was NaN");
        }
    }

    @Test
    void laterChangesToTheArraysDoNotReachThem() {
        double[] y = {1, 2};
        double[] errors = {0.5, 0.5};
        Points points = Points.from(200, y).withErrors(errors);
        y[0] = 9;
        errors[0] = 9;
        assertThat(points.y(0)).isEqualTo(1);
        assertThat(points.error(0)).isEqualTo(0.5);
    }

    @Test
    void consecutivePointsStartAtTheFirst() {
        Points points = Points.from(200, new double[] {7, 8, 9});
        assertThat(points).isEqualTo(Points.of(new double[] {200, 201, 202}, new double[] {7, 8, 9}));
    }

    @Test
    void equalPointsAreEqualAndOthersAreNot() {
        Points points = Points.from(0, new double[] {1, 2});
        assertThat(points)
                .isEqualTo(Points.from(0, new double[] {1, 2}))
                .hasSameHashCodeAs(Points.from(0, new double[] {1, 2}));
        assertThat(points)
                .isNotEqualTo(points.withErrors(new double[] {0, 1}))
                .isNotEqualTo(Points.from(1, new double[] {1, 2}));
        assertThat(points).hasToString("Points[2 from (0.0, 1.0) to (1.0, 2.0)]");
    }
}
