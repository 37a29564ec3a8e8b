/**
 * Finds initialisers, on the class path and in jars that are dropped in, and asks them for the weights of a network.
 *
 * <p>Each jar has a class loader of its own, and no jar hides another: {@link org.tailoff.registry.InitialiserRegistry}
 * names each that is broken, once. An initialiser is known by its id and by its code
 * ({@link org.tailoff.registry.PluginBuild}), which goes into the identity of every run.
 */
package org.tailoff.registry;
