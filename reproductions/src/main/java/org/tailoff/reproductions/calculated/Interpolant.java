package org.tailoff.reproductions.calculated;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;

/**
 * The polynomial of degree n - 1 through n points, p(x) = sum_k c_k (x - centre)^k, solved for in rational numbers:
 * exact, however badly conditioned the powers of x are.
 */
public final class Interpolant {
    private final BigFraction centre;
    private final FieldMatrix<BigFraction> powers;
    private final BigFraction[] coefficients;

    private Interpolant(BigFraction centre, FieldMatrix<BigFraction> powers, BigFraction[] coefficients) {
        this.centre = centre;
        this.powers = powers;
        this.coefficients = coefficients;
    }

    /**
     * The interpolant of points given by decimal numbers.
     *
     * @param x n different places
     * @param y n values
     * @param centre what is taken from x before it is raised to powers
     * @return the polynomial
     */
    public static Interpolant of(List<BigDecimal> x, List<BigDecimal> y, BigDecimal centre) {
        BigFraction middle = fraction(centre);
        FieldMatrix<BigFraction> powers = new Array2DRowFieldMatrix<>(
                BigFractionField.getInstance(),
                x.stream()
                        .map(each -> powers(fraction(each).subtract(middle), x.size()))
                        .toArray(BigFraction[][]::new));
        BigFraction[] values = y.stream().map(Interpolant::fraction).toArray(BigFraction[]::new);
        return new Interpolant(
                middle,
                powers,
                new FieldLUDecomposition<>(powers)
                        .getSolver()
                        .solve(new ArrayFieldVector<>(values))
                        .toArray());
    }

    private static BigFraction fraction(BigDecimal decimal) {
        int scale = Math.max(0, decimal.scale());
        return new BigFraction(
                decimal.setScale(scale).unscaledValue(),
                BigDecimal.TEN.pow(scale).toBigIntegerExact());
    }

    /** The powers of x, the highest first. */
    private static BigFraction[] powers(BigFraction x, int count) {
        return IntStream.range(0, count).mapToObj(k -> x.pow(count - 1 - k)).toArray(BigFraction[]::new);
    }

    /** {@return the n coefficients, that of the highest power first} */
    public double[] coefficients() {
        return doubles(coefficients);
    }

    /**
     * The polynomial's value.
     *
     * @param x any decimal number
     * @return p(x), worked out in rational numbers
     */
    public double at(BigDecimal x) {
        BigFraction shifted = fraction(x).subtract(centre);
        return Arrays.stream(coefficients)
                .reduce(BigFraction.ZERO, (sum, each) -> sum.multiply(shifted).add(each))
                .doubleValue();
    }

    /**
     * How far the coefficients move when every power of x is rounded to double precision: u |V^-1| |V| |c| with u =
     * 2^-53 and V the matrix of the powers, the componentwise bound of Skeel, "Scaling for numerical stability in
     * Gaussian elimination" (1979). Nobody who solves for them in double precision can do better in general.
     *
     * @return one bound per coefficient, that of the highest power first
     */
    public double[] roundingOfCoefficients() {
        FieldMatrix<BigFraction> inverse =
                new FieldLUDecomposition<>(powers).getSolver().getInverse();
        BigFraction[] bound = magnitudes(inverse).operate(magnitudes(powers).operate(magnitudes(coefficients)));
        return Arrays.stream(doubles(bound))
                .map(each -> each * Math.ulp(1.0) / 2)
                .toArray();
    }

    private static FieldMatrix<BigFraction> magnitudes(FieldMatrix<BigFraction> matrix) {
        return new Array2DRowFieldMatrix<>(
                matrix.getField(),
                Arrays.stream(matrix.getData()).map(Interpolant::magnitudes).toArray(BigFraction[][]::new));
    }

    private static BigFraction[] magnitudes(BigFraction... values) {
        return Arrays.stream(values).map(BigFraction::abs).toArray(BigFraction[]::new);
    }

    private static double[] doubles(BigFraction... values) {
        return Arrays.stream(values).mapToDouble(BigFraction::doubleValue).toArray();
    }
}
