package org.tailoff.reproductions.argument.beyond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.tailoff.reproductions.argument.beyond.NetworkSetting.Method;

/** Real networks of DL4J's, for one epoch. */
class Dl4jRunsTest {
    private static final int STEPS = NetworkSetting.STEPS_PER_EPOCH;
    private static final double ETA = 0.5;
    private static final double DECAY = 2e-3;

    private final List<String> lines = new ArrayList<>();
    private final Dl4jRuns runs = new Dl4jRuns(lines::add);

    private static NetworkSetting setting(Method method, boolean normalised, double eta, double decay) {
        return new NetworkSetting(method, normalised, eta, decay, STEPS, 1);
    }

    @Test
    void everyStepOfBothLayersIsKeptFromTheVeryFirst() {
        NetworkSetting setting = setting(Method.SGD_L2, true, ETA, DECAY);
        TrainedLayers layers = runs.apply(setting);
        MultiLayerNetwork start = Dl4jRuns.network(setting);
        assertThat(layers.hidden().norm()).hasSize(STEPS);
        assertThat(layers.hidden().weights()).isEqualTo(784 * 30);
        assertThat(layers.output().weights()).isEqualTo(300);
        assertThat(layers.hidden().norm()[0])
                .isCloseTo(start.getParam("0_W").norm2Number().doubleValue(), within(1e-12));
        assertThat(layers.output().norm()[0])
                .isCloseTo(start.getParam("3_W").norm2Number().doubleValue(), within(1e-12));
        assertThat(lines).containsExactly("dl4j_sgd_l2_n1000_h30_eta0.5_decay0.002_normalised_100steps_seed1: step 0");
    }

    /** Between the hidden weights and their sigmoid, and nothing but the hidden weights decays. */
    @Test
    void aNormalisedLayersGradientIsAtRightAnglesToItAndItAloneDecays() {
        TrainedLayers with = runs.apply(setting(Method.SGD_L2, true, ETA, DECAY));
        TrainedLayers without = runs.apply(setting(Method.SGD_L2, false, ETA, DECAY));
        assertThat(with.hidden().gradientCosine(ETA, ETA * DECAY)).isLessThan(1e-3);
        assertThat(without.hidden().gradientCosine(ETA, ETA * DECAY)).isGreaterThan(1e-3);
        assertThat(with.hidden().relativeDecay(ETA * DECAY)).isCloseTo(1, within(1e-12));
        assertThat(with.output().decay()).containsOnly(0);
    }

    @Test
    void underAdamWBothLayersDecayOnce() {
        TrainedLayers layers = runs.apply(setting(Method.ADAMW, false, 1e-3, 0.5));
        assertThat(layers.hidden().relativeDecay(5e-4)).isCloseTo(1, within(1e-12));
        assertThat(layers.output().relativeDecay(5e-4)).isCloseTo(1, within(1e-12));
    }

    /** A penalty inside Adam: by no constant share of the weights, but both layers decay. */
    @Test
    void underAdamWithL2BothLayersDecay() {
        TrainedLayers layers = runs.apply(setting(Method.ADAM_L2, false, 1e-3, 0.5));
        assertThat(layers.hidden().decay()[0]).isPositive();
        assertThat(layers.output().decay()[0]).isPositive();
        assertThat(layers.hidden().relativeDecay(5e-4)).isNotCloseTo(1, within(0.1));
    }

    @Test
    void aSettingIsTrainedToTheSameBitsAgain() {
        NetworkSetting setting = setting(Method.ADAMW, false, 1e-3, 1);
        assertThat(runs.apply(setting).hidden().norm())
                .isEqualTo(runs.apply(setting).hidden().norm());
    }
}
