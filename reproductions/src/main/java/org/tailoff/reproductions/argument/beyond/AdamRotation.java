package org.tailoff.reproductions.argument.beyond;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.reproductions.argument.beyond.NetworkSetting.Method;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.Plan;

/**
 * N10: under AdamW, which multiplies weights by 1 - eta c beside Adam's step, all layers turn by the same angle a step;
 * with an L2 term, which Adam divides by each weight's gradients, they do not.
 *
 * <p><b>Source:</b> Loshchilov and Hutter 2019 (arXiv 1711.05101); Kosson, Messmer and Jaggi 2024 (2305.17212).
 *
 * <p><b>How it is tested:</b> 784-30-10 of plain sigmoid layers, 1,000 images, mini-batches of 10, Adam of DL4J with
 * eta = 0.001; both layers decay, by AdamW with c = 1 or by L2 with lambda/n = 0.001. RMS angle of a step of the hidden
 * layer's weights and of the output layer's, in the last half of 8,000 steps.
 *
 * <p><b>What would refute it:</b> under AdamW one angle more than 1.25 times the other; with L2, not.
 */
final class AdamRotation implements ClaimTest {
    private static final double ETA = 1e-3;
    private static final double DECOUPLED = 1;
    private static final double L2 = 1e-3;
    private static final double FACTOR = 1.25;

    /** Adam's step is a mean over steps with this weight on the past, which makes steps follow each other. */
    private static final double MOMENTUM = 0.9;

    private static final Claim CLAIM = new Claim(
            "N10",
            "under AdamW layers rotate alike, under Adam with L2 they do not",
            "Loshchilov and Hutter 2019 (1711.05101); Kosson, Messmer and Jaggi 2024 (2305.17212)",
            "DL4J, 784-30-10, n 1000, m 10: the larger over the smaller of the two layers' RMS angles of a step",
            "AdamW: more than 1.25; Adam with L2: less");

    private final Function<NetworkSetting, TrainedLayers> runs;

    AdamRotation(Function<NetworkSetting, TrainedLayers> runs) {
        this.runs = runs;
    }

    @Override
    public List<Claim> claims() {
        return List.of(CLAIM);
    }

    @Override
    public List<Experiment> experiments() {
        return List.of();
    }

    /** Both layers over a whole run, one per seed. */
    private record World(List<String> names, List<TrainedLayers> whole) {
        double mean(ToDoubleFunction<TrainedLayers> quantity) {
            return whole.stream().mapToDouble(quantity).average().orElseThrow();
        }

        double last(Function<TrainedLayers, LayerSteps> layer, ToDoubleFunction<LayerSteps> quantity) {
            return mean(each -> quantity.applyAsDouble(layer.apply(each).lastHalf()));
        }

        Evidence evidence() {
            double predicted = Math.sqrt(2 * ETA * DECOUPLED * (1 - MOMENTUM) / (1 + MOMENTUM));
            return new Evidence(
                    Estimate.mean(
                            whole.stream().mapToDouble(AdamRotation::factor).toArray()),
                    names,
                    List.of(),
                    Optional.empty(),
                    new NamedNumbers()
                            .add("hidden layer's angle over the output layer's", mean(AdamRotation::ratio))
                            .add("hidden layer's RMS angle, radians", last(TrainedLayers::hidden, LayerSteps::rotation))
                            .add("output layer's RMS angle, radians", last(TrainedLayers::output, LayerSteps::rotation))
                            .add("angle that theory has under AdamW, sqrt(2 eta c (1-b)/(1+b)), b = 0.9", predicted)
                            .add("hidden layer's RMS", last(TrainedLayers::hidden, LayerSteps::rms))
                            .add("output layer's RMS", last(TrainedLayers::output, LayerSteps::rms))
                            .add(
                                    "drift of the hidden layer's RMS, last quarter over the one before, less 1",
                                    last(TrainedLayers::hidden, LayerSteps::drift))
                            .add(
                                    "drift of the output layer's RMS, last quarter over the one before, less 1",
                                    last(TrainedLayers::output, LayerSteps::drift))
                            .asMap());
        }
    }

    private World world(Plan plan, Method method, double decay) {
        List<NetworkSetting> settings = NetworkSetting.seeds(plan, method, false, ETA, decay);
        return new World(
                settings.stream().map(NetworkSetting::name).toList(),
                settings.stream().map(runs).toList());
    }

    static double ratio(TrainedLayers layers) {
        return layers.hidden().lastHalf().rotation()
                / layers.output().lastHalf().rotation();
    }

    /** How many times the larger angle is the smaller. */
    static double factor(TrainedLayers layers) {
        double ratio = ratio(layers);
        return Math.max(ratio, 1 / ratio);
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        World decoupled = world(records.plan(), Method.ADAMW, DECOUPLED);
        World coupled = world(records.plan(), Method.ADAM_L2, L2);
        return List.of(
                new Finding(
                        CLAIM,
                        "AdamW, eta 0.001, c 1",
                        Prediction.atMost("factor between the layers' angles", FACTOR, "fixed before the runs"),
                        decoupled.evidence(),
                        List.of(new Control(
                                Prediction.near(
                                        "recorded decay step over eta c ||W||, both layers",
                                        1,
                                        1e-9,
                                        "both layers decay, once"),
                                Estimate.exact(
                                        decoupled.mean(each -> (each.hidden().relativeDecay(ETA * DECOUPLED)
                                                        + each.output().relativeDecay(ETA * DECOUPLED))
                                                / 2))))),
                new Finding(
                        CLAIM,
                        "Adam with L2, eta 0.001, lambda 1",
                        Prediction.atLeast("factor between the layers' angles", FACTOR, "fixed before the runs"),
                        coupled.evidence(),
                        List.of(new Control(
                                Prediction.near(
                                        "norm at the start over that under AdamW", 1, 0, "the same seeds, both layers"),
                                Estimate.exact(start(coupled, decoupled))))));
    }

    /** The start's norms of one over another's, the ratio furthest from 1. */
    private static double start(World one, World other) {
        return IntStream.range(0, one.whole.size())
                .mapToObj(seed -> List.of(
                        one.whole.get(seed).hidden().norm()[0]
                                / other.whole.get(seed).hidden().norm()[0],
                        one.whole.get(seed).output().norm()[0]
                                / other.whole.get(seed).output().norm()[0]))
                .flatMap(List::stream)
                .reduce(1.0, (a, b) -> Math.abs(b - 1) > Math.abs(a - 1) ? b : a);
    }
}
