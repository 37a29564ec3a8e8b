package org.tailoff.reproductions.chapter.section2;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Sampled;
import org.tailoff.figure.Stroke;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Measured;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.Reference;
import org.tailoff.reproductions.book.Reference.Errors;
import org.tailoff.reproductions.book.Reference.Title;
import org.tailoff.reproductions.calculated.Interpolant;

/**
 * The ten points of section 3.2 with the polynomial of ninth degree through all of them and the line y = 2x near them.
 *
 * <p><b>Setting:</b> none; {@link Interpolant} solves for the coefficients in rational numbers.
 *
 * <p><b>To run:</b> {@code tailoff reproduce polynomial_fit}, or this class.
 */
public final class PolynomialFit implements Reproduction {
    private static final String ID = "polynomial_fit";
    private static final String NUMBERS = "/" + ID + "/recalculated/";
    private static final BigDecimal CENTRE = new BigDecimal("2.8");
    private static final BigDecimal FAR = BigDecimal.TEN;
    private static final Sampled PLACES = new Sampled(0, 5.5, 550);
    private static final Axis X = Axis.linear("x", 0, 5.5);
    private static final Axis Y = Axis.linear("y", 0, 11);

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new PolynomialFit()), args);
    }

    /** Read and solved for when first asked for: a command that only looks for a name does without. */
    private static final class Ten {
        static final List<BigDecimal> X = Reference.printed("/" + ID + "/points/x");
        static final List<BigDecimal> Y = Reference.printed("/" + ID + "/points/y");
        static final Interpolant CENTRED = Interpolant.of(X, Y, CENTRE);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "Ten points: is the better model the polynomial that meets them all, or the line that nearly does?";
    }

    @Override
    public String interpretation() {
        return "The polynomial of ninth degree goes through every point exactly, the line y = 2x misses them by up to 0.4."
                + " Yet outside the points the two have nothing in common: at x = 10 the line says 20 and the"
                + " polynomial ten million. What fits best need not predict best, which is the book's case for regularisation.";
    }

    @Override
    public String source() {
        return "section 3.2, the three figures of ten points";
    }

    @Override
    public List<PublishedSeries> series() {
        Interpolant plain = Interpolant.of(Ten.X, Ten.Y, BigDecimal.ZERO);
        Errors rounding = new Errors(
                plain.roundingOfCoefficients(),
                "what rounding the powers of x to double precision does to it, u |V^-1| |V| |c|",
                "the printed coefficients were solved for in double precision, ours in rational numbers");
        return List.of(
                Reference.toTheLastDigitAnd(
                        new Title("polynomial", "coefficients of x^9 to x^0"),
                        byDegree(plain.coefficients()),
                        NUMBERS + "coefficients",
                        rounding),
                Reference.toTheLastDigit(
                        new Title("polynomial", "coefficients of (x-2.8)^9 to (x-2.8)^0"),
                        byDegree(Ten.CENTRED.coefficients()),
                        NUMBERS + "centred"),
                Reference.toTheLastDigit(
                        new Title("line", "residuals of the line: rms, largest"),
                        residuals(),
                        NUMBERS + "rms, largest residual of the line"),
                Reference.toTheLastDigit(
                        new Title("polynomial_and_line", "polynomial and line at x = 10"),
                        new Measured(
                                new double[] {FAR.doubleValue(), FAR.doubleValue()},
                                new double[] {Ten.CENTRED.at(FAR), line(FAR.doubleValue())}),
                        NUMBERS + "polynomial, line at 10"));
    }

    private static double line(double x) {
        return 2 * x;
    }

    private static Measured byDegree(double[] coefficients) {
        int highest = coefficients.length - 1;
        return new Measured(
                IntStream.rangeClosed(0, highest).mapToDouble(i -> highest - i).toArray(), coefficients);
    }

    private Measured residuals() {
        double[] misses = IntStream.range(0, Ten.X.size())
                .mapToDouble(i -> Ten.Y.get(i).doubleValue() - line(Ten.X.get(i).doubleValue()))
                .toArray();
        double squares = IntStream.range(0, misses.length)
                .mapToDouble(i -> misses[i] * misses[i])
                .sum();
        double largest = IntStream.range(0, misses.length)
                .mapToDouble(i -> Math.abs(misses[i]))
                .max()
                .orElseThrow();
        return new Measured(new double[2], new double[] {Math.sqrt(squares / misses.length), largest});
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        Line points = new Line.Curve("the points", Colour.VERMILION, Stroke.DOTS, points());
        Line polynomial = Line.measured(
                "polynomial of degree 9", Colour.BLUE, PLACES.of(at -> Ten.CENTRED.at(BigDecimal.valueOf(at))));
        Line line = Line.measured("y = 2x", Colour.GREEN, PLACES.of(PolynomialFit::line));
        return List.of(
                figure("points", List.of(points)),
                figure("polynomial", List.of(polynomial, points)),
                figure("line", List.of(line, points)),
                figure("polynomial_and_line", List.of(polynomial, line, points)));
    }

    private Points points() {
        return Points.of(doubles(Ten.X), doubles(Ten.Y));
    }

    private static double[] doubles(List<BigDecimal> numbers) {
        return numbers.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    private static Figure figure(String id, List<Line> lines) {
        return new Figure(id, "", new Frame(X, Y, true), Legend.UPPER_LEFT, lines);
    }
}
