package org.tailoff.record;

/** An observer has failed, and with it the run; the message names the observer's class. */
public final class ObserverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ObserverException(RunObserver observer, RuntimeException cause) {
        super("observer " + observer.getClass().getName() + " failed: " + cause.getMessage(), cause);
    }
}
