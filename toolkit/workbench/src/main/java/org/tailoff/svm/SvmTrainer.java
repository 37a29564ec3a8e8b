package org.tailoff.svm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.tailoff.data.ExampleSets;
import org.tailoff.store.AtomicFiles;

/** Trains support vector machines and keeps the result of each in a small file, where it is found again. */
public final class SvmTrainer {
    private static final int DIGEST_DIGITS = 12;
    private static final double NANOS_PER_SECOND = 1e9;

    /** On the machine of docs/performance.md. */
    private static final double SECONDS_PER_KERNEL_VALUE = 25e-9;

    private static final String LIBRARY = "libsvm " + libsvm.svm.LIBSVM_VERSION;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ExampleSets data;
    private final String fingerprint;
    private final Path directory;

    /**
     * A trainer.
     *
     * @param data the examples: it is trained on training examples, and classifies all validation examples
     * @param directory where the files are; made when the first one is trained
     */
    public SvmTrainer(ExampleSets data, Path directory) {
        this.data = data;
        fingerprint = data.fingerprint();
        this.directory = directory;
    }

    /**
     * Those that are not stored yet.
     *
     * @param svms the settings by name
     * @return those that have no file
     */
    public Map<String, SvmSpec> missing(Map<String, SvmSpec> svms) {
        Map<String, SvmSpec> missing = new TreeMap<>(svms);
        missing.entrySet().removeIf(each -> Files.exists(file(each.getKey(), each.getValue())));
        return missing;
    }

    /**
     * Deletes stored results.
     *
     * @param svms the settings by name
     * @throws UncheckedIOException if a file cannot be deleted
     */
    public void forget(Map<String, SvmSpec> svms) {
        for (Map.Entry<String, SvmSpec> each : svms.entrySet()) {
            Path file = file(each.getKey(), each.getValue());
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("deleting " + file, e);
            }
        }
    }

    /**
     * How much work they are.
     *
     * @param svms the settings by name
     * @return kernel values of training and of classifying
     */
    public long kernelValues(Map<String, SvmSpec> svms) {
        return svms.values().stream().mapToLong(this::kernelValues).sum();
    }

    private long kernelValues(SvmSpec spec) {
        return SupportVectorMachine.kernelValues(data.training().first(spec.trainingImages()), data.validation());
    }

    /**
     * About how long they take: good for a plan, not for a benchmark.
     *
     * @param svms the settings by name
     * @param jobs how many side by side
     * @return seconds
     */
    public double seconds(Map<String, SvmSpec> svms, int jobs) {
        return kernelValues(svms) * SECONDS_PER_KERNEL_VALUE / jobs;
    }

    /**
     * Trains and classifies, or takes what is stored.
     *
     * @param name its name
     * @param spec its settings
     * @param listener notified of its progress, unless it is stored
     * @param stopping whether it is to end unfinished; asked often
     * @return its result
     * @throws org.tailoff.run.StoppedException if it was stopped
     * @throws IOException if its file cannot be read or written
     */
    FinishedSvm finished(String name, SvmSpec spec, SvmListener listener, BooleanSupplier stopping) throws IOException {
        Path file = file(name, spec);
        if (Files.exists(file)) {
            return new FinishedSvm(JSON.readValue(Files.readAllBytes(file), SvmResult.class), true);
        }
        ProgressMonitor monitor = new ProgressMonitor(stopping, listener::advanced);
        monitor.requireGoing();
        listener.started(name);
        SvmResult result = trained(spec, monitor);
        Files.createDirectories(directory);
        AtomicFiles.write(file, JSON.writeValueAsBytes(result));
        listener.finished(name);
        return new FinishedSvm(result, false);
    }

    private SvmResult trained(SvmSpec spec, ProgressMonitor monitor) {
        long begun = System.nanoTime();
        SupportVectorMachine trained =
                new SupportVectorMachine(spec, data.training().first(spec.trainingImages()), monitor);
        int correct = trained.correct(data.validation());
        double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        return new SvmResult(spec, data.validation().count(), correct, seconds, LIBRARY);
    }

    /** Equal settings on equal data by the same library have the same file. */
    private Path file(String name, SvmSpec spec) {
        try {
            String digest = DigestUtils.sha256Hex(JSON.writeValueAsString(spec) + fingerprint + LIBRARY);
            return directory.resolve(name + "-" + digest.substring(0, DIGEST_DIGITS) + ".json");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing " + spec, e);
        }
    }
}
