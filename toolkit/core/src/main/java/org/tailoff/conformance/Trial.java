package org.tailoff.conformance;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A check that is still to be done.
 *
 * @param name what is looked at
 * @param body what looks at it
 */
record Trial(String name, Callable<Check> body) {
    /** Far more than any initialiser needs for all that one check draws; what takes longer hangs. */
    private static final int SECONDS = 60;

    /** Does it; what the plugin throws is what was found, and a plugin that hangs is left behind. */
    Check run() {
        FutureTask<Check> task = new FutureTask<>(body);
        Thread thread = new Thread(task, "conformance " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return failed("no answer after " + SECONDS + " seconds");
        } catch (ExecutionException e) {
            return failed(e.getCause().toString().strip().replaceAll("\\s*\\R\\s*", " "));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("an interruption");
        }
    }

    private Check failed(String found) {
        return Check.of(name, false, "an answer", found);
    }
}
