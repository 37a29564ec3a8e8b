package org.tailoff.train.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A processor, as far as the operating system tells of it.
 *
 * @param model its name; {@code unknown} if that cannot be had
 * @param features what it can do beyond its architecture, such as {@code avx2}, in lower case; empty if that cannot be
 *     had
 */
public record Processor(String model, Set<String> features) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final String UNKNOWN = "unknown";
    private static final long SYSCTL_SECONDS = 5;
    /** All that OpenBLAS asks for before it takes such kernels. */
    private static final Set<String> AVX512 = Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl");

    /** Copies the set. */
    public Processor {
        features = Set.copyOf(features);
    }

    /** Sizes of vectors that a processor or a kernel calculates with, the smallest first. */
    enum VectorUnits {
        OLDER("nothing newer than AVX"),
        AVX2("AVX2"),
        AVX512("AVX-512");

        private final String text;

        VectorUnits(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * The one this process runs on.
     *
     * @return never null
     */
    public static Processor here() {
        try {
            if (Files.isReadable(CPU_INFO)) {
                return ofCpuInfo(Files.readString(CPU_INFO));
            }
            return System.getProperty("os.name").startsWith("Mac")
                    ? ofSysctl(sysctl("machdep.cpu.brand_string"), sysctl("machdep.cpu.leaf7_features"))
                    : ofEnvironment(System.getenv("PROCESSOR_IDENTIFIER"));
        } catch (IOException e) {
            return ofEnvironment(null);
        }
    }

    /** Reads what Linux says of the first of its processors. */
    static Processor ofCpuInfo(String text) {
        return new Processor(
                value(text, "model name").orElse(UNKNOWN),
                words(value(text, "flags").orElse("")));
    }

    /** Reads what macOS says. */
    static Processor ofSysctl(String brand, String leaf7) {
        return new Processor(brand.isBlank() ? UNKNOWN : brand.strip(), words(leaf7));
    }

    private static Processor ofEnvironment(String identifier) {
        return new Processor(Optional.ofNullable(identifier).orElse(UNKNOWN), Set.of());
    }

    private static Optional<String> value(String text, String key) {
        return text.lines()
                .filter(line -> line.matches(key + "\\s*:.*"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Nothing where there is no such name, as of an Intel feature on a processor of Apple's. */
    private static String sysctl(String name) throws IOException {
        Process process = new ProcessBuilder("/usr/sbin/sysctl", "-n", name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor(SYSCTL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text;
    }

    /** The largest vectors that it can calculate with; {@code OLDER} too where nothing is known. */
    VectorUnits vectors() {
        if (features.containsAll(AVX512)) {
            return VectorUnits.AVX512;
        }
        return features.contains("avx2") ? VectorUnits.AVX2 : VectorUnits.OLDER;
    }
}
