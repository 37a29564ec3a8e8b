package org.tailoff.published;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A published curve beside ours, point by point.
 *
 * @param series the published curve and its rules
 * @param ours the measured numbers; fewer than the published ones after a quick run, never more
 * @param replicas the same curve of the run's replicas; of {@link SeedDraws} each draw; empty for most runs
 * @param examples size of the set of examples that both curves are about
 * @param isComparable whether there is a published curve and ours was measured on MNIST like it; if not, there is
 *     nothing to compare
 */
public record CurveComparison(
        PublishedSeries series, Measured ours, List<double[]> replicas, int examples, boolean isComparable) {
    /** How well two curves agree. */
    public enum Agreement {
        /** Every point compared is equal. */
        EXACT,
        /** Every rule that applies holds, and at least one applies. */
        MATCH,
        /** A rule is broken, or none can tell although everything was measured. */
        MISS,
        /** Nothing could be measured, or no rule can tell yet: a quick run has not got so far. */
        NOT_COMPARED
    }

    /**
     * A rule with what it found.
     *
     * @param criterion the rule
     * @param outcome what it found
     */
    public record JudgedRule(Criterion criterion, Criterion.Outcome outcome) {}

    /**
     * Copies the replicas.
     *
     * @throws IllegalArgumentException if {@code ours} is longer than the published curve
     */
    public CurveComparison {
        replicas = List.copyOf(replicas);
        if (series.isPublished() && ours.values().length > series.published().length) {
            throw new IllegalArgumentException("a measured curve must have at most " + series.published().length
                    + " points, " + series.name() + " has " + ours.values().length);
        }
    }

    /** {@return the measured numbers, one per point compared} */
    public double[] measured() {
        return ours.values();
    }

    /** {@return where the points compared stand on the horizontal axis} */
    public double[] x() {
        return ours.x();
    }

    /**
     * What a figure shows of numbers of this series: a count of examples in percent, a cost as it is.
     *
     * @param values published or measured ones
     * @return as many numbers
     */
    public double[] inDisplayUnits(double[] values) {
        return Arrays.stream(values)
                .map(v -> series.source().counts() ? 100 * v / examples : v)
                .toArray();
    }

    /** {@return the number of points compared} */
    public int points() {
        return measured().length;
    }

    /** {@return the number of points that are equal; NaN equals nothing} */
    public int exact() {
        int exact = 0;
        for (double difference : differences()) {
            exact += difference == 0 ? 1 : 0;
        }
        return exact;
    }

    /** Measured minus published, one entry per point compared; none if there is nothing to compare. */
    double[] differences() {
        if (!isComparable) {
            return new double[0];
        }
        double[] published = series.published();
        double[] differences = measured();
        for (int epoch = 0; epoch < differences.length; epoch++) {
            differences[epoch] -= published[epoch];
        }
        return differences;
    }

    /** {@return the largest |measured - published|, in the unit of the curve} */
    public double largestDifference() {
        double largest = 0;
        for (double difference : differences()) {
            largest = Math.max(largest, Math.abs(difference));
        }
        return largest;
    }

    /** {@return every rule with what it found} */
    public List<JudgedRule> findings() {
        List<JudgedRule> findings = new ArrayList<>();
        List<double[]> curves = draws();
        for (Criterion criterion : series.criteria()) {
            findings.add(new JudgedRule(criterion, criterion.judge(series.published(), curves)));
        }
        return findings;
    }

    /** Ours as the criteria see them: the run and its replicas; of several draws each of them, and not their mean. */
    private List<double[]> draws() {
        List<double[]> draws = new ArrayList<>();
        if (!series.source().isMeanOfDraws()) {
            draws.add(measured());
        }
        draws.addAll(replicas);
        return draws;
    }

    /** {@return the verdict on the points compared; whether they are all the book's is for {@link #complete()}} */
    public Agreement verdict() {
        if (points() == 0 || !isComparable) {
            return Agreement.NOT_COMPARED;
        }
        if (exact() == points()) {
            return Agreement.EXACT;
        }
        List<JudgedRule> applicable =
                findings().stream().filter(f -> f.outcome().applicable()).toList();
        if (applicable.isEmpty()) {
            return complete() ? Agreement.MISS : Agreement.NOT_COMPARED;
        }
        return applicable.stream().allMatch(f -> f.outcome().holds()) ? Agreement.MATCH : Agreement.MISS;
    }

    /** {@return whether every published point was measured} */
    public boolean complete() {
        return !series.isPublished() || points() == series.published().length;
    }
}
