package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.comparison.MadeUp.arm;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.figure.SeedCurves;

class ArmResultTest {
    private static final ArmResult ARM =
            arm("zeros", true, new int[] {100, 900, 950}, new int[] {110, 930, 940}, new int[] {90, 910, 915});

    @Test
    void accuraciesAreInPercentOnePerSeed() {
        assertThat(ARM.firstAccuracy()).containsExactly(new double[] {90, 93, 91}, within(1e-12));
        assertThat(ARM.lastAccuracy()).containsExactly(new double[] {95, 94, 91.5}, within(1e-12));
        assertThat(ARM.meanLastAccuracy()).isCloseTo((95 + 94 + 91.5) / 3, within(1e-12));
    }

    @Test
    void theCostIsThatOfTheDataAtTheEnd() {
        assertThat(ARM.lastCost()).containsExactly(1.0 / 3, 1.0 / 3, 1.0 / 3);
    }

    @Nested
    class Targets {
        /** An accuracy before training counts too: whoever has it needs no epoch. */
        @ParameterizedTest
        @CsvSource({"9, '0,0,0'", "10, '0,0,1'", "90, '1,1,1'", "92, '2,1'", "94, '2,2'", "95, '2'", "95.1, ''"})
        void areReachedAtTheFirstEpochThatIsAtLeastThere(double percent, String epochs) {
            assertThat(ARM.reachedAt(percent).toString().replaceAll("[\\[\\] ]", ""))
                    .isEqualTo(epochs);
        }
    }

    @Nested
    class Courses {
        @Test
        void areOneSeriesPerSeedOverTheEpochs() {
            SeedCurves course = ARM.course(
                    epoch -> OptionalDouble.of(epoch.score("validation").accuracy()));
            assertThat(course.epochs()).containsExactly(0, 1, 2);
            assertThat(course.seeds()).isDeepEqualTo(new double[][] {{.1, .9, .95}, {.11, .93, .94}, {.09, .91, .915}});
        }

        @Test
        void leaveOutTheEpochsInWhichTheQuantityIsUnknown() {
            SeedCurves course =
                    ARM.course(epoch -> epoch.epoch() == 1 ? OptionalDouble.empty() : OptionalDouble.of(epoch.epoch()));
            assertThat(course.epochs()).containsExactly(0, 2);
            assertThat(course.seeds()).isDeepEqualTo(new double[][] {{0, 2}, {0, 2}, {0, 2}});
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zeros, true, 1, compare_zeros_seed1",
        "zeros, false, 12, compare_zeros_no-decay_seed12",
        "gaussian:stddev=0.5, true, 2, compare_gaussian_stddev_0.5_seed2",
        "'a:x=1,y=-2', true, 3, compare_a_x_1_y_-2_seed3"
    })
    void theNameOfARunIsAFileNameWhateverTheInitialiser(String initialiser, boolean decay, int seed, String name) {
        assertThat(new Arm(initialiser, decay).run(seed)).isEqualTo(name);
    }
}
