package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledExamples;
import org.tailoff.data.LabelledImages;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.BookStreams;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunObserver;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.registry.Initialisation;
import org.tailoff.registry.LayerParameters;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.spec.TrainingSpec.LayerRescaling;
import org.tailoff.train.fused.PlainStep;

class TrainerTest {
    private static final int SIDE = 3;
    private static final ExampleSets DATA = new ExampleSets(examples(47, 1), examples(10, 2), examples(20, 3));

    /** N(0,1) weights and biases. */
    private static final WeightInitialiser GAUSSIAN = new WeightInitialiser() {
        @Override
        public String id() {
            return "gaussian";
        }

        @Override
        public String description() {
            return "N(0,1)";
        }

        @Override
        public String source() {
            return "this test";
        }

        @Override
        public double[] weights(Layer layer, RandomGenerator random) {
            return random.doubles(layer.weightCount()).map(x -> 2 * x - 1).toArray();
        }

        @Override
        public double[] biases(Layer layer, RandomGenerator random) {
            return random.doubles(layer.fanOut()).map(x -> 2 * x - 1).toArray();
        }
    };

    private static LabelledImages examples(int count, int seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * SIDE * SIDE];
        random.nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(10);
        }
        return LabelledImages.of(SIDE, SIDE, pixels, labels);
    }

    private static RunSpec spec(Regularisation regularisation, int epochs, SeedSpec seeds) {
        return new RunSpec(
                new DenseNetwork(
                        List.of(SIDE * SIDE, 4, 10), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "g"),
                new TrainingSpec(0.5, 10, epochs, regularisation),
                new DataSpec(47, List.of(DataSet.TRAINING, DataSet.TEST)),
                seeds,
                ExecutionSpec.DEFAULT);
    }

    /** Oracle: plain loops, whose hidden weights are multiplied between the first epoch's updates and the second's. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void rescalingMultipliesTheWeightsOfOneLayerBetweenTwoEpochs(Engine engine) {
        RunSpec plain = spec(new Regularisation.L2(0.7), 2, new SeedSpec.Streams(3));
        RunSpec spec = new RunSpec(
                        plain.network(),
                        new TrainingSpec(0.5, 10, 2, new Regularisation.L2(0.7), new LayerRescaling(1, 1, 1.5)),
                        plain.data(),
                        plain.seeds(),
                        plain.execution())
                .withExecution(new ExecutionSpec(engine, Precision.DOUBLE, 1));
        NamedStreams streams = new NamedStreams(3);
        PlainStep reference = PlainStep.ofTheBook(
                Initialisation.of(GAUSSIAN, shapes(spec), streams.initialisation()), 0.5, 0.5 * 0.7 / 47);
        int weights = SIDE * SIDE * 4;
        int[] order = Shuffle.identity(47);
        double[] kicked = new double[weights];
        RandomGenerator shuffling = streams.shuffling();
        for (int epoch = 1; epoch <= 2; epoch++) {
            Shuffle.inPlace(order, shuffling);
            for (int from = 0; from < 47; from += 10) {
                reference.step(DATA.training(), Arrays.copyOfRange(order, from, Math.min(from + 10, 47)));
            }
            if (epoch == 1) {
                for (int i = 0; i < weights; i++) {
                    reference.parameters[i] *= 1.5;
                    kicked[i] = reference.parameters[i];
                }
            }
        }
        TensorEpoch end = train(spec).get(2).tensors().get(0);
        assertThat(end.statistics().norm()).isCloseTo(PlainStep.norm(reference.parameters, 0, weights), within(1e-12));
        double f = Math.pow(1 - 0.5 * 0.7 / 47, 5);
        double drift = 0;
        for (int i = 0; i < weights; i++) {
            drift += Math.pow(reference.parameters[i] - f * kicked[i], 2);
        }
        assertThat(end.displacement().orElseThrow().drift()).isCloseTo(Math.sqrt(drift), within(1e-12));
    }

    @Test
    void aLayerThatIsNotThereIsNotRescaled() {
        RunSpec spec = spec(new Regularisation.None(), 2, new SeedSpec.Streams(3));
        TrainingSpec third = new TrainingSpec(0.5, 10, 2, new Regularisation.None(), new LayerRescaling(1, 3, 2));
        assertThatThrownBy(() -> new RunSpec(spec.network(), third, spec.data(), spec.seeds(), ExecutionSpec.DEFAULT))
                .hasMessage("training.rescaling.layer must be at most 2, the layers of weights, was 3");
    }

    private static List<EpochRecord> train(RunSpec spec) {
        List<EpochRecord> epochs = new ArrayList<>();
        RunObserver observer = new RunObserver() {
            @Override
            public void epoch(EpochRecord epoch) {
                epochs.add(epoch);
            }
        };
        new Trainer(spec, DATA, GAUSSIAN).train(observer, Optional.empty(), state -> {});
        return epochs;
    }

    @Nested
    class OneUpdate {
        /**
         * Hand calculation on a 1-1 network: w = 2, b = 0, x = 1/2, y = 0, so z = 1 and a = sigmoid(1) = 0.7310585786.
         * With eta = 0.5, lambda = 0.3 and n = 1: w' = (1 - 0.15) 2 - 0.5 a x, b' = 0 - 0.5 a.
         */
        @Test
        void isTheBooksEquation93() {
            RunSpec spec = new RunSpec(
                    new DenseNetwork(List.of(1, 10), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "g"),
                    new TrainingSpec(0.5, 1, 1, new Regularisation.L2(0.3)),
                    new DataSpec(1, List.of()),
                    new SeedSpec.Streams(1),
                    ExecutionSpec.DEFAULT);
            MultiLayerNetwork network = Networks.build(spec, Initialisation.of(constant(2, 0), shapes(spec), random()));
            LabelledImages half = LabelledImages.of(1, 1, new byte[] {(byte) 128}, new byte[] {9});

            network.fit(new MiniBatches(half, new int[] {0}, 1, InputForm.FLAT, DataType.DOUBLE));

            double a = 1 / (1 + Math.exp(-1));
            double[] weights = network.getParam("0_W").dup().data().asDouble();
            double[] biases = network.getParam("0_b").dup().data().asDouble();
            assertThat(weights[0]).isCloseTo(0.85 * 2 - 0.5 * a * 0.5, within(1e-15));
            assertThat(weights[9]).isCloseTo(0.85 * 2 - 0.5 * (a - 1) * 0.5, within(1e-15));
            assertThat(biases[0]).isCloseTo(-0.5 * a, within(1e-15));
            assertThat(biases[9]).isCloseTo(-0.5 * (a - 1), within(1e-15));
        }

        private WeightInitialiser constant(double weight, double bias) {
            return new WeightInitialiser() {
                @Override
                public String id() {
                    return "constant";
                }

                @Override
                public String description() {
                    return "w = " + weight;
                }

                @Override
                public String source() {
                    return "this test";
                }

                @Override
                public double[] weights(Layer layer, RandomGenerator random) {
                    double[] weights = new double[layer.weightCount()];
                    Arrays.fill(weights, weight);
                    return weights;
                }

                @Override
                public double[] biases(Layer layer, RandomGenerator random) {
                    double[] biases = new double[layer.fanOut()];
                    Arrays.fill(biases, bias);
                    return biases;
                }
            };
        }
    }

    private static List<LayerShape> shapes(RunSpec spec) {
        return Networks.shapes(spec.dense());
    }

    private static RandomGenerator random() {
        return new Random(0);
    }

    /** Oracle: z of the hidden layer is the logit of the activations that plain loops give. */
    @Test
    void theSizeOfTheWeightedInputsIsRecordedBeforeTheFirstUpdate() {
        RunSpec spec = spec(new Regularisation.None(), 1, new SeedSpec.Streams(1));
        PlainStep reference = PlainStep.ofTheBook(
                Initialisation.of(GAUSSIAN, shapes(spec), new NamedStreams(1).initialisation()), 0.5, 0);
        double squares = 0;
        for (int example = 0; example < 47; example++) {
            double[] input = new double[SIDE * SIDE];
            DATA.training().copyInputs(example, input, 0);
            for (double a : reference.activations(input)[1]) {
                squares += Math.pow(Math.log(a / (1 - a)), 2);
            }
        }
        assertThat(train(spec).get(0).layers().get(0).rmsZ().orElseThrow())
                .isCloseTo(Math.sqrt(squares / (47 * 4)), within(1e-12));
    }

    @Test
    void theFullGradientIsRecordedInTheFirstFiveEpochsAndInEveryTenth() {
        List<EpochRecord> epochs = train(spec(new Regularisation.None(), 21, new SeedSpec.Streams(1)));
        assertThat(epochs.stream()
                        .filter(epoch ->
                                epoch.tensors().get(0).motion().gradientNorm().isPresent())
                        .map(EpochRecord::epoch))
                .containsExactly(0, 1, 2, 3, 4, 5, 10, 20);
    }

    @Nested
    class WholeEpochs {
        /**
         * Oracle: {@link PlainStep}, plain loops. 47 examples in batches of 10 leave a short one. The sums have at most
         * 47 terms of order 1, so that 15 updates differ by no more than about 15 x 47 x 2^-53 = 8e-14.
         */
        @ParameterizedTest
        @EnumSource(Engine.class)
        void areThoseOfThePlainLoops(Engine engine) {
            RunSpec spec = spec(new Regularisation.L2(0.7), 3, new SeedSpec.Book(12345678, 1, 2, 0))
                    .withExecution(new ExecutionSpec(engine, Precision.DOUBLE, 1));
            List<EpochRecord> epochs = train(spec);
            assertThat(epochs).extracting(EpochRecord::epoch).containsExactly(0, 1, 2, 3);
            epochs.remove(0);

            PlainStep reference = PlainStep.ofTheBook(drawnAfterOneOtherNetwork(spec), 0.5, 0.5 * 0.7 / 47);
            RandomGenerator shuffling = new BookStreams(12345678).shuffling();
            int[] order = Shuffle.identity(47);
            Shuffle.inPlace(order, shuffling);
            Shuffle.inPlace(order, shuffling);
            for (EpochRecord epoch : epochs) {
                Shuffle.inPlace(order, shuffling);
                for (int from = 0; from < 47; from += 10) {
                    reference.step(DATA.training(), Arrays.copyOfRange(order, from, Math.min(from + 10, 47)));
                }
                assertScore(epoch.sets().get(0), reference, DATA.training());
                assertScore(epoch.sets().get(1), reference, DATA.test());
            }
        }

        private List<LayerParameters> drawnAfterOneOtherNetwork(RunSpec spec) {
            RandomGenerator random = new BookStreams(12345678).initialisation();
            for (int parameter = 0; parameter < 9 * 4 + 4 + 4 * 10 + 10; parameter++) {
                random.nextGaussian();
            }
            return Initialisation.of(GAUSSIAN, shapes(spec), random);
        }

        private void assertScore(SetScore score, PlainStep reference, LabelledExamples examples) {
            double cost = 0;
            int correct = 0;
            for (int example = 0; example < examples.count(); example++) {
                double[] input = new double[examples.inputs()];
                examples.copyInputs(example, input, 0);
                double[] a = reference.activations(input)[2];
                int best = 0;
                for (int j = 0; j < 10; j++) {
                    cost -= Math.log(j == examples.label(example) ? a[j] : 1 - a[j]);
                    best = a[j] > a[best] ? j : best;
                }
                correct += best == examples.label(example) ? 1 : 0;
            }
            assertThat(score.images()).isEqualTo(examples.count());
            assertThat(score.correctOnes()).isEqualTo(correct);
            assertThat(score.cost().data()).isCloseTo(cost / examples.count(), within(1e-12));
            assertThat(score.cost().regularised())
                    .isCloseTo(
                            cost / examples.count() + 0.7 / examples.count() * reference.weightSquares() / 2,
                            within(1e-12));
        }
    }

    @Test
    void theSameSpecGivesTheSameBits() {
        RunSpec spec = spec(new Regularisation.L1(0.1), 2, new SeedSpec.Streams(42));
        assertThat(train(spec)).isEqualTo(train(spec));
    }

    @Test
    void anotherMasterSeedGivesAnotherRun() {
        assertThat(train(spec(new Regularisation.None(), 1, new SeedSpec.Streams(42))))
                .isNotEqualTo(train(spec(new Regularisation.None(), 1, new SeedSpec.Streams(43))));
    }

    @Test
    void moreTrainingImagesThanThereAreIsRefused() {
        RunSpec spec = spec(new Regularisation.None(), 1, new SeedSpec.Streams(1));
        RunSpec tooMany = new RunSpec(
                spec.network(), spec.training(), new DataSpec(48, List.of()), spec.seeds(), spec.execution());
        assertThatThrownBy(() -> new Trainer(tooMany, DATA, GAUSSIAN))
                .hasMessage("data.training-images must be at most 47, the size of the training set, was 48");
    }
}
