package org.tailoff.record;

/**
 * A trained network as the two files that a finished run keeps of it.
 *
 * @param dl4j content of a zip that {@code MultiLayerNetwork.load} opens
 * @param numpy content of a zip that NumPy's {@code load} opens: one array per parameter tensor, by the tensor's name
 */
public record TrainedNetwork(byte[] dl4j, byte[] numpy) {
    /** Copies both. */
    public TrainedNetwork {
        dl4j = dl4j.clone();
        numpy = numpy.clone();
    }

    @Override
    public byte[] dl4j() {
        return dl4j.clone();
    }

    @Override
    public byte[] numpy() {
        return numpy.clone();
    }
}
