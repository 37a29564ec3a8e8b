package org.tailoff.run;

import java.util.Locale;

/** A run, or other work beside runs, that could not be finished; the message names it and says why. */
public final class RunFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunFailedException(String kind, String name, String reason) {
        super(message(kind, name, reason));
    }

    RunFailedException(String kind, String name, Throwable cause) {
        super(message(kind, name, cause.getMessage() == null ? cause.toString() : cause.getMessage()), cause);
    }

    private static String message(String kind, String name, String reason) {
        return String.format(Locale.ROOT, "%s '%s' failed: %s", kind, name, reason);
    }
}
