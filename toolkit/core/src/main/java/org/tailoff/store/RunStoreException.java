package org.tailoff.store;

/** A run cannot be written or read; the message is one line that names the file or run. */
public final class RunStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunStoreException(String message) {
        super(message);
    }

    RunStoreException(String message, Throwable cause) {
        super(message + ": " + firstLine(cause), cause);
    }

    private static String firstLine(Throwable cause) {
        String message = cause.getMessage();
        String line = message == null || message.isBlank()
                ? ""
                : ": " + message.strip().lines().findFirst().orElseThrow();
        return cause.getClass().getSimpleName() + line;
    }
}
