package org.tailoff.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.Provenance;

/**
 * A finished run whose files were found to be what its manifest says. Every call reads the files again and returns
 * fresh values.
 */
public final class StoredRun {
    private final RunDirectory directory;
    private final SortedMap<String, String> files;
    private final ParquetReader iterations;

    private StoredRun(RunDirectory directory, SortedMap<String, String> files) {
        this.directory = directory;
        this.files = files;
        iterations = new ParquetReader(directory.file(RunDirectory.ITERATIONS));
    }

    /**
     * Opens a finished run and checks every file of it against the manifest.
     *
     * @param directory the run's directory
     * @return the run, never null
     * @throws RunStoreException if the run is not finished, or a file is missing or changed; the message names the
     *     file, what was expected and what was found
     */
    public static StoredRun open(Path directory) {
        RunDirectory files = new RunDirectory(directory);
        try {
            return new StoredRun(files, Manifest.readAndCheck(files).digests());
        } catch (IOException e) {
            throw new RunStoreException("Opening " + directory + " failed", e);
        }
    }

    /**
     * The run's id.
     *
     * @return name of the directory, never null
     */
    public String id() {
        return directory.path().getFileName().toString();
    }

    /**
     * Where the run is.
     *
     * @return the directory, never null
     */
    public Path directory() {
        return directory.path();
    }

    /**
     * The run's files, as its manifest has them.
     *
     * @return SHA-256 of each in 64 hexadecimal digits, by its name in the directory; without the manifest itself
     */
    public SortedMap<String, String> files() {
        return new TreeMap<>(files);
    }

    /**
     * The trained network for Java.
     *
     * @return a file that {@code MultiLayerNetwork.load} opens; empty if the run has not kept it
     */
    public Optional<Path> network() {
        return kept(RunDirectory.NETWORK);
    }

    /**
     * The trained parameters for Python.
     *
     * @return a file that NumPy's {@code load} opens, with one array per tensor; empty if the run has not kept it
     */
    public Optional<Path> parameters() {
        return kept(RunDirectory.PARAMETERS);
    }

    private Optional<Path> kept(String name) {
        return files.containsKey(name) ? Optional.of(directory.file(name)) : Optional.empty();
    }

    /**
     * What was run.
     *
     * @return content of {@code spec.yaml}, never null
     * @throws RunStoreException if it cannot be read
     */
    public String spec() {
        return new String(bytes(RunDirectory.SPEC), StandardCharsets.UTF_8);
    }

    /**
     * Where the run comes from.
     *
     * @return content of {@code provenance.json}, never null
     * @throws RunStoreException if it cannot be read
     */
    public Provenance provenance() {
        try {
            return Json.read(bytes(RunDirectory.PROVENANCE), Provenance.class);
        } catch (IOException e) {
            throw new RunStoreException("Reading " + directory.file(RunDirectory.PROVENANCE) + " failed", e);
        }
    }

    /**
     * The epochs.
     *
     * @return all epochs in order, beginning with epoch 0 if that was recorded; never null
     * @throws RunStoreException if they cannot be read
     */
    public List<EpochRecord> epochs() {
        return EpochReader.read(new ParquetReader(directory.file(RunDirectory.EPOCHS)));
    }

    /**
     * Names of the recorded tensors.
     *
     * @return the names in the network's order; empty if no iteration was recorded
     * @throws RunStoreException if they cannot be read
     */
    public List<String> tensors() {
        return iterations
                .read("tensor", "GROUP BY tensor ORDER BY min(file_row_number)", row -> row.getString(1))
                .toList();
    }

    /**
     * Numbers of the recorded iterations.
     *
     * @return increasing numbers from 0
     * @throws RunStoreException if they cannot be read
     */
    public long[] iterationNumbers() {
        return iterations
                .read("DISTINCT iteration", "ORDER BY iteration", row -> row.getLong(1))
                .mapToLong(Long::longValue)
                .toArray();
    }

    /**
     * The epochs of the recorded iterations.
     *
     * @return for each of {@link #iterationNumbers()} the epoch that it belongs to, from 1
     * @throws RunStoreException if they cannot be read
     */
    public int[] iterationEpochs() {
        return iterations
                .read("DISTINCT iteration, epoch", "ORDER BY iteration", row -> row.getInt(2))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * One quantity of one tensor over all recorded iterations.
     *
     * @param tensor name of the tensor
     * @param column the quantity
     * @return one value for each of {@link #iterationNumbers()}
     * @throws IllegalArgumentException if there is no such tensor
     * @throws RunStoreException if the file cannot be read
     */
    public double[] series(String tensor, IterationColumn column) {
        double[] values = iterations
                .read(
                        '"' + column.columnName() + '"',
                        "WHERE tensor = ? ORDER BY iteration",
                        row -> row.getDouble(1),
                        tensor)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException(
                    "No tensor '" + tensor + "' in run " + id() + ". Recorded: " + String.join(", ", tensors()));
        }
        return values;
    }

    /**
     * How far each recorded update moved a tensor, against its size: ||update|| / ||w||, w before the update. The norm
     * before is worked out from the norms of update and weights after it and the cosine between update and -w, so that
     * the iteration before need not be recorded, and constraints do no harm.
     *
     * @param tensor name of the tensor
     * @return one value for each of {@link #iterationNumbers()}; infinite where w was 0, NaN where the update was
     *     larger than the weights after it, which two sizes of w can have led to
     * @throws IllegalArgumentException if there is no such tensor
     * @throws RunStoreException if the file cannot be read
     */
    public double[] updateRatios(String tensor) {
        double[] after = series(tensor, IterationColumn.NORM);
        double[] update = series(tensor, IterationColumn.UPDATE_NORM);
        double[] cosine = series(tensor, IterationColumn.COSINE_UPDATE_WEIGHTS);
        return IntStream.range(0, after.length)
                .mapToDouble(t -> updateRatio(after[t], update[t], cosine[t]))
                .toArray();
    }

    /** After^2 = before^2 + update^2 - 2 before update cosine, solved for the norm before. */
    private static double updateRatio(double after, double update, double cosine) {
        if (update == 0) {
            return 0;
        }
        if (Double.isNaN(cosine)) {
            return Double.POSITIVE_INFINITY;
        }
        double along = cosine * update;
        return after < update
                ? Double.NaN
                : update / (along + Math.sqrt(Math.max(after * after - update * update + along * along, 0)));
    }

    /**
     * Quantities over all recorded iterations in few numbers: the smallest and the largest value of each in stretches
     * of equal length.
     *
     * @param columns the quantities
     * @param stretches how many stretches at most; where fewer iterations were recorded, each is one of its own
     * @return one entry per tensor, in the network's order; empty if no iteration was recorded
     * @throws IllegalArgumentException if {@code stretches < 1}
     * @throws RunStoreException if the file cannot be read
     */
    public List<IterationRanges> ranges(List<IterationColumn> columns, int stretches) {
        if (stretches < 1) {
            throw new IllegalArgumentException("stretches must be at least 1, was " + stretches);
        }
        return RangeReader.read(iterations, columns, stretches);
    }

    private byte[] bytes(String name) {
        try {
            return Files.readAllBytes(directory.file(name));
        } catch (IOException e) {
            throw new RunStoreException("Reading " + directory.file(name) + " failed", e);
        }
    }
}
