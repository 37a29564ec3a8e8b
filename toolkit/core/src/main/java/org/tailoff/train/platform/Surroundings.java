package org.tailoff.train.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.tailoff.record.Provenance;

/**
 * What runs here, and on what: the facts of a {@link Provenance}. Nothing is looked up before it is asked for, and then
 * once.
 */
public final class Surroundings {
    private Surroundings() {}

    /** Made when it is first touched: the kernel's name costs loading the native library. */
    private static final class Here {
        static final Processor PROCESSOR = Processor.here();
        static final BlasKernel KERNEL = BlasKernel.inUse();
        static final Provenance.Software SOFTWARE = new Provenance.Software(
                version("org.tailoff", "tailoff-core").orElse("built from classes"),
                properties("/org/tailoff/train/platform/commit.properties").getProperty("commit", Provenance.UNKNOWN),
                version("org.deeplearning4j", "deeplearning4j-nn").orElse(Provenance.UNKNOWN),
                version("org.nd4j", "nd4j-native").orElse(Provenance.UNKNOWN),
                version("org.bytedeco", "javacpp").orElse(Provenance.UNKNOWN));
        static final Provenance.Platform PLATFORM = new Provenance.Platform(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                PROCESSOR.model(),
                Runtime.getRuntime().availableProcessors(),
                String.join(
                        " ",
                        System.getProperty("java.vendor"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version")),
                KERNEL.toString(),
                Optional.ofNullable(System.getenv("OMP_NUM_THREADS")).orElse("not set"));
    }

    /**
     * What runs.
     *
     * @return never null
     */
    public static Provenance.Software software() {
        return Here.SOFTWARE;
    }

    /**
     * What it runs on; loads the native library.
     *
     * @return never null
     */
    public static Provenance.Platform platform() {
        return Here.PLATFORM;
    }

    /**
     * Says so if the kernel in use is older than the processor; loads the native library.
     *
     * @return one line, or nothing
     */
    public static Optional<String> kernelWarning() {
        return Here.KERNEL.warning(Here.PROCESSOR, Optional.ofNullable(System.getenv("OPENBLAS_CORETYPE")));
    }

    /** As Maven wrote it into the jar. */
    private static Optional<String> version(String group, String artifact) {
        return Optional.ofNullable(properties("/META-INF/maven/" + group + "/" + artifact + "/pom.properties")
                .getProperty("version"));
    }

    private static Properties properties(String resource) {
        Properties properties = new Properties();
        try (InputStream stream = Surroundings.class.getResourceAsStream(resource)) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
        return properties;
    }
}
