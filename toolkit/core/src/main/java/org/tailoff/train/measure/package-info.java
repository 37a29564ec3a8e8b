/**
 * What is measured of a network: of a tensor at one step, of tensors, layers and sets at the end of an epoch, whichever
 * engine trains.
 *
 * <p>Not API: for {@code train} and what lies beside this package.
 */
package org.tailoff.train.measure;
