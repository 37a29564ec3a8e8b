package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tailoff verify} on the embedded digits. */
class VerifyTest {
    @TempDir
    private Path directory;

    private ChildProcess.Ended verify(String out) {
        return SameProcess.tailoff(directory, "verify", "C2b", "--quick", "--seeds", "1", "--out", out);
    }

    private Path verdicts(String out) {
        return directory.resolve(out).resolve("verdicts.json");
    }

    /** Dead weights of eight real runs decay exactly, in the first epochs too; trained twice, and found again. */
    @Test
    void aQuickVerificationOfOneClaimPrintsAndWritesTheSameVerdictsEveryTime() throws Exception {
        ChildProcess.Ended ended = verify("out");
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out())
                .contains("C2b  a weight without gradient decays by exactly f per epoch")
                .contains("8 findings: 8 supported (quick: of the first epochs alone). Written to ");
        assertThat(ended.out().lines().filter(line -> line.contains("SUPPORTED")))
                .hasSize(8);
        JsonNode rows = new ObjectMapper().readTree(verdicts("out").toFile());
        assertThat(rows).hasSize(8).allSatisfy(row -> {
            assertThat(row.get("id").asText()).isEqualTo("C2b");
            assertThat(row.get("verdict").asText()).isEqualTo("SUPPORTED");
            assertThat(row.get("quick").asBoolean()).isTrue();
        });

        assertThat(verify("again").code()).isZero();
        assertThat(verdicts("again")).hasSameBinaryContentAs(verdicts("out"));
        assertThat(verify("again").code()).isZero();
        assertThat(verdicts("again")).hasSameBinaryContentAs(verdicts("out"));
    }

    @Test
    void anUnknownClaimIsRefusedNamingTheKnownOnes() throws Exception {
        ChildProcess.Ended ended = SameProcess.tailoff(directory, "verify", "XX");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines())
                .singleElement()
                .asString()
                .startsWith("tailoff: no claim 'XX'; known: C1a, C1b, C1c, C1d, ")
                .contains(", E1, E2, E3")
                .endsWith(", N9, N10");
        assertThat(directory.resolve("tailoff-out")).doesNotExist();
    }

    /** Named, they need no {@code --beyond}; their networks are trained, and told of, when they are examined. */
    @Test
    void aClaimBeyondTheSpecsTrainsItsOwnNetworks() throws Exception {
        ChildProcess.Ended ended =
                SameProcess.tailoff(directory, "verify", "N10", "--quick", "--seeds", "1", "--out", "out");
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).contains("2 findings");
        assertThat(ended.err())
                .contains("dl4j_adamw_n1000_h30_eta0.001_decay1_800steps_seed1: step 0")
                .contains("dl4j_adam_l2_n1000_h30_eta0.001_decay0.001_800steps_seed1: step 0");
        assertThat(new ObjectMapper().readTree(verdicts("out").toFile()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get("id").asText()).isEqualTo("N10"));
    }

    @ParameterizedTest
    @CsvSource({
        "--seeds, 0, 'tailoff: --seeds must be at least 1, was 0'",
        "--seeds, -3, 'tailoff: --seeds must be at least 1, was -3'",
        "--jobs, 0, 'tailoff: --jobs must be at least 1, was 0'"
    })
    void aNumberThatIsTooSmallIsRefusedBeforeAnythingIsWritten(String option, String value, String message)
            throws Exception {
        ChildProcess.Ended ended = SameProcess.tailoff(directory, "verify", option, value);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.lines()).containsExactly(message);
        assertThat(directory.resolve("tailoff-out")).doesNotExist();
    }
}
