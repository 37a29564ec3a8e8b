package org.tailoff.registry;

/**
 * An initialiser that did not deliver; the message is one line that names it, its jar, the layer, and what was found.
 */
public final class InitialisationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InitialisationException(String message, Throwable cause) {
        super(message, cause);
    }

    InitialisationException(String message) {
        super(message);
    }
}
