package org.tailoff.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tailoff.analysis.Estimate;

class EvidenceTest {
    private static final Estimate ONE = Estimate.exact(1);

    @Test
    void withoutASourceItIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence(ONE, List.of(), List.of(), Optional.empty(), Map.of()))
                .withMessage("runs must name at least one source of the evidence");
    }

    /** A 0/0 must not become a verdict: it would compare as false with every bound. */
    @Test
    void aMeasurementThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evidence.exact(Double.NaN, "formula", Map.of()))
                .withMessageContaining("NaN");
    }

    @Test
    void itsDetailsKeepTheirOrder() {
        Map<String, Double> details = new LinkedHashMap<>();
        List.of("zulu", "alpha", "mike").forEach(name -> details.put(name, 1.0));
        assertThat(Evidence.exact(1, "formula", details).details().keySet()).containsExactly("zulu", "alpha", "mike");
    }

    @Test
    void itDoesNotChangeAfterwards() {
        List<String> runs = new ArrayList<>(List.of("run"));
        Map<String, Double> details = new LinkedHashMap<>(Map.of("a", 1.0));
        Evidence evidence = new Evidence(ONE, runs, List.of(), Optional.empty(), details);
        runs.add("another");
        details.put("b", 2.0);

        assertThat(evidence.runs()).containsExactly("run");
        assertThat(evidence.details()).containsOnlyKeys("a");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> evidence.details().put("c", 3.0));
    }
}
