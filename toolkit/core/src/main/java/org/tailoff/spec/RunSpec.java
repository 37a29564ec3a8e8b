package org.tailoff.spec;

import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;

/**
 * Everything the numbers of one training run depend on, apart from the bytes of the data set.
 *
 * @param network layers, activations, cost and initialiser
 * @param training mini-batch and epochs; of a stack of dense layers learning rate and regularisation, too
 * @param data the examples used
 * @param seeds the randomness
 * @param execution engine and precision; {@link ExecutionSpec#DEFAULT} when null
 */
public record RunSpec(
        NetworkSpec network, TrainingSpec training, DataSpec data, SeedSpec seeds, ExecutionSpec execution) {
    /**
     * Validates the spec.
     *
     * @throws SpecException if a section is missing, a stack of dense layers has no learning rate or no regularisation
     *     or is to rescale a layer that it has not, dropout is asked of the DL4J engine, or the spec says what the
     *     configuration of its network says
     */
    public RunSpec {
        SpecChecks.requirePresent(network, "network");
        SpecChecks.requirePresent(training, "training");
        SpecChecks.requirePresent(data, "data");
        SpecChecks.requirePresent(seeds, "seeds");
        execution = resolved(network, execution);
        if (network instanceof ConfiguredNetwork configured) {
            configured.requireAlone(training, seeds, execution);
        } else {
            requireTrainable((DenseNetwork) network, training, execution);
        }
    }

    private static ExecutionSpec resolved(NetworkSpec network, ExecutionSpec asked) {
        ExecutionSpec execution = asked == null ? new ExecutionSpec(null, null, null) : asked;
        if (network instanceof ConfiguredNetwork configured) {
            return execution.by(
                    execution.engine(), execution.precision() == null ? configured.precision() : execution.precision());
        }
        return execution.by(
                execution.engine() == Engine.AUTO ? Engine.FUSED : execution.engine(),
                execution.precision() == null ? Precision.DOUBLE : execution.precision());
    }

    private static void requireTrainable(DenseNetwork network, TrainingSpec training, ExecutionSpec execution) {
        training.requireComplete();
        int layers = network.layers().size() - 1;
        if (training.rescaling() != null && training.rescaling().layer() > layers) {
            throw new SpecException("training.rescaling.layer must be at most " + layers
                    + ", the layers of weights, was " + training.rescaling().layer());
        }
        if (network.dropout() > 0 && execution.engine() == Engine.DL4J) {
            throw new SpecException("execution.engine must be fused with network.dropout > 0, was dl4j");
        }
    }

    /**
     * The network of a run that trains a stack of dense layers.
     *
     * @return the network
     * @throws IllegalStateException if a configuration of DL4J's says what the network is
     */
    public DenseNetwork dense() {
        if (network instanceof DenseNetwork dense) {
            return dense;
        }
        throw new IllegalStateException("a stack of dense layers is wanted, was a configuration of DL4J's");
    }

    /** {@return the number of updates in one epoch} */
    public int iterationsPerEpoch() {
        return training.iterationsPerEpoch(data.trainingImages());
    }

    /** {@return the number of updates in the whole run} */
    public long iterations() {
        return (long) training.epochs() * iterationsPerEpoch();
    }

    /** {@return the number of epochs from one that is measured to the next, at least 1} */
    public int epochsBetween() {
        int after = execution.measureAfter();
        return after == 0 ? 1 : 1 + (after - 1) / iterationsPerEpoch();
    }

    /**
     * Whether an epoch is measured and kept.
     *
     * @param epoch its number; 0 is the state before the first update
     * @return true for every {@link #epochsBetween()}-th and for the last
     */
    public boolean measures(int epoch) {
        return epoch % epochsBetween() == 0 || epoch == training.epochs();
    }

    /** {@return the decay per step q = eta lambda / n} */
    public double decay() {
        return training.decay(data.trainingImages());
    }

    /**
     * The same run for another number of epochs.
     *
     * @param epochs passes over the training examples
     * @return the changed spec
     */
    public RunSpec withEpochs(int epochs) {
        return new RunSpec(network, training.withEpochs(epochs), data, seeds, execution);
    }

    /**
     * The same run carried out in another way.
     *
     * @param newExecution engine and precision
     * @return the changed spec
     */
    public RunSpec withExecution(ExecutionSpec newExecution) {
        return new RunSpec(network, training, data, seeds, newExecution);
    }

    /**
     * The same run on other examples.
     *
     * @param newData the examples used
     * @return the changed spec
     */
    public RunSpec withData(DataSpec newData) {
        return new RunSpec(network, training, newData, seeds, execution);
    }

    /**
     * The same run from other random numbers.
     *
     * @param newSeeds the randomness
     * @return the changed spec
     */
    public RunSpec withSeeds(SeedSpec newSeeds) {
        return new RunSpec(network, training, data, newSeeds, execution);
    }

    /**
     * The same run from another initialiser.
     *
     * @param initialiser id of the weight initialiser, with its parameters
     * @return the changed spec
     */
    public RunSpec withInitialiser(String initialiser) {
        return new RunSpec(network.withInitialiser(initialiser), training, data, seeds, execution);
    }

    /**
     * The same run under another regulariser.
     *
     * @param regularisation what keeps the weights small
     * @return the changed spec
     */
    public RunSpec withRegularisation(Regularisation regularisation) {
        return new RunSpec(network, training.withRegularisation(regularisation), data, seeds, execution);
    }
}
