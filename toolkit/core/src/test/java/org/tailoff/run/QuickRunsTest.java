package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.TrainingSpec;

/** The spec of {@link SmallRuns} has 20 rows: with mini-batches of 10, two iterations an epoch. */
class QuickRunsTest {
    private static int epochs(int asked, int miniBatch) {
        RunSpec small = SmallRuns.spec(1);
        TrainingSpec training = new TrainingSpec(0.5, miniBatch, asked, new Regularisation.None());
        return QuickRuns.of(new RunSpec(small.network(), training, small.data(), small.seeds(), small.execution()))
                .training()
                .epochs();
    }

    @Test
    void aLongRunEndsAfterFiveThousandIterations() {
        assertThat(epochs(10_000, 10)).isEqualTo(5000 / 2);
        assertThat(epochs(10_000, 20)).isEqualTo(5000);
    }

    @Test
    void aShortRunIsLeftAsItIs() {
        assertThat(epochs(2500, 10)).isEqualTo(2500);
        assertThat(epochs(3, 10)).isEqualTo(3);
        assertThat(QuickRuns.of(SmallRuns.spec(1))).isEqualTo(SmallRuns.spec(1));
    }
}
