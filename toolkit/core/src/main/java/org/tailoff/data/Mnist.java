package org.tailoff.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The MNIST handwritten digits, embedded in the toolkit: 28 x 28 pixels, 60,000 for training and 10,000 for test.
 *
 * <p>By Yann LeCun and Corinna Cortes, CC BY-SA 3.0. The SHA-256 of the four uncompressed files are pinned here.
 */
public final class Mnist {
    private static final Map<IdxFile, String> SHA256 = Map.of(
            IdxFile.TRAIN_IMAGES, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            IdxFile.TRAIN_LABELS, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            IdxFile.TEST_IMAGES, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            IdxFile.TEST_LABELS, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /** {@link ExampleSets#fingerprint} of the embedded set. */
    private static final String FINGERPRINT = "d6665ed20a1beddd7036ea92464e0c19a694d59c7a5a69f71bc6bc3da96f4ced";

    private Mnist() {}

    /**
     * Whether a data set is MNIST, wherever it was read from.
     *
     * @param data the set
     * @return whether all images and labels are MNIST's, in its order
     */
    public static boolean is(ExampleSets data) {
        return data.fingerprint().equals(FINGERPRINT);
    }

    /**
     * Reads and checks the embedded set, anew at each call: about a second and 55 MB, so load it once and pass it on.
     *
     * @return 50,000 training, 10,000 validation (the last of the training file) and 10,000 test images, in file order
     * @throws DataException if the embedded files are missing or not the pinned ones
     */
    public static ExampleSets embedded() {
        return pinned(Mnist::resource);
    }

    /**
     * Writes the two training files as they are embedded, in IDX form and gzipped, for a program in another language.
     *
     * @param directory where to; has neither of the files yet
     * @throws IOException if a file cannot be written
     */
    public static void copyTrainingFiles(Path directory) throws IOException {
        for (IdxFile file : List.of(IdxFile.TRAIN_IMAGES, IdxFile.TRAIN_LABELS)) {
            try (InputStream gzipped = resource(file).toURL().openStream()) {
                Files.copy(gzipped, directory.resolve(file.fileName() + ".gz"));
            }
        }
    }

    /** The files at {@code locations}, which must be MNIST's. */
    static ExampleSets pinned(Function<IdxFile, URI> locations) {
        return IdxFile.readAll(file -> new IdxSource(locations.apply(file), Optional.of(SHA256.get(file))), 0);
    }

    private static URI resource(IdxFile file) {
        String name = "mnist/" + file.fileName() + ".gz";
        URL url = Mnist.class.getResource(name);
        if (url == null) {
            throw DataException.of(name, "this file among the resources of org.tailoff.data", "nothing");
        }
        return toUri(url);
    }

    private static URI toUri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a URI: " + url, e);
        }
    }
}
