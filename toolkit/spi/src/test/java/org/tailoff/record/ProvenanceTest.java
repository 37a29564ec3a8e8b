package org.tailoff.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
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
    void aRunThatWasNeverBrokenOffIsItsOnlyPart() {
        Provenance whole = new Provenance("fused", "data", List.of(), List.of(part("once", 0.5)));
        assertThat(whole.startedAt()).isEqualTo("once");
        assertThat(whole.wallSeconds()).isEqualTo(0.5);
    }

    @Test
    void whatItHoldsDoesNotFollowTheCallersLists() {
        List<Provenance.Plugin> plugins = new ArrayList<>();
        plugins.add(new Provenance.Plugin("he", "a.Class", "a.jar", "1", "-", "b"));
        List<Part> parts = new ArrayList<>(List.of(part("first", 1)));
        List<String> command = new ArrayList<>(List.of("train", "spec.yaml"));
        Provenance provenance = new Provenance("fused", "data", plugins, parts);
        Part typed = new Part("first", 1, command, parts.get(0).software(), PLATFORM);
        plugins.clear();
        parts.clear();
        command.clear();
        assertThat(provenance.plugins()).extracting(Provenance.Plugin::id).containsExactly("he");
        assertThat(provenance.parts()).hasSize(1);
        assertThat(typed.command()).containsExactly("train", "spec.yaml");
    }

    @Test
    void arithmeticIsKernelAndJdkInWords() {
        assertThat(PLATFORM.arithmetic()).isEqualTo("kernel a kernel, a JDK");
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
