package org.tailoff.run;

import java.util.List;
import org.tailoff.record.Provenance;

/** The provenance of runs that nobody trained. */
public final class SmallProvenance {
    private SmallProvenance() {}

    /** One part of so many seconds. */
    public static Provenance lasting(double seconds) {
        return new Provenance(
                "fused",
                "a".repeat(64),
                List.of(new Provenance.Plugin("mine", "a.Mine", "mine.jar", "7.5", "b".repeat(64), "c".repeat(64))),
                List.of(new Provenance.Part(
                        "2024-01-01T00:00:00Z",
                        seconds,
                        List.of("train", "mine.yaml"),
                        new Provenance.Software("test", "d".repeat(40), "1", "2", "3"),
                        new Provenance.Platform("Linux", "a processor", 2, "a JDK", "a kernel", "1"))));
    }
}
