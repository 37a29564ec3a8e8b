package org.tailoff.registry;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The first calls into a plugin, in a thread of their own: they may throw anything, and may never come back. */
final class GuardedCall {
    /** A constructor and a few texts take milliseconds, on a busy machine more. */
    private static final int SECONDS = 5;

    private GuardedCall() {}

    /**
     * What the call answers.
     *
     * @throws PluginException if it throws, whatever that is, or does not end; its thread is then left behind
     */
    static <T> T with(String type, Callable<T> call) throws PluginException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "first contact with " + type);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new PluginException(
                    String.format(
                            Locale.ROOT,
                            "constructor or metadata of %s did not return within %d seconds; given up",
                            type,
                            SECONDS),
                    e);
        } catch (ExecutionException e) {
            throw new PluginException(PluginException.describe(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException("interrupted while " + type + " was made", e);
        }
    }
}
