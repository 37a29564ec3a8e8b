package org.tailoff.figure;

/**
 * What surrounds the lines.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param grid whether dotted lines cross the plot at every tick
 */
public record Frame(Axis x, Axis y, boolean grid) {}
