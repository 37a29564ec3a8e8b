package org.tailoff.run;

/** A run was stopped because the user asked for it; it can go on later. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A stop that the user asked for. */
    public StoppedException() {
        super("stopped; run the same command again to go on");
    }
}
