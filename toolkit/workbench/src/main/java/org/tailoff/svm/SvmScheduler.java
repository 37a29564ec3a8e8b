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
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import libsvm.svm;
import org.apache.commons.codec.digest.DigestUtils;
import org.tailoff.data.ExampleSets;
import org.tailoff.store.AtomicFiles;

/** Trains support vector machines and keeps what came of each in a small file, where it is found again. */
public final class SvmScheduler {
    private static final int DIGEST_DIGITS = 12;
    private static final double NANOS_PER_SECOND = 1e9;

    /** On the machine of docs/performance.md. */
    private static final double SECONDS_PER_KERNEL_VALUE = 25e-9;

    private static final String LIBRARY = "libsvm " + svm.LIBSVM_VERSION;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ExampleSets data;
    private final String fingerprint;
    private final Path directory;

    /**
     * Opens the shop.
     *
     * @param data the images: training images are learnt from, all validation images are classified
     * @param directory where the files are; made when the first machine is
     */
    public SvmScheduler(ExampleSets data, Path directory) {
        this.data = data;
        fingerprint = data.fingerprint();
        this.directory = directory;
    }

    /**
     * The machines that are not stored yet.
     *
     * @param machines the settings by name
     * @return those that have no file
     */
    public Map<String, SvmSpec> missing(Map<String, SvmSpec> machines) {
        Map<String, SvmSpec> missing = new TreeMap<>(machines);
        missing.entrySet().removeIf(each -> Files.exists(file(each.getKey(), each.getValue())));
        return missing;
    }

    /**
     * Forgets stored machines.
     *
     * @param machines the settings by name
     * @throws UncheckedIOException if a file cannot be deleted
     */
    public void forget(Map<String, SvmSpec> machines) {
        for (Map.Entry<String, SvmSpec> each : machines.entrySet()) {
            Path file = file(each.getKey(), each.getValue());
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("deleting " + file, e);
            }
        }
    }

    /**
     * How much work machines are.
     *
     * @param machines the settings by name
     * @return kernel values of training and of classifying
     */
    public long kernelValues(Map<String, SvmSpec> machines) {
        return machines.values().stream().mapToLong(this::kernelValues).sum();
    }

    private long kernelValues(SvmSpec spec) {
        return SupportVectorMachine.kernelValues(data.training().first(spec.trainingImages()), data.validation());
    }

    /**
     * About how long machines take: good for a plan, not for a benchmark.
     *
     * @param machines the settings by name
     * @param jobs how many side by side
     * @return seconds
     */
    public double seconds(Map<String, SvmSpec> machines, int jobs) {
        return kernelValues(machines) * SECONDS_PER_KERNEL_VALUE / jobs;
    }

    /**
     * Trains and classifies, or takes what is stored.
     *
     * @param name of the machine
     * @param spec its settings
     * @param watcher told how it goes on, unless it is stored
     * @param stopping whether it is to end unfinished; asked often
     * @return what came of it
     * @throws CancellationException if it was ended unfinished
     * @throws IOException if its file cannot be read or written
     */
    FinishedSvm finished(String name, SvmSpec spec, SvmListener watcher, BooleanSupplier stopping) throws IOException {
        Path file = file(name, spec);
        if (Files.exists(file)) {
            return new FinishedSvm(JSON.readValue(Files.readAllBytes(file), SvmResult.class), true);
        }
        SvmProgressState going = new SvmProgressState(stopping, watcher::advanced);
        going.requireGoing();
        watcher.started(name);
        SvmResult result = trained(spec, going);
        Files.createDirectories(directory);
        AtomicFiles.write(file, JSON.writeValueAsBytes(result));
        watcher.finished(name);
        return new FinishedSvm(result, false);
    }

    private SvmResult trained(SvmSpec spec, SvmProgressState going) {
        long begun = System.nanoTime();
        SupportVectorMachine machine =
                new SupportVectorMachine(spec, data.training().first(spec.trainingImages()), going);
        int correct = machine.correct(data.validation());
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
