package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tailoff.data.LabelledExamples;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.RunObserver;
import org.tailoff.registry.Initialisation;
import org.tailoff.spec.Activation;
import org.tailoff.spec.RunSpec;
import org.tailoff.train.fused.EnginesTest;
import org.tailoff.train.fused.ExampleSource;
import org.tailoff.train.measure.BlockBuilder;

/** DL4J listeners on a network that the fused engine trains are called as {@code fit} calls them. */
class EngineListenersTest {
    private static final int STEPS = 4;

    /** Writes down its calls. */
    private static final class Scribe extends BaseTrainingListener {
        private final MultiLayerNetwork network;
        final List<String> calls = new ArrayList<>();
        final List<Double> scores = new ArrayList<>();

        Scribe(MultiLayerNetwork network) {
            this.network = network;
        }

        @Override
        public void onEpochStart(Model model) {
            calls.add("start of epoch " + network.getEpochCount() + " at " + network.getIterationCount());
        }

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            calls.add(iteration + " of epoch " + epoch + " at " + network.getIterationCount());
            scores.add(network.score());
        }

        @Override
        public void onEpochEnd(Model model) {
            calls.add("end of epoch " + network.getEpochCount() + " at " + network.getIterationCount());
        }
    }

    /**
     * DL4J's score holds the regularisation term. Rounding: as in {@link EnginesTest}, eight steps without the growth
     * of 4.
     */
    @ParameterizedTest
    @EnumSource(RandomRun.Decay.class)
    void numbersAndScoresAreThoseOfFit(RandomRun.Decay decay) {
        RandomRun run = new RandomRun(
                new RandomRun.Draw(7, Activation.SIGMOID, RandomRun.Output.SIGMOID_CROSS_ENTROPY, decay, STEPS));
        MultiLayerNetwork fitted = network(run.spec());
        MultiLayerNetwork fused = network(run.spec());
        LabelledExamples examples = run.data().training();
        Scribe expected = train(
                fitted, new Dl4jEngine(fitted, examples, run.spec().training().miniBatch(), InputForm.FLAT), examples);
        BlockBuilder blocks = new BlockBuilder(List.of("0_W"), 0, new RunObserver() {});
        Scribe actual = train(fused, new FusedEngine(fused, run.spec(), new ExampleSource(examples), blocks), examples);

        assertThat(actual.calls).isEqualTo(expected.calls).hasSize(2 * (STEPS + 2));
        for (int t = 0; t < 2 * STEPS; t++) {
            assertThat(actual.scores.get(t)).isCloseTo(expected.scores.get(t), within(1e-11));
        }
        assertThat(fused.getIterationCount()).isEqualTo(fitted.getIterationCount());
        assertThat(fused.getEpochCount()).isEqualTo(fitted.getEpochCount());
    }

    private static MultiLayerNetwork network(RunSpec spec) {
        return Networks.build(
                spec,
                Initialisation.of(
                        RandomRun.UNIFORM, Networks.shapes(spec.dense()), new NamedStreams(1).initialisation()));
    }

    private static Scribe train(MultiLayerNetwork network, TrainingEngine engine, LabelledExamples examples) {
        Scribe scribe = new Scribe(network);
        network.addListeners(scribe);
        engine.epoch(1, Shuffle.identity(examples.count()));
        engine.epoch(2, Shuffle.identity(examples.count()));
        return scribe;
    }
}
