package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSource;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;

/** The estimate of times against what runs of {@code verify} took on the machine it was made on. */
class TimeEstimateTest {
    /** Runs of the book: {@code overfitting}, and {@code weight_initialization_30_old} and {@code _100_old}. */
    private static final RunSpec OVERFITTING = spec(30, 400, 1000, DataSet.TRAINING, DataSet.TEST);

    private static RunSpec spec(int hidden, int epochs, int images, DataSet... evaluated) {
        return new RunSpec(
                new DenseNetwork(
                        List.of(784, hidden, 10),
                        Activation.SIGMOID,
                        Activation.SIGMOID,
                        Cost.CROSS_ENTROPY,
                        "gaussian"),
                new TrainingSpec(0.5, 10, epochs, new Regularisation.L2(5)),
                new DataSpec(images, List.of(evaluated)),
                new SeedSpec.Streams(1),
                ExecutionSpec.DEFAULT);
    }

    private static double seconds(RunSpec run) {
        return TimeEstimate.seconds(List.of(run), 1);
    }

    /** 7.3 s on average of the 59 runs of 30 hidden neurons and 30 epochs on 50,000 images. */
    @Test
    void aRunOfTheExercisesExampleIsAboutAsLongAsItWas() {
        assertThat(seconds(spec(30, 30, 50_000, DataSet.VALIDATION))).isCloseTo(7.3, within(0.3 * 7.3));
    }

    /** 23.1 s with 100 hidden neurons; 14.1 s for 400 epochs on 1,000 images, nearly all of it evaluation. */
    @Test
    void widthAndEvaluationCount() {
        assertThat(seconds(spec(100, 30, 50_000, DataSet.VALIDATION))).isCloseTo(23.1, within(0.3 * 23.1));
        assertThat(seconds(OVERFITTING)).isCloseTo(14.1, within(0.3 * 14.1));
    }

    @Test
    void epochsCountWhereTheyAreShort() {
        RunSpec few = spec(30, 1000, 10);
        assertThat(seconds(few)).isGreaterThan(1000 * 0.5e-3);
    }

    /** 0.30 ms an epoch for 10,000 epochs of four iterations on 36 rows of a table: docs/performance.md. */
    @Test
    void epochsOfASmallNetworkAreShorter() {
        DataSource table = new DataSource.Csv(
                "t.csv", true, "class", DataSource.Rescaling.NONE, new DataSource.Split(0.2, 0.2, 1));
        RunSpec tiny = new RunSpec(
                new DenseNetwork(
                        List.of(2, 6, 3), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "gaussian"),
                new TrainingSpec(0.5, 10, 10_000, new Regularisation.None()),
                new DataSpec(36, List.of(DataSet.TRAINING, DataSet.TEST)).withSource(table),
                new SeedSpec.Streams(1),
                ExecutionSpec.DEFAULT);
        assertThat(tiny.iterationsPerEpoch()).isEqualTo(4);
        assertThat(seconds(tiny)).isCloseTo(3.0, within(0.3 * 3.0));
    }

    @Test
    void severalAtATimeShareTheTime() {
        assertThat(TimeEstimate.seconds(List.of(OVERFITTING, OVERFITTING), 2)).isEqualTo(seconds(OVERFITTING));
        assertThat(TimeEstimate.seconds(List.of(OVERFITTING), 2)).isEqualTo(seconds(OVERFITTING));
        assertThat(TimeEstimate.seconds(List.of(), 2)).isZero();
    }
}
