package org.tailoff.run;

/** A run that could not be finished; the message names it and says why. */
public final class RunFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunFailedException(String run, Throwable cause) {
        super("run '" + run + "' failed: " + (cause.getMessage() == null ? cause : cause.getMessage()), cause);
    }
}
