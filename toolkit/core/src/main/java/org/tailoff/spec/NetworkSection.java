package org.tailoff.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The section {@code network} of a file: the network itself, or under {@code dl4j} the name of a file that holds its
 * layers.
 *
 * @param dl4j name of a file with a configuration of DL4J, in place of the first four keys
 */
record NetworkSection(
        List<Integer> layers,
        Activation hidden,
        Activation output,
        Cost cost,
        String initialiser,
        Double dropout,
        String dl4j) {
    /** The attribute of a reader that holds a {@link Dl4j}. */
    static final String DL4J = "network.dl4j";

    /** Makes a network of a file's name and an initialiser. */
    interface Dl4j extends BiFunction<String, String, NetworkSpec> {}

    private NetworkSpec network(Object reader) {
        if (dl4j == null) {
            return new NetworkSpec(layers, hidden, output, cost, initialiser, dropout);
        }
        if (layers != null || hidden != null || output != null || cost != null) {
            throw new SpecException(
                    "network.layers, hidden, output and cost must be left out beside network.dl4j, which names"
                            + " a file that has them");
        }
        if (!(reader instanceof Dl4j files)) {
            throw new SpecException(
                    "network.dl4j must be left out of a spec that is not read from a file of the user's");
        }
        NetworkSpec read = files.apply(dl4j, SpecChecks.requirePresent(initialiser, "network.initialiser"));
        return new NetworkSpec(read.layers(), read.hidden(), read.output(), read.cost(), initialiser, dropout);
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
