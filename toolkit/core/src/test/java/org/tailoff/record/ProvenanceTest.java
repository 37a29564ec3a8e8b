package org.tailoff.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.record.Provenance.Part;
import org.tailoff.record.Provenance.Platform;
import org.tailoff.record.Provenance.Software;

class ProvenanceTest {
    private static final Platform PLATFORM = new Platform("Linux", "a processor", 2, "a JDK", "a kernel", "1");

    private static Part part(String startedAt, double seconds) {
        return new Part(startedAt, seconds, List.of(), new Software("1", "unknown", "2", "3", "4"), PLATFORM);
    }

    @Test
    void aRunBeganWithItsFirstPartAndLastedAsLongAsAllOfThem() {
        Provenance resumed =
                new Provenance("fused", "data", List.of(), List.of(part("first", 1.5), part("second", 2.25)));
        assertThat(resumed.startedAt()).isEqualTo("first");
        assertThat(resumed.wallSeconds()).isEqualTo(3.75);
    }

    @Test
    void aRunHasAPart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Provenance("fused", "data", List.of(), List.of()))
                .withMessage("parts must not be empty: []");
    }

    @Test
    void lastBitsDependOnKernelAndJdkAlone() {
        assertThat(PLATFORM.calculatesLike(new Platform("Mac", "another", 8, "a JDK", "a kernel", "4")))
                .isTrue();
        assertThat(PLATFORM.calculatesLike(new Platform("Linux", "a processor", 2, "a JDK", "another", "1")))
                .isFalse();
        assertThat(PLATFORM.calculatesLike(new Platform("Linux", "a processor", 2, "another", "a kernel", "1")))
                .isFalse();
    }
}
