package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.learning.config.Sgd;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledImages;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.TensorEpoch;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.train.attach.RecordedNetwork;
import org.tailoff.train.measure.ParameterTensor;

/**
 * Standard deviations of tensors whose mean is many times the deviation, where E[x^2] - E[x]^2 has no digit left.
 *
 * <p>Oracle: the parameters after the last update, in decimal arithmetic of 60 digits. Tolerance: elements less a value
 * near their mean are exact or good to 2^-53 of themselves, and the sums of at most 832 of their squares to 1e-13; the
 * 1e-9 is what is promised.
 */
class FarFromZeroTest {
    private static final double PROMISED = 1e-9;

    /** Where the elements lie, and how far the learning rate lets them move: not at all if they are to stay equal. */
    private enum Place {
        ONE_BY_1E6(1, 1e-6, 1e-9),
        ONE_BY_1E8(1, 1e-8, 1e-9),
        THOUSAND_BY_1E6(1000, 1e-6, 1e-9),
        ALL_EQUAL(0.1, 0, 1e-40),
        /** Around zero, as ever. */
        ZERO_BY_ONE(0, 1, 0.1);

        private final double mean;
        private final double deviation;
        private final double learningRate;

        Place(double mean, double deviation, double learningRate) {
            this.mean = mean;
            this.deviation = deviation;
            this.learningRate = learningRate;
        }

        double[] elements(int count) {
            SplittableRandom random = new SplittableRandom(count);
            return random.doubles(count)
                    .map(x -> mean + deviation * Math.sqrt(12) * (x - 0.5))
                    .toArray();
        }
    }

    private final Witness witness = new Witness();

    /** The last iteration and the last epoch against the tensors as they lie in {@code parameters}. */
    private void check(List<ParameterTensor> tensors, double[] parameters) {
        double[] last = witness.rows().get(witness.rows().size() - 1);
        List<TensorEpoch> epoch = witness.epochs.get(witness.epochs.size() - 1).tensors();
        assertThat(epoch).hasSameSizeAs(tensors).hasSizeGreaterThan(3);
        for (int t = 0; t < tensors.size(); t++) {
            ParameterTensor tensor = tensors.get(t);
            double deviation =
                    deviation(Arrays.copyOfRange(parameters, tensor.offset(), tensor.offset() + tensor.length()));
            assertThat(last[t * IterationColumn.COUNT + IterationColumn.STDDEV.index()])
                    .as("iteration's deviation of " + tensor.name())
                    .isCloseTo(deviation, within(PROMISED * deviation));
            assertThat(epoch.get(t).statistics().stddev())
                    .as("epoch's deviation of " + tensor.name())
                    .isCloseTo(deviation, within(PROMISED * deviation));
        }
    }

    private static double deviation(double[] values) {
        MathContext digits = new MathContext(60);
        BigDecimal count = new BigDecimal(values.length);
        BigDecimal mean = Arrays.stream(values)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count, digits);
        return Arrays.stream(values)
                .mapToObj(x -> new BigDecimal(x).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count, digits)
                .sqrt(digits)
                .doubleValue();
    }

    /** 64-13-10: the first weights are measured by identities, the others element by element. */
    @Nested
    class OfARun {
        private static Stream<Arguments> cases() {
            return Stream.of(Engine.FUSED, Engine.DL4J)
                    .flatMap(engine -> Stream.of(Place.values()).map(place -> Arguments.of(engine, place)));
        }

        @ParameterizedTest
        @MethodSource("cases")
        void areThoseOfDecimalArithmetic(Engine engine, Place place) {
            SplittableRandom random = new SplittableRandom(6);
            LabelledImages examples = RandomRun.examples(35, 8, random);
            RunSpec spec = new RunSpec(
                    new DenseNetwork(
                            List.of(64, 13, 10), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "x"),
                    new TrainingSpec(place.learningRate, 10, 2, new Regularisation.L2(0.1)),
                    new DataSpec(35, List.of(DataSpec.DataSet.TRAINING)),
                    new SeedSpec.Streams(1),
                    new ExecutionSpec(engine, Precision.DOUBLE, 1));
            Trainer trainer = new Trainer(spec, new ExampleSets(examples, examples, examples), RandomRun.UNIFORM);
            MultiLayerNetwork network = trainer.network();
            set(network, place);
            trainer.train(witness, Optional.empty(), state -> {});
            assertThat(witness.rows()).hasSize(8);
            check(ParameterTensor.of(network), network.params().data().asDouble());
        }
    }

    private static void set(MultiLayerNetwork network, Place place) {
        List<ParameterTensor> tensors = ParameterTensor.of(network);
        for (ParameterTensor tensor : tensors) {
            double[] elements = place.elements(tensor.length());
            IntStream.range(0, elements.length)
                    .forEach(i -> network.params().putScalar(tensor.offset() + i, elements[i]));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAUsersNetworkAreThoseOfDecimalArithmetic(Place place) {
        MultiLayerNetwork network = SmallNetworks.book(
                SmallNetworks.settings().updater(new Sgd(place.learningRate)).l2(0.01));
        set(network, place);
        try (RecordedNetwork recorded = RecordedNetwork.of(network).observe(witness)) {
            recorded.network().fit(new ExistingDataSetIterator(SmallNetworks.batches()), 2);
        }
        check(ParameterTensor.of(network), network.params().data().asDouble());
    }
}
