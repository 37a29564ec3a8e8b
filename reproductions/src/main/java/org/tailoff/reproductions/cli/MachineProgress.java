package org.tailoff.reproductions.cli;

import java.io.Console;
import org.tailoff.reproductions.machine.MachineWatcher;

/** One bar over the kernel values of all support vector machines that are not stored. */
final class MachineProgress implements MachineWatcher, AutoCloseable {
    private static final Bar.Unit MILLIONS = new Bar.Unit("million kernel values", 1_000_000);

    private final Bar bar;

    private MachineProgress(Bar bar) {
        this.bar = bar;
    }

    static MachineProgress over(long kernelValues, Console terminal) {
        return new MachineProgress(Bar.over(new Bar.Work("Machines", kernelValues, MILLIONS), terminal));
    }

    @Override
    public void started(String machine) {
        bar.started(machine);
    }

    @Override
    public void advanced(long kernelValues) {
        bar.advanced(kernelValues);
    }

    @Override
    public void finished(String machine) {
        bar.finished(machine);
    }

    @Override
    public void close() {
        bar.close();
    }
}
