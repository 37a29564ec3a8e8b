package org.tailoff.train.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tailoff.record.TrainedNetwork;

/** Writes a network as files for Java and for Python. */
public final class NetworkFiles {
    private NetworkFiles() {}

    /**
     * A network as it is now. Equal configurations and parameters give equal bytes.
     *
     * @param network an initialised network of doubles or floats
     * @return its files: DL4J's own with configuration, parameters and, where the updater has one, its state; and the
     *     parameters alone
     * @throws IllegalArgumentException if a parameter is neither double nor float
     */
    public static TrainedNetwork of(MultiLayerNetwork network) {
        try {
            return new TrainedNetwork(dl4j(network), numpy(network));
        } catch (IOException e) {
            throw new UncheckedIOException("writing a network into memory", e);
        }
    }

    /** The files of DL4J's zip, without the time of day that DL4J puts there. */
    private static byte[] dl4j(MultiLayerNetwork network) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, written, true);
        StoredZip zip = new StoredZip();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                zip.add(entry.getName(), entries.readAllBytes());
            }
        }
        return zip.toBytes();
    }

    private static byte[] numpy(MultiLayerNetwork network) throws IOException {
        StoredZip zip = new StoredZip();
        for (Map.Entry<String, INDArray> tensor : network.paramTable().entrySet()) {
            zip.add(tensor.getKey() + ".npy", NumpyArray.write(tensor.getValue()));
        }
        return zip.toBytes();
    }
}
