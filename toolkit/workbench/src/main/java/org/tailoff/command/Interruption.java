package org.tailoff.command;

import java.util.Map;
import org.tailoff.run.RunScheduler;
import org.tailoff.run.RunScheduler.Attempt;
import org.tailoff.spec.RunSpec;
import org.tailoff.svm.SvmOrder;

/**
 * Answers Ctrl-C: what has been recorded is kept, and the user is told how to go on. The JVM then ends with exit code
 * 130 by itself, which is 128 plus the number of the signal.
 */
final class Interruption {
    private Interruption() {}

    /** Carries out runs and machines, ready to stop them and to tell the user how to go on. */
    static Attempt stoppable(RunScheduler laboratory, Map<String, RunSpec> runs, SvmOrder machines)
            throws InterruptedException {
        return stoppable(
                laboratory,
                () -> System.err.printf(
                        "%ntailoff: interrupted; run the same command again to go on where it stopped%n"),
                () -> laboratory.run(runs, machines));
    }

    /**
     * Carries out runs, ready to stop them.
     *
     * @param stopped done once they have stopped
     */
    static Attempt stoppable(RunScheduler laboratory, Map<String, RunSpec> runs, Runnable stopped)
            throws InterruptedException {
        return stoppable(laboratory, stopped, () -> laboratory.run(runs));
    }

    /** What a laboratory does until it is stopped. */
    private interface Work {
        Attempt carryOut() throws InterruptedException;
    }

    private static Attempt stoppable(RunScheduler laboratory, Runnable stopped, Work work) throws InterruptedException {
        Thread hook = new Thread(() -> stop(laboratory, stopped), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        Attempt attempt = work.carryOut();
        Runtime.getRuntime().removeShutdownHook(hook);
        return attempt;
    }

    private static void stop(RunScheduler laboratory, Runnable stopped) {
        if (laboratory.stop()) {
            stopped.run();
        }
    }
}
