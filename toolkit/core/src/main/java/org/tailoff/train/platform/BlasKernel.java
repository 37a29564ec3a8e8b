package org.tailoff.train.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.openblas.global.openblas_full;
import org.tailoff.train.platform.Processor.VectorUnits;

/**
 * The routines that OpenBLAS has picked for the processor. The last bits of every product depend on them, and so does
 * its speed.
 *
 * @param name OpenBLAS's name of them, which is that of the first processor they were made for, such as
 *     {@code SkylakeX}
 * @param version of OpenBLAS
 */
public record BlasKernel(String name, String version) {
    private static final Set<String> WITH_AVX512 = Set.of("SkylakeX", "Cooperlake", "SapphireRapids");
    private static final Set<String> WITH_AVX2 = Set.of("Haswell", "Zen", "Excavator");

    /**
     * The one in use; loads the native library if nothing else has.
     *
     * @return never null
     */
    public static BlasKernel inUse() {
        return new BlasKernel(
                openblas_full.openblas_get_corename().getString(),
                version(openblas_full.openblas_get_config().getString()));
    }

    /** The second word of such as {@code OpenBLAS 0.3.31 DYNAMIC_ARCH NO_AFFINITY SkylakeX MAX_THREADS=64}. */
    static String version(String config) {
        String[] words = config.strip().split("\\s+", -1);
        return words.length > 1 ? words[1] : "unknown";
    }

    /**
     * Says so if the processor could do better.
     *
     * @param processor what the kernel runs on
     * @param chosen value of {@code OPENBLAS_CORETYPE} in the environment, with which a user picks a kernel; empty if
     *     it is not set
     * @return one line; empty if the kernel uses the processor's largest vectors, or nothing is known of those
     */
    public Optional<String> warning(Processor processor, Optional<String> chosen) {
        if (vectors().compareTo(processor.vectors()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%s uses %s, and this processor (%s) has %s: training is slower than it could be%s",
                this,
                vectors(),
                processor.model(),
                processor.vectors(),
                chosen.map(value -> "; OPENBLAS_CORETYPE=" + value + " in the environment chose it")
                        .orElse("")));
    }

    private VectorUnits vectors() {
        if (WITH_AVX512.contains(name)) {
            return VectorUnits.AVX512;
        }
        return WITH_AVX2.contains(name) ? VectorUnits.AVX2 : VectorUnits.OLDER;
    }

    @Override
    public String toString() {
        return name + " of OpenBLAS " + version;
    }
}
