package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledRows;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.SetScore;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.DataSource;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.SpecException;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.train.file.ConfigurationFile;

/** Numbers that are to be met, from the data to the scores: a linear network under plain gradient descent. */
class RegressionRunTest {
    private static final int ROWS = 23;
    private static final int INPUTS = 3;
    private static final int TARGETS = 2;
    private static final int MINI_BATCH = 4;
    private static final int EPOCHS = 3;
    private static final double RATE = 0.1;
    private static final long SEED = 5;

    private final double[] values =
            new NamedStreams(1).stream("values").doubles(ROWS * INPUTS, -1, 1).toArray();
    private final double[] targets =
            new NamedStreams(1).stream("targets").doubles(ROWS * TARGETS, -9, 9).toArray();
    private final LabelledRows rows = LabelledRows.of(List.of("price", "rent"), INPUTS, values, targets);
    private final ExampleSets data = new ExampleSets(rows, rows.slice(3, 10), rows.first(0));

    private static MultiLayerConfiguration linear() {
        return new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .seed(SEED)
                .updater(new Sgd(RATE))
                .list(new OutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(INPUTS)
                        .nOut(TARGETS)
                        .build())
                .build();
    }

    private static RunSpec spec(ExecutionSpec.Engine engine) {
        DataSource source = new DataSource.Csv(
                "a.csv",
                true,
                null,
                List.of("price", "rent"),
                List.of(),
                ",",
                ".",
                DataSource.Rescaling.NONE,
                new DataSource.Split(0, 0, 1));
        return new RunSpec(
                new ConfiguredNetwork(
                        ConfigurationFile.parse(linear().toJson(), "net.json").toJson(), ConfiguredNetwork.CONFIGURED),
                new TrainingSpec(null, MINI_BATCH, EPOCHS, null),
                new DataSpec(ROWS, List.of(DataSpec.DataSet.TRAINING, DataSpec.DataSet.VALIDATION)).withSource(source),
                new SeedSpec.Streams(SEED),
                new ExecutionSpec(engine, null, 1));
    }

    /** What the network gives for a row less its target; weights as DL4J flattens them, column by column. */
    private double miss(double[] parameters, int row, int output) {
        double sum = parameters[INPUTS * TARGETS + output] - targets[row * TARGETS + output];
        for (int input = 0; input < INPUTS; input++) {
            sum += parameters[output * INPUTS + input] * values[row * INPUTS + input];
        }
        return sum;
    }

    /** The oracle: gradient descent on the mean over outputs and rows of the squared misses, in plain loops. */
    private void step(double[] parameters, int[] order, int from, int to) {
        double[] change = new double[parameters.length];
        for (int i = from; i < to; i++) {
            for (int output = 0; output < TARGETS; output++) {
                double slope = 2 * miss(parameters, order[i], output) / TARGETS / (to - from);
                for (int input = 0; input < INPUTS; input++) {
                    change[output * INPUTS + input] += slope * values[order[i] * INPUTS + input];
                }
                change[INPUTS * TARGETS + output] += slope;
            }
        }
        for (int k = 0; k < change.length; k++) {
            parameters[k] -= RATE * change[k];
        }
    }

    private double cost(double[] parameters, int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            for (int output = 0; output < TARGETS; output++) {
                sum += Math.pow(miss(parameters, row, output), 2) / TARGETS;
            }
        }
        return sum / (to - from);
    }

    /** 18 updates of sums of a few terms of size 10 round by less than 1e-12. */
    @Test
    void isGradientDescentOnTheSquaredMissesAndHasACostAlone() {
        MultiLayerNetwork network = new MultiLayerNetwork(linear());
        network.init();
        double[] parameters = network.params().dup().data().asDouble();
        double atStart = cost(parameters, 0, ROWS);
        int[] order = Shuffle.identity(ROWS);
        var shuffling = new NamedStreams(SEED).shuffling();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Shuffle.inPlace(order, shuffling);
            for (int from = 0; from < ROWS; from += MINI_BATCH) {
                step(parameters, order, from, Math.min(from + MINI_BATCH, ROWS));
            }
        }

        Trainer trainer = new Trainer(spec(ExecutionSpec.Engine.AUTO), data, Optional.empty());
        Witness witness = new Witness();
        trainer.train(witness, Optional.empty(), state -> {});

        assertThat(trainer.network().params().dup().data().asDouble()).containsExactly(parameters, within(1e-12));
        SetScore start = witness.epochs.get(0).score("training");
        assertThat(start.correct()).isEmpty();
        assertThat(start.cost().data()).isCloseTo(atStart, within(1e-12));
        SetScore end = witness.epochs.get(EPOCHS).score("validation");
        assertThat(end.images()).isEqualTo(7);
        assertThat(end.cost().data()).isCloseTo(cost(parameters, 3, 10), within(1e-12));
        assertThat(end.cost().data()).isLessThan(cost(new double[parameters.length], 3, 10));
    }

    @Test
    void isForDl4jsEngine() {
        ChosenEngine chosen = ChosenEngine.of(spec(ExecutionSpec.Engine.AUTO));
        assertThat(chosen.engine()).isEqualTo(ExecutionSpec.Engine.DL4J);
        assertThat(chosen.why())
                .isEqualTo("for the fused engine the data must have classes, have targets [price, rent]");
        assertThatThrownBy(() -> ChosenEngine.of(spec(ExecutionSpec.Engine.FUSED)))
                .isInstanceOf(SpecException.class)
                .hasMessage("execution.engine must be dl4j or auto: the data must have classes, have targets"
                        + " [price, rent]");
    }
}
