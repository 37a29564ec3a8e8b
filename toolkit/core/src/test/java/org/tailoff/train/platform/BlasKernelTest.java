package org.tailoff.train.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasKernelTest {
    private static final Set<String> AVX2 = Set.of("avx", "avx2", "fma");
    private static final Set<String> AVX512 =
            Set.of("avx", "avx2", "fma", "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");

    private static Optional<String> warning(String kernel, Set<String> features) {
        return new BlasKernel(kernel, "0.3.31").warning(new Processor("a Xeon", features), Optional.empty());
    }

    @Nested
    class AWarning {
        @ParameterizedTest
        @CsvSource({"Prescott", "Core2", "Nehalem", "Sandybridge", "Bulldozer", "Unknown"})
        void isDueWhereAnOldKernelRunsOnAProcessorWithAvx2(String kernel) {
            assertThat(warning(kernel, AVX2))
                    .hasValue(kernel
                            + " of OpenBLAS 0.3.31 uses nothing newer than AVX, and this processor (a Xeon) has AVX2: training is"
                            + " slower than it could be");
        }

        @ParameterizedTest
        @CsvSource({"Haswell", "Zen", "Excavator"})
        void isDueWhereAKernelForAvx2RunsOnAProcessorWithAvx512(String kernel) {
            assertThat(warning(kernel, AVX512).orElseThrow())
                    .startsWith(kernel + " of OpenBLAS 0.3.31 uses AVX2, ")
                    .contains(" has AVX-512: ");
            assertThat(warning(kernel, AVX2)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"SkylakeX", "Cooperlake", "SapphireRapids"})
        void isNotDueForAKernelForAvx512(String kernel) {
            assertThat(warning(kernel, AVX512)).isEmpty();
        }

        /** Knights Landing has AVX-512 without what OpenBLAS asks for. */
        @Test
        void isNotDueWhereAvx512IsNotWhole() {
            assertThat(warning("Haswell", Set.of("avx2", "avx512f", "avx512cd")))
                    .isEmpty();
        }

        @Test
        void isNotDueWhereNothingIsKnownOfTheProcessor() {
            assertThat(warning("Prescott", Set.of())).isEmpty();
        }

        @Test
        void namesTheSettingThatChoseTheKernel() {
            assertThat(new BlasKernel("Haswell", "0.3.31")
                            .warning(new Processor("a Xeon", AVX512), Optional.of("Haswell"))
                            .orElseThrow())
                    .endsWith("; OPENBLAS_CORETYPE=Haswell in the environment chose it");
        }
    }

    @Test
    void theVersionIsTheSecondWordOfTheConfiguration() {
        assertThat(BlasKernel.version("OpenBLAS 0.3.31 DYNAMIC_ARCH NO_AFFINITY Prescott MAX_THREADS=64"))
                .isEqualTo("0.3.31");
        assertThat(BlasKernel.version("")).isEqualTo("unknown");
    }

    /** In a process of its own, since OpenBLAS asks the environment once. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void theOneInUseIsTheOneThatTheEnvironmentAsksFor() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BlasKernelTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OPENBLAS_CORETYPE", "Prescott");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out.lines().toList().get(0)).matches("Prescott of OpenBLAS 0\\.3\\.\\d+");
        if (Processor.here().features().contains("avx2")) {
            assertThat(out).contains("Prescott of OpenBLAS ", "OPENBLAS_CORETYPE=Prescott in the environment chose it");
        }
    }

    public static void main(String[] arguments) {
        System.out.println(BlasKernel.inUse());
        System.out.println(Surroundings.kernelWarning());
    }
}
