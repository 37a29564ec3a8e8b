package org.tailoff.reproductions.calculated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterpolantTest {
    private static final List<BigDecimal> X = decimals("0", "0.5", "20");

    private static List<BigDecimal> decimals(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }

    /** Oracle: values of 2x^2 - 3x + 0.25, by hand. */
    @Test
    void aParabolaIsFoundFromThreePoints() {
        List<BigDecimal> y = decimals("0.25", "-0.75", "740.25");
        Interpolant parabola = Interpolant.of(X, y, BigDecimal.ZERO);
        assertThat(parabola.coefficients()).containsExactly(2, -3, 0.25);
        assertThat(parabola.at(new BigDecimal("1e1"))).isEqualTo(170.25);
    }

    /** Oracle: 2x^2 - 3x + 0.25 = 2(x-1)^2 + (x-1) - 0.75, by hand. */
    @Test
    void aCentreChangesTheCoefficientsAndNotTheValues() {
        Interpolant parabola = Interpolant.of(X, decimals("0.25", "-0.75", "740.25"), BigDecimal.ONE);
        assertThat(parabola.coefficients()).containsExactly(2, 1, -0.75);
        assertThat(parabola.at(BigDecimal.TEN)).isEqualTo(170.25);
    }

    @Test
    void thePolynomialMeetsItsPointsExactlyWhateverItsDegree() {
        List<BigDecimal> x = decimals("0.7", "1.3", "1.9", "2.6", "2.9", "3.6", "3.8", "3.95", "4.4", "4.9");
        List<BigDecimal> y = decimals("1.8", "2.2", "4", "5", "6.1", "7", "7.4", "8", "9.1", "1e1");
        Interpolant polynomial = Interpolant.of(x, y, BigDecimal.ZERO);
        for (int i = 0; i < x.size(); i++) {
            assertThat(polynomial.at(x.get(i))).isEqualTo(y.get(i).doubleValue());
        }
    }

    /**
     * Oracle: by hand for the line through (1,1) and (2,2): V = (1 1; 2 1), V^-1 = (-1 1; 2 -1), c = (1, 0), so |V||c|
     * = (1, 2), and |V^-1| of that is (3, 4).
     */
    @Test
    void roundingMovesTheCoefficientsByTheConditionOfThePowers() {
        Interpolant line = Interpolant.of(decimals("1", "2"), decimals("1", "2"), BigDecimal.ZERO);
        double u = Math.pow(2, -53);
        assertThat(line.roundingOfCoefficients()).containsExactly(new double[] {3 * u, 4 * u}, within(0.0));
    }
}
