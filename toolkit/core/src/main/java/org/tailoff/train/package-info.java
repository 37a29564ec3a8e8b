/**
 * Training on Deeplearning4j, recorded: {@code initialise -> train -> record}. The only package that sees DL4J and
 * ND4J, and with them BLAS.
 */
package org.tailoff.train;
