package org.tailoff.reproductions.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The real command line, in a JVM of its own: for what a process alone shows. See {@link SameProcess}. */
final class ChildProcess {
    /** The first Java that warns of native libraries; bin/tailoff asks for it too. */
    private static final int WARNS = 24;

    private ChildProcess() {}

    /** What a command left behind. */
    record Ended(int code, String out, String err) {
        List<String> lines() {
            return err.lines().toList();
        }
    }

    /** The command that runs {@code tailoff} with these arguments. */
    static List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                options("jvm.options"),
                "-cp",
                System.getProperty("java.class.path"),
                Tailoff.class.getName()));
        if (Runtime.version().feature() >= WARNS) {
            command.add(1, options("jvm-24.options"));
        }
        Collections.addAll(command, args);
        return command;
    }

    private static String options(String file) {
        return "@" + Path.of("src", "main", "bin", file).toAbsolutePath();
    }

    /** Runs {@code tailoff} in a directory, to its end. */
    static Ended tailoff(Path directory, String... args) throws IOException, InterruptedException {
        return end(directory, new ProcessBuilder(command(args)));
    }

    /** Runs anything in a directory, to its end. */
    static Ended end(Path directory, ProcessBuilder command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "stdout", ".txt");
        Path err = Files.createTempFile(directory, "stderr", ".txt");
        Process process = command.directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }
}
