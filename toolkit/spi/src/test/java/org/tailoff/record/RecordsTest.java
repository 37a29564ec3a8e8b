package org.tailoff.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.record.TensorEpoch.Displacement;
import org.tailoff.record.TensorEpoch.InputRms;
import org.tailoff.record.TensorEpoch.Motion;
import org.tailoff.record.ValueDistribution.Histogram;
import org.tailoff.record.ValueDistribution.Quantiles;

/** What is recorded cannot be changed by whoever made it or reads it, and what cannot be is refused. */
class RecordsTest {
    private static final TensorStatistics STATISTICS = new TensorStatistics(0, 1, 1, 2, new ValueRange(-1, 1));
    private static final ValueDistribution NO_DISTRIBUTION =
            new ValueDistribution(new Quantiles(List.of(), List.of()), new Histogram(List.of(), List.of()));

    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    /** Fails unless a list follows neither the one that it was made from nor whoever has it. */
    private static <T> void assertCopied(List<T> source, List<T> kept) {
        List<T> before = List.copyOf(source);
        source.clear();
        assertThat(kept).isEqualTo(before).isNotEmpty();
        assertThatThrownBy(kept::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Nested
    class Start {
        private final RunStart.Tensor weights = new RunStart.Tensor("0_W", List.of(784, 30), STATISTICS);
        private final RunStart.Tensor biases = new RunStart.Tensor("0_b", List.of(1, 30), STATISTICS);

        @Test
        void namesItsTensorsInTheirOrder() {
            assertThat(new RunStart(List.of(weights, biases)).names()).containsExactly("0_W", "0_b");
            assertThat(new RunStart(List.of(biases, weights)).names()).containsExactly("0_b", "0_W");
        }

        @Test
        void isCopied() {
            List<RunStart.Tensor> tensors = new ArrayList<>(List.of(weights));
            assertCopied(tensors, new RunStart(tensors).tensors());
            List<Integer> shape = new ArrayList<>(List.of(784, 30));
            assertCopied(shape, new RunStart.Tensor("0_W", shape, STATISTICS).shape());
        }

        @Test
        void hasTensorsWithNames() {
            refuses("name must not be blank: ' '", () -> new RunStart.Tensor(" ", List.of(), STATISTICS));
        }
    }

    @Nested
    class Epoch {
        private final SetScore score = new SetScore("test", 4, 1, new SetScore.Cost(1, 2));
        private final TensorEpoch tensor =
                new TensorEpoch("0_W", STATISTICS, Motion.UNKNOWN, InputRms.NONE, NO_DISTRIBUTION);
        private final LayerEpoch layer = new LayerEpoch("0", 0.5, 0.1, OptionalDouble.empty());

        @Test
        void holdsASetOrATensorOrALayer() {
            assertThat(new EpochRecord(0, List.of(score), List.of(), List.of()).score("test"))
                    .isEqualTo(score);
            assertThat(new EpochRecord(0, List.of(), List.of(tensor), List.of()).tensor("0_W"))
                    .isEqualTo(tensor);
            assertThat(new EpochRecord(0, List.of(), List.of(), List.of(layer)).layer("0"))
                    .isEqualTo(layer);
        }

        @Test
        void isCopied() {
            List<SetScore> sets = new ArrayList<>(List.of(score));
            List<TensorEpoch> tensors = new ArrayList<>(List.of(tensor));
            List<LayerEpoch> layers = new ArrayList<>(List.of(layer));
            EpochRecord record = new EpochRecord(1, sets, tensors, layers);
            assertCopied(sets, record.sets());
            assertCopied(tensors, record.tensors());
            assertCopied(layers, record.layers());
        }

        @Test
        void ofTwoTensorsOfOneNameGivesTheFirst() {
            TensorEpoch other = new TensorEpoch(
                    "0_W",
                    new TensorStatistics(9, 9, 9, 9, new ValueRange(9, 9)),
                    Motion.UNKNOWN,
                    InputRms.NONE,
                    NO_DISTRIBUTION);
            assertThat(new EpochRecord(1, List.of(), List.of(tensor, other), List.of()).tensor("0_W"))
                    .isSameAs(tensor);
        }

        @Test
        void hasTheDisplacementOfWhatMovedTheTensor() {
            Optional<Displacement> displacement = Optional.of(new Displacement(0.1, 0.2));
            Motion motion = new Motion(displacement, Optional.of(new TensorEpoch.Gradient(3, -1)));
            assertThat(new TensorEpoch("0_W", STATISTICS, motion, InputRms.NONE, NO_DISTRIBUTION).displacement())
                    .isEqualTo(displacement);
            assertThat(tensor.displacement()).isEmpty();
        }

        @Test
        void hasTensorsWithNames() {
            refuses(
                    "tensor must not be blank: ''",
                    () -> new TensorEpoch("", STATISTICS, Motion.UNKNOWN, InputRms.NONE, NO_DISTRIBUTION));
        }
    }

    @Nested
    class Numbers {
        @Test
        void allRightAndNoneRightAreScores() {
            SetScore.Cost cost = new SetScore.Cost(0, 0);
            assertThat(new SetScore("test", 3, 0, cost).accuracy()).isZero();
            assertThat(new SetScore("test", 3, 3, cost).accuracy()).isEqualTo(1);
            assertThat(new SetScore("test", 3, 1, cost).accuracy()).isEqualTo(1.0 / 3);
        }

        @Test
        void thereIsNoneWithoutClasses() {
            SetScore score = new SetScore("test", 3, new SetScore.Cost(0, 0));
            assertThat(score.correct()).isEmpty();
            assertThatThrownBy(score::percent)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("set 'test' has no classes, only a cost");
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, Double.MIN_VALUE, 0.5, 1})
        void aShareOfSaturatedInputsIsAFraction(double share) {
            assertThat(new LayerEpoch("0", share, 0, OptionalDouble.empty()).saturation())
                    .isEqualTo(share);
        }

        @ParameterizedTest
        @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
        void anythingElseIsNoShare(double share) {
            refuses(
                    "saturation must be in [0, 1]: " + share,
                    () -> new LayerEpoch("0", share, 0, OptionalDouble.empty()));
        }
    }

    @Nested
    class Distributions {
        @Test
        void areCopied() {
            List<Double> probabilities = new ArrayList<>(List.of(0.0, 1.0));
            List<Double> values = new ArrayList<>(List.of(-3.0, 4.0));
            Quantiles quantiles = new Quantiles(probabilities, values);
            assertCopied(probabilities, quantiles.probabilities());
            assertCopied(values, quantiles.values());
            List<Double> edges = new ArrayList<>(List.of(0.0, 1.0));
            List<Long> counts = new ArrayList<>(List.of(5L));
            Histogram histogram = new Histogram(edges, counts);
            assertCopied(edges, histogram.edges());
            assertCopied(counts, histogram.counts());
        }

        @Test
        void mayBeEmpty() {
            assertThat(NO_DISTRIBUTION.quantiles().values()).isEmpty();
            assertThat(NO_DISTRIBUTION.histogram().counts()).isEmpty();
        }

        @Test
        void ofOneEdgeHaveNoBin() {
            assertThat(new Histogram(List.of(0.0), List.of()).counts()).isEmpty();
            refuses("counts must be one fewer than the 1 edges: 1", () -> new Histogram(List.of(0.0), List.of(1L)));
            refuses("counts must be one fewer than the 0 edges: 1", () -> new Histogram(List.of(), List.of(1L)));
        }

        @Test
        void haveProbabilitiesFromZeroToOne() {
            refuses("probability must be in [0, 1]: 1.5", () -> new Quantiles(List.of(0.0, 1.5), List.of(1.0, 2.0)));
            refuses("probability must be in [0, 1]: -0.5", () -> new Quantiles(List.of(-0.5), List.of(1.0)));
        }
    }

    @Nested
    class ATrainedNetwork {
        @Test
        void isCopiedOnItsWayInAndOut() {
            byte[] dl4j = {1, 2};
            byte[] numpy = {3};
            TrainedNetwork network = new TrainedNetwork(dl4j, numpy);
            dl4j[0] = 9;
            numpy[0] = 9;
            network.dl4j()[1] = 9;
            network.numpy()[0] = 9;
            assertThat(network.dl4j()).containsExactly(1, 2);
            assertThat(network.numpy()).containsExactly(3);
        }
    }
}
