package org.tailoff.published;

import java.util.List;
import java.util.Locale;
import org.hipparchus.stat.StatUtils;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.PredictionInterval;
import org.tailoff.text.Texts;

/**
 * What was published is one draw, as ours are: it lies where one more draw of ours would with a probability of 95 %
 * ({@link Estimate#CONFIDENCE}), the one level of every interval here. For curves whose course is chaotic, and for
 * numbers of sessions without a seed. Of twenty such numbers one is expected to miss.
 *
 * @param statistic what of a curve is compared
 * @param why the reason
 */
public record FurtherDraw(Statistic statistic, String why) implements Criterion {

    /** One number of a curve. */
    public enum Statistic {
        /** The number itself, where the curve is a single one. */
        VALUE("the number") {
            @Override
            double of(double[] curve) {
                return curve[0];
            }
        },
        /** The mean over all epochs. */
        MEAN("mean") {
            @Override
            double of(double[] curve) {
                return StatUtils.mean(curve);
            }
        },
        /** The lowest value of all epochs. */
        LOWEST("minimum") {
            @Override
            double of(double[] curve) {
                return StatUtils.min(curve);
            }
        },
        /** The highest value of all epochs. */
        HIGHEST("maximum") {
            @Override
            double of(double[] curve) {
                return StatUtils.max(curve);
            }
        };

        private final String words;

        Statistic(String words) {
            this.words = words;
        }

        abstract double of(double[] curve);
    }

    @Override
    public String rule() {
        return String.format(
                Locale.ROOT,
                "%s within the %s %% prediction interval of one more draw (1 is its end)",
                statistic.words,
                Texts.fixed(100 * Estimate.CONFIDENCE, 0));
    }

    /** The worst deviation is that of the published number from the mean of ours, in half widths of the interval. */
    @Override
    public Outcome judge(double[] published, List<double[]> draws) {
        if (draws.size() < 2 || draws.get(0).length < published.length) {
            return new Outcome(true, false, 0);
        }
        double[] ours = draws.stream().mapToDouble(statistic::of).toArray();
        double distance = PredictionInterval.of(Estimate.CONFIDENCE, ours).distance(statistic.of(published));
        return new Outcome(distance <= 1, true, distance);
    }
}
