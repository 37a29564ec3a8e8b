package org.tailoff.reproductions;

/** A run was stopped because the user asked for it; it can go on later. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped; run the same command again to go on");
    }
}
