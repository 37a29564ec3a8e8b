package org.tailoff.reproductions.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.tailoff.data.Mnist;
import org.tailoff.run.StoppedException;
import org.tailoff.spec.ExecutionSpec.Precision;

/**
 * The same step in vectorised NumPy, recording nothing, in a process of its own that is asked for one round at a time:
 * so both are timed within the same seconds.
 */
public final class Peer implements AutoCloseable {
    private static final String SCRIPT = "peer_numpy.py";
    private static final String PYTHON = "python3";
    private static final long END_SECONDS = 10;

    /**
     * One thread, as ours has; and glibc keeps the memory of temporary arrays, which it would otherwise give back and
     * fetch again at every step, two to twenty times slower from 100 hidden neurons on.
     */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "OMP_NUM_THREADS", "1",
            "MALLOC_TRIM_THRESHOLD_", "1000000000",
            "MALLOC_MMAP_THRESHOLD_", "1000000000");

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final String version;

    private Peer(Process process) {
        this.process = process;
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        version = answer();
    }

    /**
     * Starts the peer.
     *
     * @param directory where its script and its images are written
     * @param hidden hidden neurons, at least 1
     * @param miniBatch images of a mini-batch, at least 1
     * @return the peer, once it has its images
     * @throws IllegalArgumentException if there is no {@code python3} with NumPy
     * @throws IOException if a file cannot be written
     */
    public static Peer start(Path directory, int hidden, int miniBatch) throws IOException {
        requireNumpy();
        Path script = directory.resolve(SCRIPT);
        try (InputStream resource = Objects.requireNonNull(Peer.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            Files.copy(resource, script);
        }
        Mnist.copyTrainingFiles(directory);
        String[] arguments = {
            script.toString(), directory.toString(), Integer.toString(hidden), Integer.toString(miniBatch)
        };
        return new Peer(python(arguments).redirectError(Redirect.INHERIT).start());
    }

    private static void requireNumpy() {
        try {
            if (python("-c", "import numpy")
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    != 0) {
                throw new IllegalArgumentException("--peer needs a python3 with numpy, and this one has none");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("--peer needs a python3 with numpy: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private static ProcessBuilder python(String... arguments) {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(ENVIRONMENT);
        return builder;
    }

    /** {@return name and version of what is timed, such as {@code NumPy 2.4.6}} */
    public String version() {
        return version;
    }

    /** Makes some steps, in its own process; the time is what it measures itself. */
    BenchCase.Timing round(Precision precision, int iterations) {
        try {
            questions.write(precision.name().toLowerCase(Locale.ROOT) + " " + iterations + "\n");
            questions.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the peer has ended", e);
        }
        String[] micros = answer().split(" ", 2);
        return new BenchCase.Timing(Double.parseDouble(micros[0]), Double.parseDouble(micros[1]));
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("python3 has ended without an answer");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("the peer has ended", e);
        }
    }

    /** Ends the process. */
    @Override
    public void close() {
        try (answers) {
            questions.close();
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("ending the peer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
