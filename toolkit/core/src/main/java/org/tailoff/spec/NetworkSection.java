package org.tailoff.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The section {@code network} of a file: a stack of dense layers, or a configuration of DL4J's, in a file of its own
 * or, as runs keep it, in the section itself.
 *
 * @param dl4j name of a file with a configuration of DL4J's
 * @param configuration the text of such a file
 */
record NetworkSection(
        List<Integer> layers,
        Activation hidden,
        Activation output,
        Cost cost,
        String initialiser,
        Double dropout,
        String dl4j,
        String configuration) {
    /** The attribute of a reader that holds a {@link Dl4j}. */
    static final String DL4J = "network.dl4j";

    /** Reads the configuration in a file. */
    interface Dl4j extends UnaryOperator<String> {}

    private NetworkSpec network(Object reader) {
        if (dl4j == null && configuration == null) {
            return new DenseNetwork(layers, hidden, output, cost, initialiser, dropout);
        }
        if (Stream.of(layers, hidden, output, cost, dropout).anyMatch(Objects::nonNull)) {
            throw new SpecException("network.layers, hidden, output, cost and dropout must be left out beside"
                    + " network.dl4j, which names a file that has them");
        }
        SpecChecks.requirePresent(initialiser, "network.initialiser");
        if (dl4j == null) {
            return new ConfiguredNetwork(configuration, initialiser);
        }
        if (configuration != null) {
            throw new SpecException("network.configuration must be left out beside network.dl4j, '" + dl4j + "'");
        }
        if (!(reader instanceof Dl4j files)) {
            throw new SpecException(
                    "network.dl4j must be left out of a spec that is not read from a file of the user's");
        }
        return new ConfiguredNetwork(files.apply(dl4j), initialiser);
    }

    /** Lets the section stand where a network is wanted. */
    static final class Reader extends StdDeserializer<NetworkSpec> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(NetworkSpec.class);
        }

        @Override
        public NetworkSpec deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return context.readValue(parser, NetworkSection.class).network(context.getAttribute(DL4J));
        }
    }
}
