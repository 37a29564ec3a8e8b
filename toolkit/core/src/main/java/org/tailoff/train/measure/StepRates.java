package org.tailoff.train.measure;

/**
 * How one tensor is stepped: w - share w - shrink sgn(w) - (the gradient's part).
 *
 * @param learningRate eta
 * @param share q = eta lambda / n of L2 decay, else 0
 * @param shrink q = eta lambda / n of L1 decay, else 0
 * @param plain whether the gradient's part is eta times the gradient, as in plain gradient descent
 */
public record StepRates(double learningRate, double share, double shrink, boolean plain) {}
