package org.tailoff.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tailoff.record.IterationColumn;
import org.tailoff.train.Parameters;
import org.tailoff.train.measure.Vectors;

/**
 * Each identity against the sum it replaces, on the book's first layer with sparse inputs.
 *
 * <p>Tolerance: both sides sum at most K = 23,520 products, so they differ by less than 2 K u = 5e-12 of the sum of the
 * absolute products, and typically by the root of that; the absolute sums below are at most about 100 times the values,
 * so 1e-10 relative.
 */
final class IdentityWeightsTest {

    private static final double TOLERANCE = 1e-10;
    private static final int EXAMPLES = 10;
    private static final SgdRule RULE = new SgdRule(0.5, SgdRule.Decay.L2, 1e-3);

    private final SplittableRandom random = new SplittableRandom(11);
    private final DenseStack stack =
            new DenseStack(List.of(784, 30, 10), List.of(HiddenActivation.SIGMOID), OutputRule.SIGMOID_CROSS_ENTROPY);
    private final ArraySource source = ArraySource.random(random, EXAMPLES, 784, 10);
    private final Parameters parameters = Parameters.of(false, Shapes.parameters(random, stack.parameters()));
    private final FusedNetwork network = new FusedNetwork(stack, parameters.pointer(), source, EXAMPLES);
    private final FusedLayer layer = network.layers()[0];
    private final double[] gradient = new double[784 * 30];
    private double[] weights;

    @BeforeEach
    void runForwardAndBackward() {
        network.load(source.order(), 0, EXAMPLES);
        network.forward();
        network.backward();
        layer.blas.sumGradient(false);
        layer.blas.readGradient(gradient);
        weights = parameters.read();
    }

    @Test
    void theGramMatrixGivesTheGradientsNorm() {
        double direct = 0;
        for (double g : gradient) {
            direct += g * g;
        }
        assertThat(layer.blas.gradientSquares()).isCloseTo(direct, within(TOLERANCE * direct));
    }

    @Test
    void moreImagesThanOutputsGiveTheGradientsNormToo() {
        ArraySource many = ArraySource.random(random, 31, 784, 10);
        FusedNetwork more = new FusedNetwork(stack, parameters.pointer(), many, 31);
        more.load(many.order(), 0, 31);
        more.forward();
        more.backward();
        DenseBlas blas = more.layers()[0].blas;
        double squares = blas.gradientSquares();
        blas.sumGradient(false);
        blas.readGradient(gradient);
        assertThat(squares).isCloseTo(Vectors.dot(gradient, gradient), within(TOLERANCE * squares));
    }

    @Test
    void weightedInputsTimesDeltasGiveWeightsTimesGradient() {
        double direct = 0;
        double absolute = 0;
        for (int k = 0; k < gradient.length; k++) {
            direct += weights[k] * gradient[k];
            absolute += Math.abs(weights[k] * gradient[k]);
        }
        assertThat(layer.weightsDotGradient()).isCloseTo(direct, within(TOLERANCE * absolute));
    }

    @Test
    void sumsOfInputsTimesSumsOfDeltasGiveTheGradientsSum() {
        double direct = 0;
        double absolute = 0;
        for (double g : gradient) {
            direct += g;
            absolute += Math.abs(g);
        }
        assertThat(layer.blas.gradientSum()).isCloseTo(direct, within(TOLERANCE * absolute));
    }

    @Test
    void recurrencesHoldOverAnEpoch() {
        // 5,000 steps each add at most a few u of ||W||^2 and of the sum of |w|: 5,000 x 4 u = 2.2e-12
        FusedStep step = new FusedStep(network, RULE);
        double[] record = new double[step.recordLength()];
        for (int t = 0; t < 5000; t++) {
            network.load(source.order(), t % 5, 5);
            step.step(record, 0);
        }
        double[] now = parameters.read();
        double sum = 0;
        double absolute = 0;
        for (int k = 0; k < gradient.length; k++) {
            sum += now[k];
            absolute += Math.abs(now[k]);
        }
        double norm = PlainStep.norm(now, 0, gradient.length);
        assertThat(record[IterationColumn.NORM.index()]).isCloseTo(norm, within(1e-11 * norm));
        assertThat(record[IterationColumn.MEAN.index()] * gradient.length).isCloseTo(sum, within(1e-11 * absolute));
    }

    @Test
    void singlePrecisionCarriesTheRatesItsMemoryUses() {
        // 1 - q = 1 - 2e-6 lies 2.7e-8 off the nearest float: 1,000 steps with the unrounded rate would be 2.7e-5 off.
        // Rounding the
        // weights adds a random 2^-24 per weight and step, in the norm of N weights 2^-24 sqrt(1000 / N) = 1.2e-8.
        Parameters floats = Parameters.of(true, weights);
        FusedNetwork single = new FusedNetwork(stack, floats.pointer(), source, EXAMPLES);
        FusedStep step = new FusedStep(single, new SgdRule(1e-3, SgdRule.Decay.L2, 2e-6));
        double[] record = new double[step.recordLength()];
        for (int t = 0; t < 1000; t++) {
            single.load(source.order(), 0, EXAMPLES);
            step.step(record, 0);
        }
        double norm = PlainStep.norm(floats.read(), 0, gradient.length);
        assertThat(record[IterationColumn.NORM.index()]).isCloseTo(norm, within(1e-6 * norm));
    }

    @Test
    void theRecordIsThatOfTheDirectMeasurement() {
        IdentityWeights identities = new IdentityWeights(layer, RULE);
        DirectWeights direct = new DirectWeights(layer.blas, RULE);
        identities.before(EXAMPLES);
        direct.before(EXAMPLES);
        layer.blas.update(RULE.l2Factor(), RULE.learningRate() / EXAMPLES);
        double[] records = new double[2 * IterationColumn.COUNT];
        identities.after().writeTo(records, 0, 1);
        direct.after().writeTo(records, IterationColumn.COUNT, 1);
        for (int column = 0; column < IterationColumn.COUNT; column++) {
            double expected = records[IterationColumn.COUNT + column];
            assertThat(records[column]).as("column %d", column).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }

    @Test
    void l1DecayIsRefused() {
        assertThatThrownBy(() -> new IdentityWeights(layer, new SgdRule(1, SgdRule.Decay.L1, 0.1)))
                .hasMessage("decay must not be L1");
    }
}
