/**
 * Support vector machines, with which the book compares its networks: the only package that sees libsvm.
 *
 * <p>They are carried out beside the runs of networks and end up as a {@code Source} of a comparison, like those.
 */
package org.tailoff.reproductions.machine;
