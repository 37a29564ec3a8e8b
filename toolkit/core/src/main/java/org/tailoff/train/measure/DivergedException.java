package org.tailoff.train.measure;

/** Training has diverged (NaN or infinity); the message names epoch, iteration, tensor and learning rate. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivergedException(int epoch, long iteration, String tensor, double learningRate) {
        super("diverged in epoch %d at iteration %d: tensor %s is not finite; learning rate %s"
                .formatted(epoch, iteration, tensor, learningRate));
    }
}
