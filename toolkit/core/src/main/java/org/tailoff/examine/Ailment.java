package org.tailoff.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tailoff.claim.Numbers;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.LayerEpoch;

/**
 * Something that ails a tensor.
 *
 * @param kind what
 * @param evidence the numbers that show it, as a sentence without its subject
 * @param advice what may help
 */
public record Ailment(Kind kind, String evidence, String advice) {
    /** What can ail a tensor; the bounds are those of Amazon SageMaker Debugger's built-in rules where it has one. */
    public enum Kind {
        /** A step of {@link #LARGE} times the weights, or weights that double in the last epoch by long steps. */
        EXPLODING,
        /** No gradient reaches it, or half of the units that it feeds give nothing. */
        DEAD,
        /** More than half of the units that it feeds are where their activation is flat. */
        SATURATED,
        /** Its steps are less than {@link #SMALL} of its length, although it is not dead. */
        IDLE
    }

    /** A step of so many times the weights is too large: WeightUpdateRatio's {@code large_threshold}. */
    public static final double LARGE = 10;

    /** A step of less than this share of the weights is none: WeightUpdateRatio's {@code small_threshold}. */
    public static final double SMALL = 1e-8;

    /** A layer is saturated, or dead, if more than this share of it is: {@code threshold_layer} of both rules. */
    public static final double HALF = 0.5;

    /** Weights that grow by this factor in the last epoch are on their way out; a choice of ours. */
    public static final double GROWTH = 2;

    /** By steps at least so long, a hundred times {@link StepSize#RULE_OF_THUMB}; a choice of ours. */
    public static final double LONG_STEP = 0.1;

    private static final double ROUNDING = 1e-6;

    static List<Ailment> of(TensorSeries series, StepSize steps, Optional<LayerEpoch> units) {
        List<Ailment> found = new ArrayList<>();
        exploding(series, steps).ifPresent(found::add);
        dead(series, units).ifPresent(found::add);
        saturated(units).ifPresent(found::add);
        if (found.stream().noneMatch(ailment -> ailment.kind == Kind.DEAD)) {
            idle(steps).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<Ailment> exploding(TensorSeries series, StepSize steps) {
        String advice = "a lower learning rate, clipped gradients, or larger initial weights if they were tiny";
        if (steps.largest() >= LARGE) {
            String evidence = String.format(
                    Locale.ROOT,
                    "the step of iteration %d is %s times as long as the weights before it; from %s on is too long",
                    steps.largestAt(),
                    Numbers.text(steps.largest()),
                    Numbers.text(LARGE));
            return Optional.of(new Ailment(Kind.EXPLODING, evidence, advice));
        }
        int[] last = series.time().rowsOf(series.time().lastEpoch()).toArray();
        double growth = series.norm()[last[last.length - 1]] / series.before()[last[0]];
        if (steps.last() < LONG_STEP || growth < GROWTH) {
            return Optional.empty();
        }
        String evidence = String.format(
                Locale.ROOT,
                "the last epoch multiplies its norm by %s, with steps of %s of its length",
                Numbers.text(growth),
                Numbers.text(steps.last()));
        return Optional.of(new Ailment(Kind.EXPLODING, evidence, advice));
    }

    private static Optional<Ailment> dead(TensorSeries series, Optional<LayerEpoch> units) {
        String advice = "a lower learning rate, smaller negative biases, or an activation that has a slope everywhere";
        double share = units.map(Ailment::deadShare).orElse(0.0);
        if (share > HALF) {
            String evidence = String.format(
                    Locale.ROOT,
                    "at the end %s %% of the units that it feeds give no slope to any example of the sample",
                    Numbers.text(100 * share));
            return Optional.of(new Ailment(Kind.DEAD, evidence, advice));
        }
        int row = series.rows();
        while (row > 0 && series.gradient()[row - 1] == 0) {
            row--;
        }
        int last = series.time().rowsOf(series.time().lastEpoch()).findFirst().orElseThrow();
        return row > last
                ? Optional.empty()
                : Optional.of(new Ailment(
                        Kind.DEAD,
                        String.format(
                                Locale.ROOT,
                                "its gradient is 0 at every recorded step from iteration %d on",
                                series.time().iterations()[row]),
                        advice));
    }

    /** Runs of earlier versions do not tell single units. */
    private static double deadShare(LayerEpoch layer) {
        return layer.dead().orElse(layer.meanSigmaPrime() == 0 ? 1 : 0);
    }

    private static Optional<Ailment> saturated(Optional<LayerEpoch> units) {
        return units.filter(layer -> layer.saturation() > HALF && !isRectified(layer))
                .map(layer -> new Ailment(
                        Kind.SATURATED,
                        String.format(
                                Locale.ROOT,
                                "at the end %s %% of the weighted inputs that it makes are where the activation is flat",
                                Numbers.text(100 * layer.saturation())),
                        "smaller initial weights, such as N(0, 1/fan-in), or more weight decay"));
    }

    /** A unit with a slope of 1 or none, as a rectified one, is flat on one side by design: only dead ones are ill. */
    private static boolean isRectified(LayerEpoch layer) {
        return Math.abs(layer.meanSigmaPrime() - (1 - layer.saturation())) < ROUNDING;
    }

    private static Optional<Ailment> idle(StepSize steps) {
        List<Integer> below = steps.epochsBelow(SMALL);
        if (below.isEmpty()) {
            return Optional.empty();
        }
        String evidence = String.format(
                Locale.ROOT,
                "from epoch %d on the median step is less than %s of its length, in the last %s",
                below.get(0),
                Numbers.text(SMALL),
                Numbers.text(steps.last()));
        return Optional.of(new Ailment(Kind.IDLE, evidence, "a higher learning rate, if it is to learn"));
    }

    /** The units that a tensor feeds, at the end of a run: those of the layer whose number begins its name. */
    static Optional<LayerEpoch> units(List<EpochRecord> epochs, String tensor) {
        String layer = tensor.replaceFirst("_.*", "");
        return epochs.isEmpty()
                ? Optional.empty()
                : epochs.get(epochs.size() - 1).layers().stream()
                        .filter(each -> each.layer().equals(layer))
                        .findFirst();
    }
}
