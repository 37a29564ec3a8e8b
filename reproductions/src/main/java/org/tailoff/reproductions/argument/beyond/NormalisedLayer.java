package org.tailoff.reproductions.argument.beyond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.PowerLaw;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Numbers;
import org.tailoff.claim.Prediction;
import org.tailoff.reproductions.argument.beyond.NetworkSetting.Method;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.NamedNumbers;
import org.tailoff.verify.Plan;

/**
 * N9: what the law behind the size would be if the size of the hidden weights did not matter to what the layer does,
 * and so the control of N4 to N6. Batch normalisation takes it out: <g, W> = 0, nothing acts along the weights, and the
 * balance of decay and noise, lambda S/n = (eta/2) ||g||^2 with g as 1/||W||, gives S^2 as eta/lambda.
 *
 * <p><b>Source:</b> van Laarhoven 2017 (arXiv 1706.05350); rotation: Kosson, Messmer and Jaggi 2024 (2305.17212).
 *
 * <p><b>How it is tested:</b> 784-30-10, batch normalisation of DL4J between the hidden layer's weights, which alone
 * decay, and its sigmoid; 1,000 images, mini-batches of 10, lambda = 2, eta = 0.25, 0.5 and 1, 8,000 steps, of which
 * the last half counts.
 *
 * <p><b>What would refute it:</b> a cosine above 1e-3. It is not 0, because DL4J divides by sqrt(v + 1e-5), v the
 * variance of z over the mini-batch: of the gradient along W_j that leaves the fraction 1e-5/(v + 1e-5), below 1e-3
 * where z varies by 0.1 or more, while random vectors of as many elements have 6.5e-3. An exponent more than 0.1 from
 * 1/4. An angle more than 10 % away.
 */
final class NormalisedLayer implements ClaimTest {
    private static final double[] RATES = {0.25, 0.5, 1};
    private static final double LAMBDA = 2;
    private static final double DECAY = LAMBDA / NetworkSetting.IMAGES;

    private static final double COSINE = 1e-3;
    private static final double TENTH = 0.1;
    private static final double QUARTER = 0.25;

    /** The cosine without normalisation is at least this, above that of random vectors. */
    private static final double WITHOUT = 1e-2;

    /** The size of a layer that has settled moves less than this from one quarter of the run to the next. */
    private static final double DRIFT = 0.05;

    private static final Claim CLAIM = new Claim(
            "N9",
            "of a normalised layer <g, W> = 0, and its size is as (eta/(lambda m))^(1/4)",
            "van Laarhoven 2017 (1706.05350); Kosson, Messmer and Jaggi 2024 (2305.17212)",
            "batch normalisation in DL4J, 784-30-10, n 1000, m 10, lambda 2: RMS cosine of g and W; slope of ln RMS over"
                    + " ln eta; RMS angle of a step over sqrt(2q)",
            "a cosine above 1e-3; a slope more than 0.1 from 1/4; an angle more than 10 % away");

    private final Function<NetworkSetting, TrainedLayers> runs;

    NormalisedLayer(Function<NetworkSetting, TrainedLayers> runs) {
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

    /** The hidden layer at one learning rate, where it has settled; one per seed. */
    private record World(double eta, List<String> names, List<LayerSteps> settled) {
        String label() {
            return "eta " + Numbers.text(eta) + ", lambda " + Numbers.text(LAMBDA) + ", normalised";
        }

        double q() {
            return eta * DECAY;
        }

        double[] each(ToDoubleFunction<LayerSteps> quantity) {
            return settled.stream().mapToDouble(quantity).toArray();
        }

        double mean(ToDoubleFunction<LayerSteps> quantity) {
            return Arrays.stream(each(quantity)).average().orElseThrow();
        }

        double cosine() {
            return mean(steps -> steps.gradientCosine(eta, q()));
        }

        boolean hasSettled() {
            return settled.stream().allMatch(steps -> Math.abs(steps.drift()) <= DRIFT);
        }

        NamedNumbers details() {
            return new NamedNumbers()
                    .add("eta", eta)
                    .add("lambda", LAMBDA)
                    .add("q", q())
                    .add("RMS", mean(LayerSteps::rms))
                    .add("RMS angle of a step, radians", mean(LayerSteps::rotation))
                    .add("RMS cosine of gradient and weights", cosine())
                    .add("drift of the RMS, last quarter over the one before, less 1", mean(LayerSteps::drift));
        }
    }

    private World world(Plan plan, double eta, boolean normalised) {
        List<NetworkSetting> settings = NetworkSetting.seeds(plan, Method.SGD_L2, normalised, eta, DECAY);
        return new World(
                eta,
                settings.stream().map(NetworkSetting::name).toList(),
                settings.stream()
                        .map(setting -> runs.apply(setting).hidden().lastHalf())
                        .toList());
    }

    @Override
    public List<Finding> examine(ExperimentRuns records) {
        List<World> worlds = DoubleStream.of(RATES)
                .mapToObj(eta -> world(records.plan(), eta, true))
                .toList();
        World without = world(records.plan(), RATES[1], false);
        List<Finding> findings = new ArrayList<>(List.of(power(worlds)));
        worlds.forEach(world -> findings.add(cosine(world, without)));
        worlds.forEach(world -> findings.add(rotation(world)));
        return findings;
    }

    private static Finding power(List<World> worlds) {
        double[][] sizes = IntStream.range(0, worlds.get(0).settled.size())
                .mapToObj(seed -> worlds.stream()
                        .mapToDouble(world -> world.settled.get(seed).rms())
                        .toArray())
                .toArray(double[][]::new);
        PowerLaw law = PowerLaw.overSeeds(RATES, sizes);
        NamedNumbers details = new NamedNumbers().add(law, "eta");
        worlds.forEach(world -> details.add("RMS at eta " + Numbers.text(world.eta), world.mean(LayerSteps::rms)));
        return new Finding(
                CLAIM,
                "exponent 0.25, eta 0.25 to 1, lambda 2, normalised",
                Prediction.near("exponent of eta", QUARTER, TENTH, "the exponent claimed, within 0.1"),
                evidence(worlds, law.exponent(), details),
                List.of(Control.recoversPower(RATES, QUARTER)));
    }

    private static Finding cosine(World world, World without) {
        return new Finding(
                CLAIM,
                "cosine, " + world.label(),
                Prediction.atMost(
                        "RMS cosine of gradient and weights",
                        COSINE,
                        "1e-5/(v + 1e-5) where v, the variance of z, is 0.01; fixed before the runs"),
                new Evidence(
                        Estimate.mean(world.each(steps -> steps.gradientCosine(world.eta, world.q()))),
                        world.names,
                        List.of(),
                        Optional.empty(),
                        world.details()
                                .add(
                                        "cosine of random vectors",
                                        1 / Math.sqrt(world.settled.get(0).weights()))
                                .asMap()),
                List.of(new Control(
                        Prediction.atLeast(
                                "the same without normalisation, eta 0.5",
                                WITHOUT,
                                "the size of the weights then matters to the loss"),
                        Estimate.exact(without.cosine()))));
    }

    private static Finding rotation(World world) {
        return new Finding(
                CLAIM,
                "rotation, " + world.label(),
                Prediction.near("angle over the predicted", 1, TENTH, "fixed before the runs"),
                evidence(
                        List.of(world),
                        Estimate.mean(world.each(steps -> steps.rotation() / Math.sqrt(2 * world.q()))),
                        world.details()),
                List.of(new Control(
                        Prediction.near("recorded decay step over q ||W||", 1, 1e-9, "the layer decays, once, by q"),
                        Estimate.exact(world.mean(steps -> steps.relativeDecay(world.q()))))));
    }

    /** What is said of the settled state is open where the size still moves. */
    private static Evidence evidence(List<World> worlds, Estimate measured, NamedNumbers details) {
        Optional<String> moving = worlds.stream()
                .filter(world -> !world.hasSettled())
                .map(world -> "the size has not settled at " + world.label())
                .findFirst();
        return new Evidence(
                measured,
                worlds.stream().flatMap(world -> world.names.stream()).toList(),
                List.of(),
                moving,
                details.asMap());
    }
}
