package org.tailoff.registry;

/** An id that no initialiser, or more than one, has; the message is one line that names the known ones. */
public final class UnknownInitialiserException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownInitialiserException(String message) {
        super(message);
    }
}
