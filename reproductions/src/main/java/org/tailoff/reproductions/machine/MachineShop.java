package org.tailoff.reproductions.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import libsvm.svm;
import org.apache.commons.codec.digest.DigestUtils;
import org.tailoff.data.ExampleSets;
import org.tailoff.store.AtomicFiles;

/** Trains support vector machines side by side and keeps what came of each in a small file, where it is found again. */
public final class MachineShop {
    private static final int DIGEST_DIGITS = 12;
    private static final double NANOS_PER_SECOND = 1e9;
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
    public MachineShop(ExampleSets data, Path directory) {
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
    public Map<String, MachineSpec> missing(Map<String, MachineSpec> machines) {
        Map<String, MachineSpec> missing = new TreeMap<>(machines);
        missing.entrySet().removeIf(each -> Files.exists(file(each.getKey(), each.getValue())));
        return missing;
    }

    /**
     * Forgets stored machines.
     *
     * @param machines the settings by name
     * @throws IOException if a file cannot be deleted
     */
    public void forget(Map<String, MachineSpec> machines) throws IOException {
        for (Map.Entry<String, MachineSpec> each : machines.entrySet()) {
            Files.deleteIfExists(file(each.getKey(), each.getValue()));
        }
    }

    /**
     * Trains and classifies, the largest first; what is stored is taken from there.
     *
     * @param machines the settings by name
     * @param jobs how many side by side, at least 1
     * @return what came of them, by name
     * @throws InterruptedException if the calling thread is interrupted
     * @throws IllegalStateException if one fails
     */
    public Map<String, FinishedMachine> run(Map<String, MachineSpec> machines, int jobs) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        try {
            Map<String, Future<FinishedMachine>> futures = new TreeMap<>();
            for (String name : largestFirst(machines)) {
                futures.put(name, pool.submit(() -> finished(name, machines.get(name))));
            }
            Map<String, FinishedMachine> finished = new TreeMap<>();
            for (Map.Entry<String, Future<FinishedMachine>> each : futures.entrySet()) {
                finished.put(each.getKey(), each.getValue().get());
            }
            return finished;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a support vector machine failed: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<String> largestFirst(Map<String, MachineSpec> machines) {
        Comparator<String> bySize =
                Comparator.comparingInt(name -> machines.get(name).trainingImages());
        return machines.keySet().stream()
                .sorted(bySize.reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private FinishedMachine finished(String name, MachineSpec spec) throws IOException {
        Path file = file(name, spec);
        if (Files.exists(file)) {
            return new FinishedMachine(JSON.readValue(Files.readAllBytes(file), MachineResult.class), true);
        }
        MachineResult result = trained(spec);
        Files.createDirectories(directory);
        AtomicFiles.write(file, JSON.writeValueAsBytes(result));
        return new FinishedMachine(result, false);
    }

    private MachineResult trained(MachineSpec spec) {
        long begun = System.nanoTime();
        VectorMachine machine = new VectorMachine(spec, data.training().first(spec.trainingImages()));
        int correct = machine.correct(data.validation());
        double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        return new MachineResult(spec, data.validation().count(), correct, seconds, LIBRARY);
    }

    /** Equal settings on equal data by the same library have the same file. */
    private Path file(String name, MachineSpec spec) {
        try {
            String digest = DigestUtils.sha256Hex(JSON.writeValueAsString(spec) + fingerprint + LIBRARY);
            return directory.resolve(name + "-" + digest.substring(0, DIGEST_DIGITS) + ".json");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing " + spec, e);
        }
    }
}
