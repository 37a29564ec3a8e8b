package org.tailoff.verify;

import java.util.List;
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

/** A network 3-2-2, eta = 0.5, mini-batches of 10. */
public final class SmallSpec {
    public static final double ETA = 0.5;

    private SmallSpec() {}

    public static RunSpec of(int images, double lambda, int epochs, int recordEvery) {
        return new RunSpec(
                new DenseNetwork(List.of(3, 2, 2), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "x"),
                new TrainingSpec(ETA, 10, epochs, new Regularisation.L2(lambda)),
                new DataSpec(images, List.of()),
                new SeedSpec.Streams(1),
                new ExecutionSpec(Engine.FUSED, Precision.DOUBLE, recordEvery));
    }
}
