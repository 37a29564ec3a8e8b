package org.tailoff.terminal;

import java.io.Console;
import org.tailoff.svm.SvmListener;

/** One bar over the kernel values of all support vector machines that are not stored. */
public final class SvmProgress implements SvmListener, AutoCloseable {
    private static final Bar.Unit MILLIONS = new Bar.Unit("million kernel values", 1_000_000);

    private final Bar bar;

    private SvmProgress(Bar bar) {
        this.bar = bar;
    }

    /** A bar over so many kernel values on a terminal; a line now and then elsewhere. */
    public static SvmProgress over(long kernelValues, Console terminal) {
        return new SvmProgress(Bar.over(new Bar.Work("Machines", kernelValues, MILLIONS), terminal));
    }

    @Override
    public void started(String svm) {
        bar.started(svm);
    }

    @Override
    public void advanced(long kernelValues) {
        bar.advanced(kernelValues);
    }

    @Override
    public void finished(String svm) {
        bar.finished(svm);
    }

    @Override
    public void close() {
        bar.close();
    }
}
