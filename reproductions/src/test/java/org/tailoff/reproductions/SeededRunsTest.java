package org.tailoff.reproductions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SeededRunsTest {
    /** The pins are what JDK 17.0.15 and 25.0.3 gave; change them with the form of stored runs, and never alone. */
    @Test
    void whatSeedsDrawIsTheSameOnEveryMachineAndEveryJdk() throws IOException {
        String drawn = new SeededRuns()
                .drawn().entrySet().stream()
                        .map(each -> each.getValue() + "  " + each.getKey() + "\n")
                        .collect(Collectors.joining());

        try (InputStream pins = SeededRunsTest.class.getResourceAsStream("seeded-runs.txt")) {
            assertThat(drawn).isEqualTo(new String(pins.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
