package org.tailoff.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.record.IterationColumn;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunStore;

/** The end of a run, on norms of a closed form. */
class StationaryTest {
    private static final int EVERY = 10;

    @TempDir
    private Path directory;

    /** q = 0.5 * 4/200 = 0.01, so the window is ln(100)/0.01 = 461 iterations, 47 recorded ones. */
    private RunRecord run(int epochs, LongToDoubleFunction hidden, LongToDoubleFunction output) {
        return run(SmallSpec.of(200, 4, epochs, EVERY), hidden, output);
    }

    private RunRecord run(RunSpec spec, LongToDoubleFunction hidden, LongToDoubleFunction output) {
        return new RunRecord(
                "small",
                spec,
                List.of(),
                FakeRuns.store(
                        RunStore.at(directory),
                        "small",
                        List.of("0_W", "1_W"),
                        spec,
                        (iteration, tensor, row) -> row[IterationColumn.NORM.index()] =
                                (tensor == 0 ? hidden : output).applyAsDouble(iteration)));
    }

    @Nested
    class OfARun {
        /** The layers' norms 3 and 4 make 5 together; the network has 6 + 4 weights. */
        @Test
        void thatNoLongerChangesIsItsSize() {
            Stationary end = Stationary.of(run(40, iteration -> 3, iteration -> 4));
            assertThat(end.change()).isZero();
            assertThat(end.rms()).isEqualTo(5 / Math.sqrt(10));
            assertThat(end.from()).isEqualTo(80 - 47);
            assertThat(Stationary.obstacle(List.of(end))).isEmpty();
        }

        /** Grows by 1 % of its mean, 5, in ln(100)/q iterations. */
        @Test
        void thatGrowsByOnePercentOverTheWindowIsNotStationary() {
            RunRecord run = run(40, iteration -> 3 * drift(iteration), iteration -> 4 * drift(iteration));
            Stationary end = Stationary.of(run);
            assertThat(end.change()).isCloseTo(0.01, within(1e-12));
            assertThat(end.rms()).isCloseTo(5 / Math.sqrt(10), within(1e-12));
            assertThat(Stationary.obstacle(List.of(end)))
                    .contains("not stationary: the norm still changes by 1 % in ln(100)/(eta lambda/m) epochs"
                            + " in the worst run, allowed are 0.5 %");
        }

        /** q = 0.5 * 1000/2000 = 0.25, ln(100)/q is 18 iterations; an epoch has 200, 20 recorded ones of 40. */
        @Test
        void underStrongDecayIsJudgedOverAnEpoch() {
            RunSpec spec = SmallSpec.of(2000, 1000, 2, EVERY);
            assertThat(Stationary.of(run(spec, iteration -> 3, iteration -> 4)).from())
                    .isEqualTo(20);
        }

        /** Half of 120 recorded iterations is more than 47. */
        @Test
        void ofALongRunIsJudgedOverItsHalf() {
            Stationary end = Stationary.of(run(60, iteration -> iteration < 600 ? 300 : 3, iteration -> 4));
            assertThat(end.from()).isEqualTo(60);
            assertThat(end.change()).isZero();
        }

        private double drift(long iteration) {
            double row = iteration / (double) EVERY - 33;
            return 1 + 0.01 * (row - 23) / (Math.log(100) / 0.01 / EVERY);
        }

        @Test
        void whatCameBeforeTheWindowDoesNotCount() {
            RunRecord run = run(40, iteration -> iteration < 330 ? 300 : 3, iteration -> 4);
            assertThat(Stationary.of(run).rms()).isEqualTo(5 / Math.sqrt(10));
            assertThat(Stationary.of(run).change()).isZero();
        }

        @Test
        void thatIsShorterThanTheWindowIsNotStationaryHoweverConstant() {
            Stationary end = Stationary.of(run(23, iteration -> 3, iteration -> 4));
            assertThat(end.change()).isNaN();
            assertThat(end.from()).isZero();
            assertThat(end.rms()).isEqualTo(5 / Math.sqrt(10));
            assertThat(Stationary.obstacle(List.of(end)))
                    .contains("not stationary: a run is shorter than ln(100)/(eta lambda/m) epochs");
        }
    }

    @Nested
    class OfSeveralRuns {
        private static Stationary changing(double change) {
            return new Stationary(change, 1, 0);
        }

        /** The mean of 0.8 % and -0.8 % is none, and that of one bad run and many good ones is small. */
        @Test
        void theWorstChangeDecides() {
            assertThat(Stationary.obstacle(List.of(changing(0.004), changing(-0.008))))
                    .hasValueSatisfying(why -> assertThat(why).contains("changes by -0.8 %", "in the worst run"));
            assertThat(Stationary.obstacle(List.of(changing(0.008), changing(-0.004), changing(0))))
                    .hasValueSatisfying(why -> assertThat(why).contains("changes by 0.8 %"));
            assertThat(Stationary.obstacle(List.of(changing(0.004), changing(-0.0049))))
                    .isEmpty();
        }

        @Test
        void exactlyTheAllowedChangeIsTooMuch() {
            assertThat(Stationary.obstacle(List.of(changing(0.005)))).isPresent();
        }

        @Test
        void oneThatIsTooShortIsEnough() {
            for (List<Stationary> order : List.of(
                    List.of(changing(0), changing(Double.NaN), changing(0.1)),
                    List.of(changing(Double.NaN), changing(0)))) {
                assertThat(Stationary.obstacle(order))
                        .hasValueSatisfying(why -> assertThat(why).contains("shorter"));
            }
        }

        @Test
        void noneAtAllShowNoEnd() {
            assertThat(Stationary.obstacle(List.of())).isPresent();
        }
    }
}
