package org.tailoff.record;

/**
 * Statistics of the elements of one parameter tensor at one moment.
 *
 * @param mean mean of the elements
 * @param stddev standard deviation, divisor N
 * @param rms root mean square: norm / sqrt(N)
 * @param norm Euclidean norm over all elements
 * @param range smallest and largest element
 */
public record TensorStatistics(double mean, double stddev, double rms, double norm, ValueRange range) {}
