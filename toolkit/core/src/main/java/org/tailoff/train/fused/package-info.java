/**
 * The fast engine: a step of stochastic gradient descent for stacks of dense layers as a handful of BLAS calls,
 * straight on the memory of the network's own parameters. No type of Deeplearning4j is seen here.
 *
 * <p>Not API: for {@code train} alone.
 */
package org.tailoff.train.fused;
