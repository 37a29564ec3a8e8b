package org.tailoff.record;

/**
 * Smallest and largest of some values.
 *
 * @param min the smallest; NaN if one of the values is NaN
 * @param max the largest; NaN if one of the values is NaN
 */
public record ValueRange(double min, double max) {}
