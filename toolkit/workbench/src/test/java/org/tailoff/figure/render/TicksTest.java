package org.tailoff.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Extent;
import org.tailoff.figure.Line;
import org.tailoff.figure.Points;
import org.tailoff.figure.Range;
import org.tailoff.figure.Scale;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class TicksTest {
    private static Ticks automatic(double... y) {
        return Ticks.automatic(Extent.ofY(List.of(Line.measured("ours", Colour.BLUE, Points.from(0, y)))));
    }

    private static Ticks differences(double... y) {
        return Ticks.automatic(Extent.ofY(List.of(Line.differences("difference", Colour.BLUE, Points.from(0, y)))));
    }

    /**
     * Oracle: the vertical ranges of the book's own figures, made by matplotlib 1.x, read off the pictures; the data's
     * extremes from its JSON.
     */
    @ParameterizedTest
    @CsvSource({
        "overfitting1, 0.004201644, 0.009712795, 0.004, 0.01, 0.001",
        "overfitting2, 81.9, 82.27, 81.9, 82.3, 0.05",
        "overfitting3, 1.202838511, 2.076277232, 1.2, 2.1, 0.1",
        "overfitting4, 69, 100, 65, 100, 5",
        "regularized1, 0.115390573, 0.258676447, 0.1, 0.26, 0.02",
        "regularized2, 85.88, 87.1, 85.8, 87.2, 0.2",
        "multiple_eta, 0.320043, 1.136592, 0.3, 1.2, 0.1"
    })
    void automaticRangesAreThoseOfTheBook(String id, double min, double max, double low, double high, double step) {
        Ticks ticks = automatic(min, max);
        assertThat(new double[] {ticks.low(), ticks.high(), ticks.step().doubleValue()})
                .as(id)
                .containsExactly(low, high, step);
    }

    @ParameterizedTest
    @CsvSource({"200, 400, 50", "0, 400, 50", "0, 30, 5", "85, 100, 2", "90, 100, 2", "60, 100, 5", "0, 50000, 10000"})
    void fixedRangesHaveAtMostTenTicks(double low, double high, String step) {
        Ticks ticks = Ticks.fixed(low, high);
        assertThat(ticks.step().toPlainString()).isEqualTo(step);
        assertThat(ticks.low()).isEqualTo(low);
        assertThat(ticks.high()).isEqualTo(high);
    }

    @Test
    void labelsHaveTheDecimalsOfTheStep() {
        assertThat(automatic(0.0042, 0.0097).pattern()).isEqualTo("0.000");
        assertThat(Ticks.fixed(200, 400).pattern()).isEqualTo("0");
    }

    @Nested
    class OfDifferences {
        @Test
        void thatAreAllZeroAreOneOnEitherSide() {
            Ticks ticks = differences(0, 0, 0);
            assertThat(ticks).isEqualTo(new Ticks(-1, 1, BigDecimal.ONE, 0));
        }

        @Test
        void thatAreTinyAreCountedInAPowerOfTen() {
            Ticks ticks = differences(2.5e-14, -1.1e-14);
            assertThat(ticks.exponent()).isEqualTo(-14);
            assertThat(ticks.low()).isEqualTo(-1.5);
            assertThat(ticks.high()).isEqualTo(3);
            assertThat(ticks.scaled(2.5e-14)).isEqualTo(2.5);
            assertThat(ticks.label("difference")).isEqualTo("difference (×1e-14)");
            assertThat(ticks.label("")).isEqualTo("(×1e-14)");
        }

        @Test
        void thatAreWholeNumbersHaveNoTicksBetweenThem() {
            assertThat(differences(0, 1, 0, -1).step()).isEqualTo("1");
        }

        @Test
        void haveRoomBeyondADotOnATick() {
            Ticks ticks = differences(4, -4);
            assertThat(ticks.low()).isEqualTo(-5);
            assertThat(ticks.high()).isEqualTo(5);
        }

        @Test
        void thatAreAllPositiveShowZero() {
            assertThat(differences(3, 5).low()).isLessThanOrEqualTo(0);
        }
    }

    @Nested
    class OfASingleValue {
        @Test
        void haveRoomAroundIt() {
            Ticks ticks = automatic(100, 100);
            assertThat(ticks.low()).isEqualTo(94);
            assertThat(ticks.high()).isEqualTo(106);
        }

        @Test
        void treatRoundingErrorsAsOneValue() {
            Ticks ticks = automatic(0.3, 0.1 + 0.2);
            assertThat(ticks.high() - ticks.low()).isGreaterThan(0.01);
        }
    }

    @Nested
    class OfLogarithmicAxes {
        private Ticks logarithmic(double... y) {
            Axis axis = new Axis("", Scale.LOGARITHMIC, new Range.Automatic());
            return Ticks.of(axis, Extent.ofY(List.of(Line.measured("ours", Colour.BLUE, Points.from(0, y)))));
        }

        @Test
        void reachFromDecadeToDecade() {
            Ticks ticks = logarithmic(69, 4200);
            assertThat(ticks.low()).isEqualTo(10);
            assertThat(ticks.high()).isEqualTo(10_000);
            assertThat(ticks.innerDecades()).containsExactly(100, 1000);
        }

        @Test
        void spanADecadeEvenForASinglePower() {
            Ticks ticks = logarithmic(100);
            assertThat(ticks.low()).isEqualTo(100);
            assertThat(ticks.high()).isEqualTo(1000);
        }

        @Test
        void labelEveryOtherOfManyDecades() {
            Ticks ticks = logarithmic(1e-16, 1);
            assertThat(ticks.decade(1e-16)).isEqualTo("1e-16");
            assertThat(ticks.decade(1e-15)).isEmpty();
            assertThat(logarithmic(1e-5, 1).decade(1e-5)).isEqualTo("1e-5");
        }
    }

    /** From tick to tick, around the data, in at most nine parts and their roundings. */
    @RandomCases(1000)
    void automaticRangesContainTheDataInFewTicks(RandomCase random) {
        double a = random.between(-1e12, 1e12);
        double b = random.between(-1.0, 1.0);
        Ticks ticks = automatic(a, b);
        double step = ticks.step().doubleValue();
        assertThat(ticks.low()).isLessThanOrEqualTo(ticks.scaled(Math.min(a, b)) + step * 1e-5);
        assertThat(ticks.high()).isGreaterThanOrEqualTo(ticks.scaled(Math.max(a, b)) - step * 1e-5);
        assertThat((ticks.high() - ticks.low()) / step).isLessThan(11.5);
    }

    @ParameterizedTest
    @CsvSource({"0, 4.9e-324", "-1.7976931348623157e308, 1.7976931348623157e308", "1e300, 2e300"})
    void theLargestAndTheSmallestNumbersHaveFiniteTicks(double low, double high) {
        Ticks ticks = automatic(low, high);
        assertThat(ticks.low()).isFinite().isLessThan(ticks.high());
        assertThat(ticks.high()).isFinite();
        assertThat(ticks.scaled(high)).isFinite();
    }
}
