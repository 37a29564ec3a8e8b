package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.verify.FakeRuns.select;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.record.IterationColumn;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.FakeRuns.Behaviour;
import org.tailoff.verify.FakeRuns.Run;
import org.tailoff.verify.Plan;

/** Why the readings of claim 1 differ, each explanation both ways. */
class RightAnglesTest {
    private static final Plan TWO = new Plan(2, false);

    /** Shared: runs with the same steps have the same files. */
    @TempDir
    private static Path directory;

    /** What is found where gradients lean as chance has it; three tests look at it. */
    private static List<Finding> chance;

    @BeforeAll
    static void examineChance() {
        chance = examine(leaning(1));
    }

    private static List<Finding> examine(Behaviour behaviour) {
        RightAngles test = new RightAngles();
        return test.examine(FakeRuns.stored(test, TWO, behaviour, directory));
    }

    /** Grows from the new start; gradients at a cosine of {@code times}/sqrt(N) to the weights. */
    private static Behaviour leaning(double times) {
        return new Behaviour() {
            @Override
            public double rms(Run run, int layer, int epoch) {
                double alone = run.startRms(layer) * run.law().factor(epoch);
                return run.old() ? alone * (1 + 1e-6 * epoch) : run.startRms(layer) * (1 + epoch);
            }

            /** Another for every cosine and width, and nearly that of the run. */
            @Override
            public double gradientStep(Run run) {
                return run.spec().training().learningRate() * (1 + 1e-6 * times + 1e-9 * run.weights());
            }

            @Override
            public void fill(Run run, int layer, long iteration, double[] row) {
                double decay = decayStep(run);
                double step = gradientStep(run);
                double cosine = times / Math.sqrt(run.weights(layer));
                double update = Math.sqrt(decay * decay + step * step + 2 * decay * step * cosine);
                row[IterationColumn.DECAY_STEP_NORM.index()] = decay;
                row[IterationColumn.GRADIENT_STEP_NORM.index()] = step;
                row[IterationColumn.UPDATE_NORM.index()] = update;
                row[IterationColumn.COSINE_UPDATE_WEIGHTS.index()] = (decay + step * cosine) / update;
            }
        };
    }

    @Test
    void cosinesOfChanceSupportTheDimensionAndOthersRefuteIt() {
        assertThat(select(chance, "C1f", "")).hasSize(10).allSatisfy(finding -> {
            assertThat(finding.verdict())
                    .as(finding.part() + finding.undecided())
                    .isEqualTo(Verdict.SUPPORTED);
            assertThat(finding.evidence().measured().value()).isCloseTo(1, within(1e-6));
        });
    }

    @Test
    void cosinesTenTimesAsLargeRefuteIt() {
        assertThat(select(examine(leaning(10)), "C1f", ""))
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED));
    }

    @Test
    void gradientsFromNeuronsOfSmallInputsSupportSaturation() {
        for (Finding finding : select(chance, "C1g", "weight_initialization_30_old")) {
            assertThat(finding.verdict())
                    .as(finding.part() + finding.undecided())
                    .isEqualTo(Verdict.SUPPORTED);
            assertThat(finding.evidence().measured().value()).isCloseTo(2 / Math.sqrt(80), within(1e-9));
        }
    }

    /** f + 1e-6 in length and f in slope: hardly anything along the weights, all of it across them. */
    @Test
    void stepsAcrossAloneSupportAndStepsAlongRefute() {
        for (Finding finding : select(chance, "C1h", "weight_initialization_30_old")) {
            assertThat(finding.verdict())
                    .as(finding.part() + finding.undecided())
                    .isEqualTo(Verdict.SUPPORTED);
        }
        Behaviour along = new Behaviour() {
            @Override
            public double rms(Run run, int layer, int epoch) {
                return leaning(1).rms(run, layer, epoch);
            }

            @Override
            public double gradientStep(Run run) {
                return leaning(1).gradientStep(run);
            }

            @Override
            public void fill(Run run, int layer, long iteration, double[] row) {
                leaning(1).fill(run, layer, iteration, row);
            }

            @Override
            public double slope(Run run, int layer, int epoch) {
                return run.law().factor() * (1 - 1e-3);
            }
        };
        for (Finding finding : select(examine(along), "C1h", "weight_initialization_30_old")) {
            assertThat(finding.verdict())
                    .as(finding.part() + finding.undecided())
                    .isEqualTo(Verdict.REFUTED);
        }
    }
}
