package org.tailoff.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.UniformRealDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.hipparchus.stat.regression.SimpleRegression;
import org.tailoff.initialise.LayerShape;

/** Weights against the distribution that is declared for them. */
final class Statistics {
    /** Of the mean, in standard errors. */
    private static final double MARGIN = 5;

    /** Outside of an interval of 99.99 %. */
    private static final double FALSE_ALARM = 1e-4;

    /** Enough for 1 % of a variance, and at least so many layers that one unlucky draw does not decide. */
    private static final int ENOUGH = 200_000;

    private static final int MIN_LAYERS = 16;
    private static final int MAX_LAYERS = 2000;

    private static final int NEURONS = 50;
    private static final int[] FAN_INS = {10, 40, 160, 640};

    private Statistics() {}

    static List<Trial> trials(Subject subject) {
        List<Trial> trials = new ArrayList<>();
        Subject.SHAPES.forEach(shape -> trials.addAll(moments(subject, shape)));
        trials.add(declared(subject, Subject.LARGEST, "distribution", Statistics::distribution));
        trials.add(declared(subject, Subject.LARGEST, "fan-in exponent", Statistics::exponent));
        return trials;
    }

    /** Mean and variance at one shape. */
    static List<Trial> moments(Subject subject, LayerShape shape) {
        return List.of(
                declared(subject, shape, "mean " + Subject.text(shape), Statistics::mean),
                declared(subject, shape, "variance " + Subject.text(shape), Statistics::variance));
    }

    /** What a check works on. */
    private record Case(Subject subject, String name, LayerShape shape, Law law) {
        double[] draws() {
            int layers = Math.max(MIN_LAYERS, Math.min(MAX_LAYERS, ENOUGH / shape.weightCount()));
            return subject.weights(shape, "moments", layers);
        }

        Check check(boolean holds, String expected, String found) {
            return Check.of(name, holds, expected, found);
        }
    }

    private static Trial declared(Subject subject, LayerShape shape, String name, Function<Case, Check> check) {
        return new Trial(
                name,
                () -> Law.of(subject.distribution(shape))
                        .map(law -> check.apply(new Case(subject, name, shape, law)))
                        .orElseGet(() ->
                                Check.skipped(name, "no distribution declared but " + subject.distribution(shape))));
    }

    private static Check mean(Case given) {
        double[] x = given.draws();
        double mean = DoubleStream.of(x).sum() / x.length;
        double margin = MARGIN * Math.sqrt(given.law().variance() / x.length);
        return given.check(
                Math.abs(mean - given.law().mean()) <= margin,
                format("%.4g +- %.2g, five standard errors", given.law().mean(), margin),
                format("%.4g over %d weights", mean, x.length));
    }

    /**
     * n s^2 / sigma^2 is chi-square of n degrees for normals, and close to a chi-square of 2 n / (kurtosis - 1) degrees
     * for others, which has the variance that theirs has (Satterthwaite 1946).
     */
    private static Check variance(Case given) {
        double[] x = given.draws();
        Law law = given.law();
        double found = DoubleStream.of(x)
                        .map(each -> (each - law.mean()) * (each - law.mean()))
                        .sum()
                / x.length;
        double degrees = 2 * x.length / (law.kurtosis() - 1);
        ChiSquaredDistribution chiSquare = new ChiSquaredDistribution(degrees);
        double low = law.variance() * chiSquare.inverseCumulativeProbability(FALSE_ALARM / 2) / degrees;
        double high = law.variance() * chiSquare.inverseCumulativeProbability(1 - FALSE_ALARM / 2) / degrees;
        return given.check(
                found >= low && found <= high,
                format("%.6g, 99.99 %% interval [%.6g, %.6g]", law.variance(), low, high),
                format("%.6g over %d weights", found, x.length));
    }

    /**
     * Kolmogorov and Smirnov's test of the probabilities of the weights that are not 0 against a uniform distribution.
     */
    private static Check distribution(Case given) {
        double[] x = given.subject().weights(given.shape(), "distribution", 1);
        return given.law()
                .cumulative()
                .map(cumulative -> {
                    double[] probabilities = Arrays.stream(x)
                            .filter(each -> each != 0)
                            .map(cumulative)
                            .toArray();
                    double p = new KolmogorovSmirnovTest()
                            .kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), probabilities);
                    return given.check(
                            p >= FALSE_ALARM,
                            "Kolmogorov-Smirnov p >= 1e-4 for "
                                    + given.subject().distribution(given.shape()),
                            format("p = %.3g over %d weights", p, probabilities.length));
                })
                .orElseGet(() -> Check.skipped(given.name(), "moments alone declared"));
    }

    /** Slope of ln stddev over ln fanIn; each ln stddev has the standard error sqrt((kurtosis - 1) / n) / 2. */
    private static Check exponent(Case given) {
        SimpleRegression declared = new SimpleRegression();
        SimpleRegression measured = new SimpleRegression();
        double errors = 0;
        for (int fanIn : FAN_INS) {
            LayerShape shape = new LayerShape(fanIn, NEURONS);
            Optional<Law> law = Law.of(given.subject().distribution(shape));
            double[] x = given.subject().weights(shape, "exponent", MIN_LAYERS);
            double squares = DoubleStream.of(x).map(each -> each * each).sum() / x.length;
            double mean = law.orElseThrow().mean();
            declared.addData(
                    StrictMath.log(fanIn), StrictMath.log(law.orElseThrow().variance() + mean * mean) / 2);
            measured.addData(StrictMath.log(fanIn), StrictMath.log(squares) / 2);
            errors = Math.max(errors, Math.sqrt((law.orElseThrow().kurtosis() - 1) / x.length) / 2);
        }
        double margin = MARGIN * errors / Math.sqrt(measured.getXSumSquares());
        return given.check(
                Math.abs(measured.getSlope() - declared.getSlope()) <= margin,
                format("fan-in^%.4f +- %.4f, five standard errors", declared.getSlope(), margin),
                format("fan-in^%.4f", measured.getSlope()));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
