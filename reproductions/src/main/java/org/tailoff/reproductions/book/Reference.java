package org.tailoff.reproductions.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tailoff.published.Calculation;
import org.tailoff.published.Criterion;
import org.tailoff.published.Measured;
import org.tailoff.published.PublishedSeries;

/**
 * Puts the numbers of a calculation beside those printed for it, which have as many digits as somebody found worth
 * printing.
 */
public final class Reference {
    private static final String FILE = "calculations";
    private static final String HALF = "half a unit of its last printed digit";
    private static final String ROUNDED =
            "a number that was rounded to its last printed digit tells no more than that; ours has no other error";

    private Reference() {}

    /** Numbers printed somewhere in the file of calculations, with all their digits. */
    public static List<BigDecimal> printed(String pointer) {
        return Published.printed(FILE, pointer);
    }

    /**
     * A series that must agree to the last printed digit.
     *
     * @param title figure and name of the series
     * @param ours the calculated numbers
     * @param pointer where the printed ones stand
     */
    public static PublishedSeries toTheLastDigit(Title title, Measured ours, String pointer) {
        Criterion rule = new Criterion.Each(halfUnits(printed(pointer)), HALF, ROUNDED);
        return series(title, ours, pointer, rule);
    }

    /**
     * A series whose printed numbers have errors larger than half a digit.
     *
     * @param title figure and name of the series
     * @param ours the calculated numbers
     * @param pointer where the printed ones stand
     * @param more what else they may be off by, and why
     */
    public static PublishedSeries toTheLastDigitAnd(Title title, Measured ours, String pointer, Errors more) {
        List<Double> tolerances = new ArrayList<>(halfUnits(printed(pointer)));
        for (int i = 0; i < tolerances.size(); i++) {
            tolerances.set(i, tolerances.get(i) + more.sizes()[i]);
        }
        return series(title, ours, pointer, new Criterion.Each(tolerances, HALF + " and " + more.words(), more.why()));
    }

    private static PublishedSeries series(Title title, Measured ours, String pointer, Criterion rule) {
        double[] numbers =
                printed(pointer).stream().mapToDouble(BigDecimal::doubleValue).toArray();
        return new PublishedSeries(title.figure(), title.name(), new Calculation(ours), numbers, List.of(rule));
    }

    private static List<Double> halfUnits(List<BigDecimal> numbers) {
        return numbers.stream().map(number -> number.ulp().doubleValue() / 2).toList();
    }

    /**
     * What a series is called.
     *
     * @param figure id of the figure that shows it
     * @param name what it is, in a few words
     */
    public record Title(String figure, String name) {}

    /**
     * Errors of printed numbers beside rounding to the last digit.
     *
     * @param sizes one per number
     * @param words what they are
     * @param why the reason
     */
    public record Errors(double[] sizes, String words, String why) {}
}
