package org.tailoff.reproductions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Puts the numbers of a calculation beside those printed for it, which have as many digits as somebody found worth printing. */
final class Reference {
    private static final String FILE = "calculations";
    private static final String HALF = "half a unit of its last printed digit";
    private static final String ROUNDED =
            "a number that was rounded to its last printed digit tells no more than that; ours has no other error";

    private Reference() {}

    /** Numbers printed somewhere in the file of calculations, with all their digits. */
    static List<BigDecimal> printed(String pointer) {
        return Published.printed(FILE, pointer);
    }

    /**
     * A series that must agree to the last printed digit.
     *
     * @param title figure and name of the series
     * @param ours the calculated numbers
     * @param pointer where the printed ones stand
     */
    static Series toTheLastDigit(Title title, Measured ours, String pointer) {
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
    static Series toTheLastDigitAnd(Title title, Measured ours, String pointer, Errors more) {
        List<Double> tolerances = new ArrayList<>(halfUnits(printed(pointer)));
        for (int i = 0; i < tolerances.size(); i++) {
            tolerances.set(i, tolerances.get(i) + more.sizes()[i]);
        }
        return series(title, ours, pointer, new Criterion.Each(tolerances, HALF + " and " + more.words(), more.why()));
    }

    private static Series series(Title title, Measured ours, String pointer, Criterion rule) {
        double[] numbers =
                printed(pointer).stream().mapToDouble(BigDecimal::doubleValue).toArray();
        return new Series(title.figure(), title.name(), new Calculation(ours), numbers, List.of(rule));
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
    record Title(String figure, String name) {}

    /**
     * Errors of printed numbers beside rounding to the last digit.
     *
     * @param sizes one per number
     * @param words what they are
     * @param why the reason
     */
    record Errors(double[] sizes, String words, String why) {}
}
