package org.tailoff.spec;

/**
 * Everything the numbers of one training run depend on, apart from the bytes of the data set.
 *
 * @param network layers, activations, cost and initialiser
 * @param training learning rate, mini-batch, epochs and regularisation
 * @param data the examples used
 * @param seeds the randomness
 * @param execution engine and precision; {@link ExecutionSpec#DEFAULT} when null
 */
public record RunSpec(
        NetworkSpec network, TrainingSpec training, DataSpec data, SeedSpec seeds, ExecutionSpec execution) {
    /**
     * Validates the spec.
     *
     * @throws SpecException if a section is missing, a layer is rescaled that there is not, or dropout is asked of the
     *     DL4J engine
     */
    public RunSpec {
        SpecChecks.requirePresent(network, "network");
        SpecChecks.requirePresent(training, "training");
        SpecChecks.requirePresent(data, "data");
        SpecChecks.requirePresent(seeds, "seeds");
        if (training.rescaling() != null
                && training.rescaling().layer() >= network.layers().size()) {
            throw new SpecException("training.rescaling.layer must be at most "
                    + (network.layers().size() - 1) + ", the layers of weights, was "
                    + training.rescaling().layer());
        }
        execution = execution == null ? ExecutionSpec.DEFAULT : execution;
        if (network.dropout() > 0 && execution.engine() == ExecutionSpec.Engine.DL4J) {
            throw new SpecException("execution.engine must be fused with network.dropout > 0, was dl4j");
        }
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
