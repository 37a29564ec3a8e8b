package org.tailoff.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;

class RunSettingsTest {
    private static final RunSpec WEAK = SmallSpec.of(200, 4, 200, 1);
    private static final Map<String, RunSpec> SPECS = Map.of(
            "weak", WEAK,
            "strong", WEAK.withRegularisation(new Regularisation.L2(40)),
            "none", WEAK.withRegularisation(new Regularisation.None()));

    private static String of(String... names) {
        return RunSettings.of(List.of(names), SPECS);
    }

    @Test
    void namesWhatIsNotTheBooks() {
        String eta = "eta " + SmallSpec.ETA;
        assertThat(of("weak"))
                .startsWith(eta + ", lambda 4, ")
                .endsWith("n 200")
                .contains("h ");
        assertThat(of("weak", "strong")).startsWith(eta + ", lambda 4 and 40, ");
        assertThat(of("weak", "strong", "none")).startsWith(eta + ", lambda 0 to 40, ");
    }

    @Test
    void aFormulaHasNone() {
        assertThat(of("formula")).isEmpty();
    }
}
