package org.tailoff.run;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledRows;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;

/** Runs of six iterations on points of a square, of which the classes are halves. */
final class SmallRuns {
    static final String INITIALISER = "class-path-example";
    static final int ITERATIONS = 6;
    private static final int ROWS = 20;

    private SmallRuns() {}

    static ExampleSets data(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(2 * ROWS).toArray();
        int[] labels = IntStream.range(0, ROWS)
                .map(row -> values[2 * row] > 0.5 ? 1 : 0)
                .toArray();
        LabelledRows rows = LabelledRows.of(List.of("left", "right"), 2, values, labels);
        return new ExampleSets(rows, rows, rows);
    }

    static RunSpec spec(long master) {
        return spec(master, 3, new TrainingSpec(0.5, 10, 3, new Regularisation.L2(0.1)));
    }

    /** The same with more hidden neurons, which is more work. */
    static RunSpec wide(long master) {
        return spec(master, 5, new TrainingSpec(0.5, 10, 3, new Regularisation.L2(0.1)));
    }

    /** A weight is multiplied by 1 - 1e100 1e200 / 20 at every step, which is too much for a double at the second. */
    static RunSpec diverging(long master) {
        return spec(master, 3, new TrainingSpec(1e100, 10, 3, new Regularisation.L2(1e200)));
    }

    private static RunSpec spec(long master, int hidden, TrainingSpec training) {
        return new RunSpec(
                new DenseNetwork(
                        List.of(2, hidden, 2), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, INITIALISER),
                training,
                new DataSpec(ROWS, List.of(DataSpec.DataSet.TEST)),
                new SeedSpec.Streams(master),
                ExecutionSpec.DEFAULT);
    }
}
