/**
 * What a network's weights start from: the interface that initialisers implement, and the registry that finds them.
 *
 * <p>Place in the flow {@code data -> spec -> initialise -> train -> record -> store -> ...}: a {@code spec} names an
 * initialiser by its id, the registry finds it, and {@code train} writes what it drew into the network.
 *
 * <p>A plugin sees {@link org.tailoff.initialise.WeightInitialiser} and what it takes and gives: {@link
 * org.tailoff.initialise.Layer}, {@link org.tailoff.initialise.LayerShape}, {@link org.tailoff.initialise.Sample}, {@link
 * org.tailoff.initialise.Parameter} and {@link org.tailoff.initialise.Distribution}, all of JDK types alone.
 */
package org.tailoff.initialise;
