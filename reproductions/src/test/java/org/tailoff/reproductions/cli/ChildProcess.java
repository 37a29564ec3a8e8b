package org.tailoff.reproductions.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The real command line, in a JVM of its own. */
final class ChildProcess {
    private ChildProcess() {}

    /** What a process left behind. */
    record Ended(int code, String out, String err) {
        List<String> lines() {
            return err.lines().toList();
        }
    }

    /** The command that runs {@code tailoff} with these arguments. */
    static List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Tailoff.class.getName()));
        Collections.addAll(command, args);
        return command;
    }

    /** Runs {@code tailoff} in a directory, to its end. */
    static Ended tailoff(Path directory, String... args) throws IOException, InterruptedException {
        return tailoff(directory, Map.of(), args);
    }

    /** The same with some variables of the environment set. */
    static Ended tailoff(Path directory, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "stdout", ".txt");
        Path err = Files.createTempFile(directory, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command(args))
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
    }
}
