package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.train.ExpectedColumns.read;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;
import org.tailoff.train.ComparedShare;
import org.tailoff.train.RecordComparison;

/**
 * The fused step against {@link PlainStep}.
 *
 * <p>Tolerance: every quantity compared is a sum of products of at most K terms, K < 200 being all neurons and
 * examples, so its rounding error is at most K u times the sum of the absolute terms, u = 2^-53 or 2^-24. On its way
 * through at most three layers it is multiplied by the norms of their weights, below 10 each in the mean; 64 K u leaves
 * room for that and is 1.4e-12 or 7.6e-4. It multiplies the natural scale of each quantity: for squares and inner
 * products that of V^2, V = 1 + ||w|| + eta sum ||x|| ||d|| / m, which by Cauchy-Schwarz bounds the absolute terms of
 * both Gram identities.
 */
public final class FusedStepPropertyTest {

    private static final double DOUBLE = 64 * 200 * 0x1p-53;
    private static final double SINGLE = 64 * 200 * 0x1p-24;
    private static final ComparedShare COSINES_IN_DOUBLE = new ComparedShare();
    private static final ComparedShare COSINES_IN_SINGLE = new ComparedShare();

    /** An update that is zero, or below 1e-6 of its natural scale in double and 3 % in single, has no direction. */
    @AfterAll
    static void mostCosinesWereCompared() {
        COSINES_IN_DOUBLE.requireAtLeast(0.9);
        COSINES_IN_SINGLE.requireAtLeast(0.5);
    }

    @RandomCases(500)
    void doublesAgreeWithThePlainStep(RandomCase random) {
        SgdRule rule = rule(random);
        compare(new Trial(random.seed(), random.of(OutputRule.class), rule, false), rule, DOUBLE);
    }

    @RandomCases(300)
    void floatsAgreeWithThePlainStep(RandomCase random) {
        SgdRule rule = rule(random);
        compare(new Trial(random.seed(), random.of(OutputRule.class), rule, true), rule, SINGLE);
    }

    private static SgdRule rule(RandomCase random) {
        return Trial.rule(random.seed(), random.of(SgdRule.Decay.class), random.between(0.01, 3.0));
    }

    @RandomCases(100)
    void recordingDoesNotChangeTheParameters(RandomCase random) {
        long seed = random.seed();
        OutputRule output = random.of(OutputRule.class);
        boolean single = random.flip();
        SgdRule rule = Trial.rule(seed, random.of(SgdRule.Decay.class), 0.5);
        Trial recorded = new Trial(seed, output, rule, single);
        Trial silent = new Trial(seed, output, rule, single);
        for (int t = 0; t < 3; t++) {
            silent.network.load(silent.source.order(), t, 3 + t);
            recorded.network.load(silent.source.order(), t, 3 + t);
            assertThat(recorded.step.step(recorded.record, 0)).isEqualTo(silent.step.step());
        }
        assertThat(recorded.parameters.read()).containsExactly(silent.parameters.read());
    }

    /** Its weighted inputs pass 709, where exp is infinite. */
    @Test
    void aStepOfSaturatedNeuronsAgreesToo() {
        SgdRule rule = Trial.rule(32_420, SgdRule.Decay.NONE, 2.45);
        compare(new Trial(32_420, OutputRule.SIGMOID_CROSS_ENTROPY, rule, true), rule, SINGLE);
    }

    private static void compare(Trial trial, SgdRule rule, double tolerance) {
        for (int t = 0; t < 3; t++) {
            double cost = trial.recordedStep(t);
            assertThat(cost).isCloseTo(trial.plain.cost, within(tolerance * (1 + trial.plain.cost)));
            parameters(trial, tolerance);
            for (int layer = 0; layer < trial.stack.layers(); layer++) {
                layer(trial, layer, rule, tolerance);
            }
            trial.align();
        }
    }

    private static void parameters(Trial trial, double tolerance) {
        double[] fused = trial.parameters.read();
        for (int k = 0; k < fused.length; k++) {
            double plain = trial.plain.parameters[k];
            assertThat(fused[k]).as("parameter %d", k).isCloseTo(plain, within(tolerance * (1 + Math.abs(plain))));
        }
    }

    private static void layer(Trial trial, int layer, SgdRule rule, double tolerance) {
        PlainStep plain = trial.plain;
        int from = plain.offset(layer);
        int middle = plain.biases(layer);
        int to = plain.offset(layer + 1);
        double scale = 1 + PlainStep.norm(plain.before, from, to) + rule.learningRate() * plain.scale[layer];
        RecordComparison comparison = new RecordComparison(scale, tolerance);
        ComparedShare cosines = tolerance == DOUBLE ? COSINES_IN_DOUBLE : COSINES_IN_SINGLE;
        cosines.count(comparison.compare(read(trial.record, 2 * layer), plain.record(from, middle, true)));
        cosines.count(comparison.compare(read(trial.record, 2 * layer + 1), plain.record(middle, to, false)));
    }
}
