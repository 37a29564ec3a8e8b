package org.tailoff.registry;

/** Why one initialiser cannot be used; the message says it in a line. */
final class PluginException extends Exception {
    private static final long serialVersionUID = 1L;

    PluginException(String message, Throwable cause) {
        super(message, cause);
    }

    PluginException(String message) {
        super(message);
    }

    /** An error with its cause, which for most errors of loading is the interesting half. */
    static String describe(Throwable e) {
        return e.getCause() == null ? e.toString() : e + ": " + e.getCause();
    }
}
