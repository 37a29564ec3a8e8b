package org.tailoff.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledImages;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;

/** A randomly drawn small run, to be carried out in several ways. */
public final class RandomRun {
    private static final int CLASSES = 10;

    /** What a run's shape is drawn from. */
    public record Draw(long seed, Activation hidden, Output output, Decay decay, int steps) {}

    /** An output activation with its cost. */
    public enum Output {
        SIGMOID_CROSS_ENTROPY(Activation.SIGMOID, Cost.CROSS_ENTROPY),
        SOFTMAX_CROSS_ENTROPY(Activation.SOFTMAX, Cost.CROSS_ENTROPY),
        SIGMOID_QUADRATIC(Activation.SIGMOID, Cost.QUADRATIC);

        private final Activation activation;
        private final Cost cost;

        Output(Activation activation, Cost cost) {
            this.activation = activation;
            this.cost = cost;
        }
    }

    /** A kind of regularisation. */
    public enum Decay {
        NONE,
        L1,
        L2
    }

    private final ExampleSets data;
    private final RunSpec spec;

    /** At most {@code steps} updates an epoch, the last one on a short mini-batch if there are several. */
    public RandomRun(Draw draw) {
        SplittableRandom random = new SplittableRandom(draw.seed());
        int side = 2 + random.nextInt(5);
        int miniBatch = 2 + random.nextInt(9);
        int examples =
                draw.steps() == 1 ? miniBatch : (draw.steps() - 1) * miniBatch + 1 + random.nextInt(miniBatch - 1);
        data = new ExampleSets(examples(examples, side, random), examples(5, side, random), examples(7, side, random));
        List<Integer> layers = new ArrayList<>(List.of(side * side));
        for (int hidden = 1 + random.nextInt(3); hidden > 0; hidden--) {
            layers.add(1 + random.nextInt(20));
        }
        layers.add(CLASSES);
        spec = new RunSpec(
                new DenseNetwork(layers, draw.hidden(), draw.output().activation, draw.output().cost, "uniform"),
                new TrainingSpec(0.05 + random.nextDouble() / 5, miniBatch, 1, regularisation(draw.decay(), examples)),
                new DataSpec(examples, List.of(DataSet.TRAINING, DataSet.TEST)),
                new SeedSpec.Streams(draw.seed()),
                ExecutionSpec.DEFAULT);
    }

    /** lambda / n = 1/16, so that decay is seen among the gradients. */
    private static Regularisation regularisation(Decay decay, int examples) {
        return switch (decay) {
            case NONE -> new Regularisation.None();
            case L1 -> new Regularisation.L1(examples / 16.0);
            case L2 -> new Regularisation.L2(examples / 16.0);
        };
    }

    static LabelledImages examples(int count, int side, SplittableRandom random) {
        byte[] pixels = new byte[count * side * side];
        byte[] labels = new byte[count];
        Random bytes = new Random(random.nextLong());
        bytes.nextBytes(pixels);
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(CLASSES);
        }
        return LabelledImages.of(side, side, pixels, labels);
    }

    public RunSpec spec() {
        return spec;
    }

    public ExampleSets data() {
        return data;
    }

    /** What one way of carrying it out gave. */
    public record Result(Witness witness, byte[] parameters) {}

    public Result carryOut(ExecutionSpec execution) {
        Witness witness = new Witness();
        List<TrainingState> states = new ArrayList<>();
        new Trainer(spec.withExecution(execution), data, UNIFORM).train(witness, Optional.empty(), states::add);
        return new Result(witness, states.get(states.size() - 1).parameters());
    }

    /** Weights and biases uniform in (-1/2, 1/2). */
    public static final WeightInitialiser UNIFORM = new WeightInitialiser() {
        @Override
        public String id() {
            return "uniform";
        }

        @Override
        public String description() {
            return "U(-1/2, 1/2)";
        }

        @Override
        public String source() {
            return "this test";
        }

        @Override
        public double[] weights(Layer layer, RandomGenerator random) {
            return random.doubles(layer.weightCount()).map(u -> u - 0.5).toArray();
        }

        @Override
        public double[] biases(Layer layer, RandomGenerator random) {
            return random.doubles(layer.fanOut()).map(u -> u - 0.5).toArray();
        }
    };
}
