package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.record.IterationColumn;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunStore;
import org.tailoff.verify.Balance;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.Life;
import org.tailoff.verify.Life.Course;
import org.tailoff.verify.Life.Motion;
import org.tailoff.verify.Plan;
import org.tailoff.verify.RunRecord;
import org.tailoff.verify.SmallSpec;

/** The balance of decay and gradients against weights that are updated here, one by one, by book eq. 93. */
class MechanismTest {
    private static final int WEIGHTS = 6;
    private static final double PULL = 0.05;
    private static final double NOISE = 0.02;

    @TempDir
    private Path directory;

    private final RunSpec spec = SmallSpec.of(200, 4, 200, 1);
    private final double q = SmallSpec.ETA * 4 / 200;

    /** One iteration: weights before it, and the gradient that it uses. */
    private record Step(double[] weights, double[] gradient) {
        double squares() {
            return inner(weights, weights);
        }
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** w <- (1-q) w - eta g; the gradient pulls the weights outwards a little and is otherwise noise. */
    private List<Step> steps() {
        SplittableRandom random = new SplittableRandom(20_261_124L);
        List<Step> steps = new ArrayList<>();
        double[] weights = {1, -2, 0.5, 3, -1.5, 0.25};
        for (int step = 0; step <= spec.iterations(); step++) {
            double[] gradient = new double[WEIGHTS];
            for (int i = 0; i < WEIGHTS; i++) {
                gradient[i] = NOISE * (random.nextDouble() - 0.5) - PULL * q * Math.signum(weights[i]);
            }
            steps.add(new Step(weights.clone(), gradient));
            for (int i = 0; i < WEIGHTS; i++) {
                weights[i] = (1 - q) * weights[i] - SmallSpec.ETA * gradient[i];
            }
        }
        return steps;
    }

    private RunRecord run(List<Step> steps) {
        return new RunRecord(
                "small",
                spec,
                List.of(),
                FakeRuns.store(
                        RunStore.at(directory),
                        "small",
                        List.of("0_W"),
                        spec,
                        (iteration, tensor, row) -> record(row, steps.get((int) iteration))));
    }

    private void record(double[] row, Step step) {
        double[] update = new double[WEIGHTS];
        for (int i = 0; i < WEIGHTS; i++) {
            update[i] = -q * step.weights[i] - SmallSpec.ETA * step.gradient[i];
        }
        double norm = Math.sqrt(step.squares());
        double moved = Math.sqrt(inner(update, update));
        row[IterationColumn.GRADIENT_NORM.index()] = Math.sqrt(inner(step.gradient, step.gradient));
        row[IterationColumn.DECAY_STEP_NORM.index()] = q * norm;
        row[IterationColumn.UPDATE_NORM.index()] = moved;
        row[IterationColumn.COSINE_UPDATE_WEIGHTS.index()] = -inner(update, step.weights) / (moved * norm);
    }

    /** lambda S/n, -&lt;g, w&gt; and (eta/2) ||g||^2 from the vectors themselves. */
    @Test
    void theTermsAreThoseOfTheWeightsAndGradients() {
        List<Step> steps = steps();
        RunRecord run = run(steps);
        for (int from : new int[] {0, 1500, 3999}) {
            double taken = 0;
            double along = 0;
            double across = 0;
            for (Step step : steps.subList(from, steps.size() - 1)) {
                taken += 4.0 / 200 * step.squares();
                along -= inner(step.gradient, step.weights);
                across += SmallSpec.ETA / 2 * inner(step.gradient, step.gradient);
            }
            Balance balance = Balance.of(run, 0, from);
            assertThat(balance.along()).isCloseTo(along / taken, within(1e-10 * Math.abs(along / taken)));
            assertThat(balance.across()).isCloseTo(across / taken, within(1e-10 * across / taken));
        }
    }

    /**
     * The other oracle: the squared norm itself. Summing the squared update over the iterations gives (1-q) along +
     * across = 1 - q/2 + (S at the end - S at the beginning) / (2 eta taken), without approximation.
     */
    @Test
    void theTermsAccountForTheWholeChangeOfTheSquaredNorm() {
        List<Step> steps = steps();
        RunRecord run = run(steps);
        int end = steps.size() - 1;
        for (int from : new int[] {0, 1500, 3999}) {
            double taken = steps.subList(from, end).stream()
                    .mapToDouble(step -> 4.0 / 200 * step.squares())
                    .sum();
            double change = steps.get(end).squares() - steps.get(from).squares();
            Balance balance = Balance.of(run, 0, from);
            double expected = 1 - q / 2 + change / (2 * SmallSpec.ETA * taken);
            assertThat((1 - q) * balance.along() + balance.across()).isCloseTo(expected, within(1e-9));
        }
    }

    private List<Finding> examine(int seeds, double balance) {
        Mechanism examination = new Mechanism();
        Course settling = (spec, layer, epoch) -> Math.max(Course.decay(spec, epoch), 0.015);
        return examination.examine(new FakeRuns(new Plan(seeds, false), directory)
                .addStored(Life.DECAY.along(settling).with(new Motion(1e-3, 1, balance)), examination.experiments())
                .records());
    }

    @Test
    void gradientsThatGiveBackWhatDecayTakesSupportTheClaim() {
        List<Finding> findings = examine(2, 1);
        assertThat(findings).hasSize(18).allSatisfy(finding -> {
            assertThat(finding.verdict())
                    .as(finding.part() + finding.undecided())
                    .isEqualTo(Verdict.SUPPORTED);
            assertThat(finding.evidence().details().get("along the weights")).isCloseTo(0, within(1e-9));
            assertThat(finding.evidence().details().get("across the weights")).isCloseTo(1, within(1e-9));
        });
    }

    @Test
    void gradientsThatGiveBackHalfOfItRefuteTheClaim() {
        assertThat(examine(2, 0.5)).hasSize(18).allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(finding.evidence().measured().value()).isCloseTo(0.5, within(1e-9));
        });
    }
}
