package org.tailoff.train.measure;

import java.util.Locale;

/** Training has diverged (NaN or infinity); the message names epoch, iteration, tensor and learning rate. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivergedException(int epoch, long iteration, String tensor, double learningRate) {
        super(String.format(
                Locale.ROOT,
                "diverged in epoch %d at iteration %d: tensor %s is not finite; learning rate %s",
                epoch,
                iteration,
                tensor,
                learningRate));
    }
}
