package org.tailoff.command;

/** What a command says to the shell when it ends; 130, interrupted, comes from the JVM itself. */
public final class ExitCode {
    /** All is well. */
    public static final int DONE = 0;

    /** A run, a comparison or a control failed. */
    public static final int FAILED = 1;

    /** The command line or a file that it names is wrong; one line says what. */
    public static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
