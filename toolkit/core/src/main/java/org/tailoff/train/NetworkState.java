package org.tailoff.train;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.train.measure.ParameterMemory;

/**
 * All of a network that training changes, as bytes: the parameters; of a network that DL4J steps the updater's state,
 * too, such as Adam's moments, and the state of ND4J's generator, from which dropout draws. That generator is the
 * calling thread's own.
 */
final class NetworkState {
    private static final int GENERATOR = 2 * Long.BYTES;

    private final ParameterMemory parameters;
    private final Optional<ParameterMemory> updater;
    private final boolean generator;

    private NetworkState(ParameterMemory parameters, Optional<ParameterMemory> updater, boolean generator) {
        this.parameters = parameters;
        this.updater = updater;
        this.generator = generator;
    }

    /** The parameters are all there is to plain gradient descent. */
    static NetworkState ofParameters(MultiLayerNetwork network) {
        return new NetworkState(new ParameterMemory(network.params()), Optional.empty(), false);
    }

    /** Everything. */
    static NetworkState of(MultiLayerNetwork network) {
        INDArray view = network.getUpdater().getStateViewArray();
        return new NetworkState(
                new ParameterMemory(network.params()), Optional.ofNullable(view).map(ParameterMemory::new), true);
    }

    /**
     * Writes it.
     *
     * @param records what later records need of the steps so far; kept after the network's own
     */
    byte[] toBytes(byte[] records) {
        if (!generator) {
            return parameters.toBytes();
        }
        byte[] own = parameters.toBytes();
        byte[] moments = updater.map(ParameterMemory::toBytes).orElse(new byte[0]);
        return ByteBuffer.allocate(own.length + moments.length + GENERATOR + records.length)
                .put(own)
                .put(moments)
                .putLong(Nd4j.getRandom().rootState())
                .putLong(Nd4j.getRandom().nodeState())
                .put(records)
                .array();
    }

    /** Takes it back, and returns what later records need. */
    byte[] fromBytes(byte[] bytes) {
        if (!generator) {
            parameters.fromBytes(bytes);
            return new byte[0];
        }
        int own = parameters.toBytes().length;
        int moments = own + updater.map(state -> state.toBytes().length).orElse(0);
        parameters.fromBytes(Arrays.copyOf(bytes, own));
        updater.ifPresent(state -> state.fromBytes(Arrays.copyOfRange(bytes, own, moments)));
        ByteBuffer states = ByteBuffer.wrap(bytes, moments, GENERATOR);
        Nd4j.getRandom().setStates(states.getLong(), states.getLong());
        return Arrays.copyOfRange(bytes, moments + GENERATOR, bytes.length);
    }
}
