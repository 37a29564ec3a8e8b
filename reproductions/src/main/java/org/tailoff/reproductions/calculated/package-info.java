/**
 * The chapter's numbers that need no data and no training: functions, one neuron, a normal distribution, a polynomial.
 *
 * <p>Formulae alone, with the JDK and Hipparchus; {@link org.tailoff.reproductions} compares and draws what they give.
 */
package org.tailoff.reproductions.calculated;
