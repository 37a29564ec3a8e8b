package org.tailoff.published;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tailoff.analysis.Medians;

/** A rule by which a measured curve agrees with a published one, with its reason. */
public interface Criterion {
    /** {@return the rule in words, with its number} */
    String rule();

    /** {@return why this is the right demand} */
    String why();

    /**
     * Applies the rule.
     *
     * @param published the whole published curve
     * @param measured ours, of the book's own run first and then of its replicas; shorter after a quick run
     * @return the verdict of this rule alone
     */
    Outcome judge(double[] published, List<double[]> measured);

    /**
     * What a rule found.
     *
     * @param holds whether it holds
     * @param applicable whether the measured curve is long enough to tell; a rule that is not applicable holds
     * @param worst the largest deviation it looked at, in the rule's own unit
     */
    record Outcome(boolean holds, boolean applicable, double worst) {}

    /**
     * Every point of a range lies within a tolerance.
     *
     * @param from first epoch judged
     * @param to end of the range, exclusive; at most the length of the published curve
     * @param distance the unit of the tolerance
     * @param tolerance the largest deviation allowed; 0 demands equality
     * @param why the reason
     */
    record Pointwise(int from, int to, Distance distance, double tolerance, String why) implements Criterion {
        @Override
        public String rule() {
            String range = from == 0 && to == Integer.MAX_VALUE ? "every point" : "points " + from + " to " + (to - 1);
            return tolerance == 0 ? range + " equal" : range + " within " + distance.show(tolerance);
        }

        @Override
        public Outcome judge(double[] published, List<double[]> curves) {
            double[] measured = curves.get(0);
            int end = Math.min(to, Math.min(published.length, measured.length));
            double worst = 0;
            for (int epoch = from; epoch < end; epoch++) {
                // Math.max keeps a NaN, and a NaN fails the comparison below.
                worst = Math.max(worst, distance.deviation(published[epoch], measured[epoch]));
            }
            return new Outcome(worst <= tolerance, from < end, worst);
        }
    }

    /**
     * The largest and the last value lie within a tolerance, for curves whose course is chaotic: a single run is one
     * draw, so the medians over the run and its replicas are compared.
     *
     * @param distance the unit of the tolerance
     * @param tolerance the largest deviation allowed
     * @param why the reason
     */
    record BestAndLast(Distance distance, double tolerance, String why) implements Criterion {
        @Override
        public String rule() {
            return "best and last, medians over replicas, within " + distance.show(tolerance);
        }

        @Override
        public Outcome judge(double[] published, List<double[]> curves) {
            if (curves.get(0).length < published.length) {
                return new Outcome(true, false, 0);
            }
            double best = distance.deviation(best(published), median(curves, BestAndLast::best));
            double last = distance.deviation(last(published), median(curves, BestAndLast::last));
            double worst = Math.max(best, last);
            return new Outcome(worst <= tolerance, true, worst);
        }

        private static double best(double[] values) {
            return Arrays.stream(values).max().orElse(Double.NaN);
        }

        private static double last(double[] values) {
            return values[values.length - 1];
        }

        private static double median(List<double[]> curves, ToDoubleFunction<double[]> statistic) {
            return Medians.of(curves.stream().mapToDouble(statistic).toArray());
        }
    }

    /**
     * Every number within a tolerance of its own.
     *
     * @param tolerances the largest deviation allowed, one per published number
     * @param words what the tolerances are
     * @param why the reason
     */
    record Each(List<Double> tolerances, String words, String why) implements Criterion {
        /** Copies the tolerances. */
        public Each {
            tolerances = List.copyOf(tolerances);
        }

        @Override
        public String rule() {
            return "every number within " + words;
        }

        /** The worst deviation is in units of its tolerance. */
        @Override
        public Outcome judge(double[] published, List<double[]> curves) {
            double[] measured = curves.get(0);
            double worst = 0;
            for (int i = 0; i < measured.length; i++) {
                worst = Math.max(worst, Math.abs(measured[i] - published[i]) / tolerances.get(i));
            }
            return new Outcome(worst <= 1, measured.length > 0, worst);
        }
    }

    /** The unit in which two values are compared. */
    sealed interface Distance {
        /**
         * How far two values are apart.
         *
         * @param published the published value
         * @param measured ours
         * @return a number of at least 0, or NaN
         */
        double deviation(double published, double measured);

        /**
         * Words for a tolerance.
         *
         * @param tolerance the number
         * @return the number with its unit
         */
        String show(double tolerance);

        /** |measured - published| / |published|. */
        record Relative() implements Distance {
            @Override
            public double deviation(double published, double measured) {
                return published == measured ? 0 : Math.abs(measured - published) / Math.abs(published);
            }

            @Override
            public String show(double tolerance) {
                return tolerance + " relative";
            }
        }

        /**
         * The difference of two counts in percentage points.
         *
         * @param examples number of examples counted
         */
        record PercentagePoints(int examples) implements Distance {
            @Override
            public double deviation(double published, double measured) {
                return Math.abs(measured - published) * 100 / examples;
            }

            @Override
            public String show(double tolerance) {
                return tolerance + " percentage points";
            }
        }
    }

    /**
     * Every value equal, as integers: no rounding separates two counts.
     *
     * @return the rule
     */
    static Criterion equal() {
        return equal(
                Integer.MAX_VALUE,
                "a count of images is an integer; in float64 with the book's random streams every one must be the same");
    }

    /**
     * The first counts equal.
     *
     * @param epochs how many epochs are judged
     * @param why the reason
     * @return the rule
     */
    static Criterion equal(int epochs, String why) {
        return new Pointwise(0, epochs, new Distance.PercentagePoints(100), 0, why);
    }

    /**
     * Every count within a number of percentage points.
     *
     * @param examples number of examples counted
     * @param points the largest deviation
     * @param why the reason
     * @return the rule
     */
    static Criterion percentagePoints(int examples, double points, String why) {
        return new Pointwise(0, Integer.MAX_VALUE, new Distance.PercentagePoints(examples), points, why);
    }

    /**
     * The first epochs within a relative tolerance.
     *
     * @param epochs how many epochs are judged
     * @param tolerance the largest relative deviation
     * @param why the reason
     * @return the rule
     */
    static Criterion relative(int epochs, double tolerance, String why) {
        return new Pointwise(0, epochs, new Distance.Relative(), tolerance, why);
    }

    /**
     * Every point within a relative tolerance.
     *
     * @param tolerance the largest relative deviation
     * @param why the reason
     * @return the rule
     */
    static Criterion relative(double tolerance, String why) {
        return relative(Integer.MAX_VALUE, tolerance, why);
    }
}
