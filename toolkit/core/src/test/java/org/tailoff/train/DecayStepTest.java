package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.tailoff.record.IterationColumn;
import org.tailoff.train.attach.RecordedNetwork;

/**
 * What part of a step is decay's, under every updater. The oracle is {@link PlainUpdater}: loops after the published
 * algorithms, with the sum of the gradients and, beside it, each of them on its own. That the sum's steps are DL4J's is
 * asserted too.
 */
class DecayStepTest {
    private static final String TENSOR = "0_W";
    private static final double L2 = 0.02;
    private static final double RATE = 0.01;

    private static final ISchedule FALLING = new ExponentialSchedule(ScheduleType.ITERATION, RATE, 0.9);

    private final List<DataSet> batches = SmallNetworks.batches();

    static Stream<Named<IUpdater>> updaters() {
        return Stream.of(
                Named.of("Sgd", new Sgd(RATE)),
                Named.of("Adam", new Adam(RATE)),
                Named.of("Adam of other numbers", new Adam(RATE, 0.7, 0.9, 1e-2)),
                Named.of("Adam with a schedule", new Adam(FALLING)),
                Named.of("Nadam", new Nadam(RATE)),
                Named.of("AMSGrad", new AMSGrad(RATE)),
                Named.of("AdaMax", new AdaMax(RATE)),
                Named.of("RmsProp", new RmsProp(RATE)),
                Named.of("AdaGrad", new AdaGrad(RATE)),
                Named.of("Nesterovs", new Nesterovs(RATE, 0.8)),
                Named.of(
                        "Nesterovs with schedules",
                        new Nesterovs(FALLING, new ExponentialSchedule(ScheduleType.ITERATION, 0.9, 0.8))));
    }

    /** What the oracle found at an iteration. */
    private record Expected(double decay, double gradient) {}

    /** Steps a copy of a tensor by loops of its own, from the gradients that DL4J shows. */
    private static final class Oracle extends BaseTrainingListener {
        private final MultiLayerNetwork network;
        private final String tensor;
        private final PlainUpdater updater;
        private final double after;
        private final double l1;
        private final List<Expected> found = new ArrayList<>();
        private double largestMiss;
        private double[] weights = new double[0];
        private double[] gradient = new double[0];

        Oracle(MultiLayerNetwork network, IUpdater updater, double l1, double after) {
            this(network, TENSOR, updater, l1, after);
        }

        Oracle(MultiLayerNetwork network, String tensor, IUpdater updater, double l1, double after) {
            this.network = network;
            this.tensor = tensor;
            this.l1 = l1;
            this.after = after;
            this.updater = PlainUpdater.like(updater, weights().length);
        }

        private double[] weights() {
            return network.getParam(tensor).dup('c').data().asDouble();
        }

        @Override
        public void onGradientCalculation(Model model) {
            weights = weights();
            gradient = network.gradient().getGradientFor(tensor).dup('c').data().asDouble();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] /= network.batchSize();
            }
        }

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            double[] penalty = new double[weights.length];
            for (int i = 0; i < penalty.length; i++) {
                penalty[i] = L2 * weights[i] + l1 * Math.signum(weights[i]);
            }
            PlainUpdater.Parts parts = updater.step(gradient, penalty, iteration, epoch);
            double[] actual = weights();
            double[] decay = new double[weights.length];
            for (int i = 0; i < decay.length; i++) {
                decay[i] = parts.ofPenalty()[i] + after * weights[i];
                double update = parts.ofGradient()[i] + decay[i];
                largestMiss = Math.max(largestMiss, Math.abs(weights[i] - update - actual[i]));
            }
            found.add(new Expected(ExpectedColumns.norm(decay), ExpectedColumns.norm(parts.ofGradient())));
        }
    }

    private List<double[]> recorded(MultiLayerNetwork network, int every, int epochs) {
        Witness witness = new Witness();
        try (RecordedNetwork recorded =
                RecordedNetwork.of(network).every(every).only(TENSOR::equals).observe(witness)) {
            recorded.network().fit(new ExistingDataSetIterator(batches), epochs);
        }
        return witness.rows();
    }

    private static double decay(double[] row) {
        return row[IterationColumn.DECAY_STEP_NORM.index()];
    }

    private static double free(double[] row) {
        return row[IterationColumn.GRADIENT_STEP_NORM.index()];
    }

    private static void assertClose(List<double[]> rows, List<Expected> expected, int every, double tolerance) {
        for (int row = 0; row < rows.size(); row++) {
            Expected found = expected.get(row * every);
            assertThat(decay(rows.get(row)))
                    .as("decay step %d", row)
                    .isCloseTo(found.decay(), relative(found.decay(), tolerance));
            assertThat(free(rows.get(row)))
                    .as("gradient step %d", row)
                    .isCloseTo(found.gradient(), relative(found.gradient(), tolerance));
        }
    }

    private static Offset<Double> relative(double value, double tolerance) {
        return within(tolerance * value);
    }

    private static NeuralNetConfiguration.Builder settings(IUpdater updater) {
        return SmallNetworks.settings().updater(updater);
    }

    /**
     * Tolerance: weights of order 1 less updates of order 1e-2 lose two of sixteen digits, and a second moment is a
     * square.
     */
    @ParameterizedTest
    @MethodSource("updaters")
    void ofL2IsWhatTheUpdaterMakesOfItAlone(IUpdater updater) {
        MultiLayerNetwork network = SmallNetworks.book(settings(updater).l2(L2));
        Oracle oracle = new Oracle(network, updater, 0, 0);
        network.addListeners(oracle);
        List<double[]> rows = recorded(network, 1, 5);
        assertThat(oracle.largestMiss).isLessThan(1e-13);
        assertThat(rows).hasSize(15);
        assertClose(rows, oracle.found, 1, 1e-10);
    }

    /**
     * Steps that are not recorded are remembered all the same; decay after the updater comes on top. DL4J's builders
     * let nobody have L2 and WeightDecay at once, its updaters do.
     */
    @ParameterizedTest
    @MethodSource("updaters")
    void ofAllDecayAtOnceIsTheirSumAtEveryThirdStepToo(IUpdater updater) {
        MultiLayerNetwork network = SmallNetworks.book(settings(updater));
        ((BaseLayer) network.getLayer(0).conf().getLayer())
                .setRegularization(
                        List.of(new WeightDecay(0.04, false), new L1Regularization(0.003), new L2Regularization(L2)));
        Oracle oracle = new Oracle(network, updater, 0.003, 0.04);
        network.addListeners(oracle);
        List<double[]> rows = recorded(network, 3, 5);
        assertThat(oracle.largestMiss).isLessThan(1e-13);
        assertThat(rows).hasSize(5);
        assertClose(rows, oracle.found, 3, 1e-10);
    }

    /**
     * Wherever a tensor lies among those that DL4J steps together: first, in between or last, of a layer whose biases
     * have the same updater or one of their own; kernels, weights of gates, and what lies behind batch normalisation.
     */
    @ParameterizedTest
    @CsvSource({
        "MAPS, 0_W",
        "MAPS, 3_W",
        "MAPS, 4_W",
        "RECURRENT, 0_W",
        "RECURRENT, 0_RW",
        "RECURRENT, 1_W",
        "OWN_BIASES, 0_W",
        "OWN_BIASES, 3_W",
        "OWN_BIASES, 4_W"
    })
    void ofEveryTensorIsWhatTheUpdaterMakesOfItsOwn(Shape shape, String tensor) {
        IUpdater updater = new Adam(RATE);
        MultiLayerNetwork network = shape.network(settings(updater).l2(L2));
        Oracle oracle = new Oracle(network, tensor, updater, 0, 0);
        network.addListeners(oracle);
        Witness witness = new Witness();
        try (RecordedNetwork recorded = RecordedNetwork.of(network).observe(witness)) {
            recorded.network().fit(new ExistingDataSetIterator(shape.batches()), 3);
        }
        int at = witness.starts.get(0).names().indexOf(tensor) * IterationColumn.COUNT;
        List<double[]> rows = witness.rows().stream()
                .map(row -> Arrays.copyOfRange(row, at, at + IterationColumn.COUNT))
                .toList();
        assertThat(oracle.largestMiss).isLessThan(1e-13);
        assertThat(rows).hasSize(9);
        assertClose(rows, oracle.found, 1, 1e-10);
    }

    private enum Shape {
        MAPS,
        RECURRENT,
        OWN_BIASES;

        MultiLayerNetwork network(NeuralNetConfiguration.Builder settings) {
            return switch (this) {
                case MAPS -> SmallNetworks.normalisedMaps(settings);
                case RECURRENT -> SmallNetworks.recurrent(settings);
                case OWN_BIASES -> SmallNetworks.normalisedMaps(settings.biasUpdater(new Nesterovs(0.1)));
            };
        }

        List<DataSet> batches() {
            return this == RECURRENT ? SmallNetworks.sequences() : SmallNetworks.batches();
        }
    }

    /** Gradients are clipped before the penalty is added: decay's part is as without, and the gradient's smaller. */
    @Test
    void ofL2IsNotClippedWithTheGradient() {
        MultiLayerNetwork network = SmallNetworks.book(settings(new Nesterovs(RATE, 0.8))
                .l2(L2)
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(1e-3));
        double[] weights = network.getParam(TENSOR).dup('c').data().asDouble();
        List<double[]> rows = recorded(network, 1, 1);
        // v = -eta l2 w, update = eta l2 w - mu v.
        double first = (1 + 0.8) * RATE * L2 * ExpectedColumns.norm(weights);
        assertThat(decay(rows.get(0))).isCloseTo(first, relative(first, 1e-12));
        assertThat(free(rows.get(0))).isLessThanOrEqualTo((1 + 0.8) * RATE * 1e-3 * (1 + 1e-9));
    }

    /**
     * In single precision: a weight of order 1 has an error of 6e-8, an update of order 1e-2 therefore one of 1e-5, and
     * so has the gradient's part, which is what is left of it; decay's part is made of numbers that are right to 1e-6.
     */
    @ParameterizedTest
    @MethodSource("updaters")
    void ofFloatsIsThatOfFloats(IUpdater updater) {
        MultiLayerNetwork network = SmallNetworks.book(settings(updater).l2(L2).dataType(DataType.FLOAT));
        Oracle oracle = new Oracle(network, updater, 0, 0);
        network.addListeners(oracle);
        List<double[]> rows = recorded(network, 1, 5);
        for (int row = 0; row < rows.size(); row++) {
            Expected found = oracle.found.get(row);
            assertThat(decay(rows.get(row))).isCloseTo(found.decay(), relative(found.decay(), 2e-5));
            assertThat(free(rows.get(row))).isCloseTo(found.gradient(), relative(found.gradient(), 1e-3));
        }
    }

    @Test
    void isUnknownUnderAnUpdaterThatIsNotLinear() {
        List<double[]> rows =
                recorded(SmallNetworks.book(settings(new AdaDelta()).l2(L2)), 1, 2);
        assertThat(rows).hasSize(6).allSatisfy(row -> {
            assertThat(decay(row)).isNaN();
            assertThat(free(row)).isNaN();
            assertThat(row[IterationColumn.UPDATE_NORM.index()]).isPositive();
        });
    }

    @Test
    void isUnknownWhereSomebodyElsesRegularisationActs() {
        NeuralNetConfiguration.Builder settings = settings(new Sgd(RATE));
        settings.setRegularization(List.of(new Halving()));
        List<double[]> rows = recorded(SmallNetworks.book(settings), 1, 1);
        assertThat(rows).allSatisfy(row -> {
            assertThat(decay(row)).isNaN();
            // Under plain gradient descent the gradient's part is known whatever decay does.
            double step = RATE * row[IterationColumn.GRADIENT_NORM.index()];
            assertThat(free(row)).isCloseTo(step, relative(step, 1e-12));
        });
    }

    /** Acts as L2 does, but who would know. */
    private static final class Halving implements Regularization {
        private static final long serialVersionUID = 1L;

        private final L2Regularization l2 = new L2Regularization(L2);

        @Override
        public ApplyStep applyStep() {
            return l2.applyStep();
        }

        @Override
        public void apply(INDArray param, INDArray gradView, double lr, int iteration, int epoch) {
            l2.apply(param, gradView, lr, iteration, epoch);
        }

        @Override
        public double score(INDArray param, int iteration, int epoch) {
            return l2.score(param, iteration, epoch);
        }

        @Override
        public Regularization clone() {
            return new Halving();
        }
    }

    @Test
    void isNothingWithoutDecayUnderEveryUpdater() {
        Stream<Supplier<IUpdater>> all =
                Stream.of(() -> new Adam(RATE), AdaDelta::new, () -> new RmsProp(RATE), () -> new Nesterovs(RATE, 0.8));
        all.map(Supplier::get)
                .forEach(updater -> assertThat(recorded(SmallNetworks.book(settings(updater)), 1, 2))
                        .allSatisfy(row -> {
                            assertThat(decay(row)).isZero();
                            assertThat(free(row)).isEqualTo(row[IterationColumn.UPDATE_NORM.index()]);
                        }));
    }

    /** An updater has a memory of decay that nobody has seen; at beta = 0.01 six steps are 1e-12. */
    @Test
    void ofANetworkTrainedBeforeIsUnknownUntilTheUpdaterHasForgotten() {
        IUpdater updater = new Adam(RATE, 0.009, 0.999, 1e-8);
        MultiLayerNetwork network = SmallNetworks.book(settings(updater).l2(L2));
        Oracle oracle = new Oracle(network, updater, 0, 0);
        network.addListeners(oracle);
        network.fit(new ExistingDataSetIterator(batches), 1);
        List<double[]> rows = recorded(network, 1, 3);
        assertThat(rows.subList(0, 5)).allSatisfy(row -> assertThat(decay(row)).isNaN());
        assertClose(rows.subList(5, 9), oracle.found.subList(8, 12), 1, 1e-10);
    }

    /** RmsProp divides by what it remembers, which is in its state, and remembers no gradient itself. */
    @Test
    void ofANetworkTrainedBeforeIsKnownWhereTheUpdaterRemembersNoGradient() {
        IUpdater updater = new RmsProp(RATE);
        MultiLayerNetwork network = SmallNetworks.book(settings(updater).l2(L2));
        Oracle oracle = new Oracle(network, updater, 0, 0);
        network.addListeners(oracle);
        network.fit(new ExistingDataSetIterator(batches), 1);
        assertClose(recorded(network, 1, 2), oracle.found.subList(3, 9), 1, 1e-10);
    }

    /** A model file without the updater's state begins with an empty memory, whatever its iteration count says. */
    @Test
    void ofANetworkWhoseUpdaterIsFreshIsKnown() {
        IUpdater updater = new Adam(RATE);
        MultiLayerNetwork network = SmallNetworks.book(settings(updater).l2(L2));
        network.setIterationCount(40);
        Oracle oracle = new Oracle(network, updater, 0, 0);
        network.addListeners(oracle);
        assertClose(recorded(network, 1, 2), oracle.found, 1, 1e-10);
    }
}
