/**
 * What a network's weights start from: the interface that initialisers implement, and the registry that finds them.
 *
 * <p>Place in the flow {@code data -> spec -> initialise -> train -> record -> store -> ...}: a {@code spec} names an
 * initialiser by its id, the registry finds it, and {@code train} writes what it drew into the network.
 *
 * <p>A plugin sees {@link org.tailoff.initialise.WeightInitialiser} and {@link org.tailoff.initialise.LayerShape}, which use
 * JDK types alone.
 */
package org.tailoff.initialise;
