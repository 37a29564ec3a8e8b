package org.tailoff.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.LayerShape;
import org.tailoff.text.Texts;

/** Whether neurons, and layers, are drawn independently of each other, unless a structure is declared. */
final class Independence {
    /** In standard errors. */
    private static final double MARGIN = 5;

    private static final LayerShape SHAPE = Subject.LARGEST;

    private Independence() {}

    static List<Trial> trials(Subject subject) {
        return List.of(
                new Trial("neurons independent", () -> drawing(subject, "neurons independent", Independence::neurons)),
                new Trial("layers independent", () -> drawing(subject, "layers independent", Independence::layers)));
    }

    @FunctionalInterface
    private interface Test {
        Check apply(Subject subject, String name);
    }

    private static Check drawing(Subject subject, String name, Test test) {
        Optional<String> structure = subject.initialiser().structure();
        if (structure.isPresent()) {
            return Check.skipped(name, "a structure by design: " + Texts.oneLine(structure.get()));
        }
        return subject.distribution(SHAPE) instanceof Distribution.Fixed
                ? Check.skipped(name, "that nothing is drawn")
                : test.apply(subject, name);
    }

    /**
     * The mean of n r^2 over all pairs of neurons, r the correlation of their n weights: 1 if they are independent,
     * with the standard error sqrt((2 + (k^2 - 3) / n) / pairs), k the kurtosis. Less than 1 is no fault: orthogonal
     * neurons have 0.
     */
    private static Check neurons(Subject subject, String name) {
        double[] w = standardised(subject.weights(SHAPE, "neurons", 1));
        int n = SHAPE.fanIn();
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < SHAPE.fanOut(); a++) {
            for (int b = a + 1; b < SHAPE.fanOut(); b++) {
                double r = inner(w, a * n, b * n, n) / n;
                sum += n * r * r;
                pairs++;
            }
        }
        double kurtosis = DoubleStream.of(w).map(x -> x * x * x * x).sum() / w.length;
        double margin = MARGIN * Math.sqrt((2 + Math.max(0, kurtosis * kurtosis - 3) / n) / pairs);
        return Check.of(
                name,
                sum / pairs <= 1 + margin,
                String.format(Locale.ROOT, "mean of n r^2 over %d pairs at most 1 + %.2g", pairs, margin),
                String.format(Locale.ROOT, "%.4f", sum / pairs));
    }

    /**
     * The correlation of two layers drawn one after the other from one stream; its standard error is 1 / sqrt(weights).
     */
    private static Check layers(Subject subject, String name) {
        RandomGenerator random = Subject.stream("layers");
        double[] first = standardised(subject.weights(SHAPE, random));
        double[] second = standardised(subject.weights(SHAPE, random));
        double[] both = DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second))
                .toArray();
        double r = inner(both, 0, first.length, first.length) / first.length;
        double margin = MARGIN / Math.sqrt(first.length);
        return Check.of(
                name,
                Math.abs(r) <= margin,
                String.format(Locale.ROOT, "correlation of two layers 0 +- %.2g, five standard errors", margin),
                String.format(Locale.ROOT, "%.4g", r));
    }

    private static double[] standardised(double[] w) {
        double mean = DoubleStream.of(w).sum() / w.length;
        double stddev =
                Math.sqrt(DoubleStream.of(w).map(x -> (x - mean) * (x - mean)).sum() / w.length);
        return DoubleStream.of(w).map(x -> (x - mean) / stddev).toArray();
    }

    private static double inner(double[] w, int from, int to, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += w[from + i] * w[to + i];
        }
        return sum;
    }
}
