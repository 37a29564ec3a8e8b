package org.tailoff.command;

import java.util.Locale;
import java.util.Map;
import org.tailoff.run.RunResults;
import org.tailoff.run.RunScheduler;
import org.tailoff.run.SideWork;
import org.tailoff.spec.RunSpec;

/**
 * Answers Ctrl-C: what has been recorded is kept, and the user is told how to go on. The JVM then ends with exit code
 * 130 by itself, which is 128 plus the number of the signal.
 */
final class Interruption {
    private Interruption() {}

    /** Tells the user how to go on. */
    static void tellHowToGoOn() {
        System.err.printf(
                Locale.ROOT, "%ntailoff: interrupted; run the same command again to go on where it stopped%n");
    }

    /**
     * Carries out runs, ready to stop them.
     *
     * @param beside other work with the runs
     * @param stopped done once they have stopped
     */
    static RunResults stoppable(RunScheduler scheduler, Map<String, RunSpec> runs, SideWork beside, Runnable stopped)
            throws InterruptedException {
        Thread hook = new Thread(() -> stop(scheduler, stopped), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        RunResults results = scheduler.run(runs, beside);
        Runtime.getRuntime().removeShutdownHook(hook);
        return results;
    }

    private static void stop(RunScheduler scheduler, Runnable stopped) {
        if (scheduler.stop()) {
            stopped.run();
        }
    }
}
