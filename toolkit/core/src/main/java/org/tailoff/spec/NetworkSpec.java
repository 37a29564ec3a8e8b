package org.tailoff.spec;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/** The network of a run: a stack of dense layers, or whatever a configuration of DL4J's says. */
@JsonDeserialize(using = NetworkSection.Reader.class)
public sealed interface NetworkSpec permits DenseNetwork, ConfiguredNetwork {
    /**
     * What draws its initial weights.
     *
     * @return id of the weight initialiser, with its parameters; never null
     */
    String initialiser();

    /**
     * The same network from another initialiser.
     *
     * @param initialiser id of the weight initialiser, with its parameters
     * @return the changed network
     */
    NetworkSpec withInitialiser(String initialiser);
}
