package org.tailoff.train.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.record.Provenance;

class SurroundingsTest {
    @Test
    void versionsAreThoseOfTheLibrariesInUse() {
        Provenance.Software software = Surroundings.software();
        assertThat(software.dl4j()).isEqualTo("1.0.0-M2.1");
        assertThat(software.nd4j()).isEqualTo("1.0.0-M2.1");
        assertThat(software.javacpp()).startsWith("1.5.");
        assertThat(software.commit()).matches("unknown|[0-9a-f]{40}(-dirty)?");
    }

    @Test
    void thePlatformIsThisOne() {
        Provenance.Platform platform = Surroundings.platform();
        assertThat(platform.jdk()).contains(System.getProperty("java.runtime.version"));
        assertThat(platform.kernel()).isEqualTo(BlasKernel.inUse().toString());
        assertThat(platform.processor()).isEqualTo(Processor.here().model());
        assertThat(platform.ompThreads()).isEqualTo("1");
    }

    @Test
    void aClockMeasuresFromItsStartOn() {
        RunClock clock = RunClock.start(List.of("train", "a b.yaml"));
        Provenance.Part first = clock.part();
        Provenance.Part second = clock.part();
        assertThat(first.seconds()).isGreaterThan(0).isLessThan(second.seconds());
        assertThat(second.startedAt())
                .isEqualTo(first.startedAt())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(second.command()).containsExactly("train", "a b.yaml");
    }
}
