package org.tailoff.spec;

/** A spec that breaks a rule; the message is one line that names the key, the rule and the value. */
public final class SpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message one line for the user
     */
    public SpecException(String message) {
        super(message);
    }
}
