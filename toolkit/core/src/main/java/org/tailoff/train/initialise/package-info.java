/**
 * Initialisers and DL4J's networks: {@link org.tailoff.train.initialise.NetworkWeights} has an initialiser draw the
 * weights of any network, and DL4J's own weight initialisation is an initialiser of ours, {@code dl4j:XAVIER} and its
 * kin.
 */
package org.tailoff.train.initialise;
