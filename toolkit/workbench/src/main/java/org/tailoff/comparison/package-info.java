/**
 * Several initialisers in one comparison: the same network, data and order of images from each of them, paired by seed,
 * with weight decay and without; who is the best, or better than one of them, by how much, and how sure that is.
 */
package org.tailoff.comparison;
