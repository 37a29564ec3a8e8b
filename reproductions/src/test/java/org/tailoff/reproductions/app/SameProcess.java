package org.tailoff.reproductions.app;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * The command line in the JVM of the tests, its output caught: for whatever does not depend on a process of its own,
 * which takes seconds to load what the tests have loaded already.
 */
final class SameProcess {
    private SameProcess() {}

    /**
     * Runs {@code tailoff} to its end, as if in a directory: paths start there, and what is said of them on the error
     * stream too.
     */
    static ChildProcess.Ended tailoff(Path directory, String... args) {
        Charset charset = Charset.defaultCharset();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        try {
            System.setOut(new PrintStream(out, true, charset));
            System.setErr(new PrintStream(err, true, charset));
            CommandLine commandLine = Tailoff.commandLine(args).registerConverter(Path.class, directory::resolve);
            int code = commandLine.execute(args);
            String errors = err.toString(charset).replace(directory + File.separator, "");
            return new ChildProcess.Ended(code, out.toString(charset), errors);
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
