package org.tailoff.reproductions.cli;

import java.util.Map;
import org.tailoff.reproductions.Laboratory;
import org.tailoff.reproductions.Laboratory.Attempt;
import org.tailoff.reproductions.machine.MachineOrder;
import org.tailoff.spec.RunSpec;

/**
 * Answers Ctrl-C: what has been recorded is kept, and the user is told how to go on. The JVM then ends with exit code 130
 * by itself, which is 128 plus the number of the signal.
 */
final class Interruption {
    private Interruption() {}

    /** Carries out runs and machines, ready to stop them. */
    static Attempt stoppable(Laboratory laboratory, Map<String, RunSpec> runs, MachineOrder machines)
            throws InterruptedException {
        Thread hook = new Thread(() -> stop(laboratory), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        Attempt attempt = laboratory.run(runs, machines);
        Runtime.getRuntime().removeShutdownHook(hook);
        return attempt;
    }

    private static void stop(Laboratory laboratory) {
        if (laboratory.stop()) {
            System.err.printf("%ntailoff: interrupted; run the same command again to go on where it stopped%n");
        }
    }
}
