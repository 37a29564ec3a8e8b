package org.tailoff.store;

import java.util.List;
import org.tailoff.record.Provenance;

/**
 * All that is needed to go on after an epoch. The random streams are not part of it: they follow from the spec and the
 * number of epochs, and the digest of the shuffled order shows that they were drawn alike.
 *
 * @param position how far the run is
 * @param parameters the network's flattened parameters, little-endian, in the type it trains in
 * @param shuffledOrder SHA-256 of the order of the training examples after the last shuffle, hexadecimal
 * @param parts the parts of the run so far, the last one up to this checkpoint
 */
public record Checkpoint(Position position, Bytes parameters, String shuffledOrder, List<Provenance.Part> parts) {
    /** Copies the list. */
    public Checkpoint {
        parts = List.copyOf(parts);
    }

    /**
     * How far a run is.
     *
     * @param epochsDone number of complete epochs, which is the number of the last one; 0 before the first update
     * @param iterationsDone number of updates made, which is the number of the next one
     */
    public record Position(int epochsDone, long iterationsDone) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one of them is negative
         */
        public Position {
            if (epochsDone < 0 || iterationsDone < 0) {
                throw new IllegalArgumentException(
                        "position must not be negative: epoch " + epochsDone + ", iteration " + iterationsDone);
            }
        }
    }
}
