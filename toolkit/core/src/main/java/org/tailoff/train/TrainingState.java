package org.tailoff.train;

/**
 * All that is needed to go on after an epoch; the random streams follow from the spec and the number of epochs.
 *
 * @param epochsDone complete epochs
 * @param iterationsDone updates made
 * @param parameters the network's flattened parameters, little-endian, in its own precision; of a configured network
 *     its updater's state, that of ND4J's generator and what the records need of the steps so far after them
 * @param orderDigest SHA-256 of the shuffled order of the training examples, to check that the streams were drawn alike
 */
public record TrainingState(int epochsDone, long iterationsDone, byte[] parameters, String orderDigest) {
    /** Copies the parameters. */
    public TrainingState {
        parameters = parameters.clone();
    }

    @Override
    public byte[] parameters() {
        return parameters.clone();
    }
}
