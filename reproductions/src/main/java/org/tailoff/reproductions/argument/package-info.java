/**
 * The argument of the exercise, measured: which runs decide each claim, the verdicts, and the figures that show them.
 * Between {@code claim} and {@code figure} in the flow; one final class per group of claims, to be read like a sample.
 */
package org.tailoff.reproductions.argument;
