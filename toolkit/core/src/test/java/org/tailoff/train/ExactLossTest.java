package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class ExactLossTest {
    private final ExactCrossEntropy crossEntropy = new ExactCrossEntropy();
    private final ExactQuadratic quadratic = new ExactQuadratic();

    @Nested
    class CrossEntropyOfSigmoids {
        /** Hand calculation: z = 0 gives a = 1/2 and a cost of ln 2 whatever y is. */
        @Test
        void atZeroItIsLnTwoPerOutput() {
            assertThat(crossEntropy.cost(new double[] {0, 0}, new double[] {1, 0}, false))
                    .isCloseTo(2 * Math.log(2), within(1e-15));
        }

        /** Oracle: ln(1 + e^-20) by its series x - x^2/2 + x^3/3 with x = e^-20, in BigDecimal. */
        @Test
        void aSmallCostKeepsItsRelativeAccuracy() {
            BigDecimal x = new BigDecimal("2.061153622438557827965940380155820976e-9");
            BigDecimal series = x.subtract(x.pow(2).divide(BigDecimal.valueOf(2), MathContext.DECIMAL128))
                    .add(x.pow(3).divide(BigDecimal.valueOf(3), MathContext.DECIMAL128));
            assertThat(crossEntropy.cost(new double[] {20}, new double[] {1}, false))
                    .isCloseTo(series.doubleValue(), within(1e-24));
        }

        @Test
        void aWrongOutputFarOutKeepsItsCostAndItsGradient() {
            assertThat(crossEntropy.cost(new double[] {800}, new double[] {0}, false))
                    .isEqualTo(800);
            assertThat(crossEntropy.delta(new double[] {800}, new double[] {0}, false))
                    .containsExactly(1);
            assertThat(crossEntropy.delta(new double[] {-800}, new double[] {1}, false))
                    .containsExactly(-1);
        }
    }

    /** Oracle: the central difference of the cost; its error is h^2/6 |f'''| + 2^-52 |f| / h, below 1e-8 for these. */
    @RandomCases(200)
    void theGradientIsTheDerivativeOfTheCost(RandomCase random) {
        double[] z = random.between(2, -6, 6);
        double[] y = {0, 1};
        for (boolean softmax : new boolean[] {false, true}) {
            assertGradient(crossEntropy, z, y, softmax);
        }
        assertGradient(quadratic, z, y, false);
    }

    private static void assertGradient(ExactLoss loss, double[] z, double[] y, boolean softmax) {
        double h = 1e-5;
        double[] delta = loss.delta(z, y, softmax);
        for (int j = 0; j < z.length; j++) {
            double[] up = z.clone();
            double[] down = z.clone();
            up[j] += h;
            down[j] -= h;
            double slope = (loss.cost(up, y, softmax) - loss.cost(down, y, softmax)) / (2 * h);
            assertThat(delta[j]).isCloseTo(slope, within(1e-8));
        }
    }

    @Nested
    class Quadratic {
        /** Hand calculation: a = 1/2, y = 1: (1/2)^2 / 2 = 1/8 and (a - y) a (1 - a) = -1/8. */
        @Test
        void atZeroItIsAnEighth() {
            assertThat(quadratic.cost(new double[] {0}, new double[] {1}, false))
                    .isEqualTo(0.125);
            assertThat(quadratic.delta(new double[] {0}, new double[] {1}, false))
                    .containsExactly(-0.125);
        }

        @Test
        void softmaxOutputsAreRefused() {
            assertThatThrownBy(() -> quadratic.cost(new double[] {0}, new double[] {1}, true))
                    .hasMessage("output activation must be sigmoid with the quadratic cost, was softmax");
        }
    }

    @Nested
    class AsDl4jSeesIt {
        private final INDArray z = Nd4j.createFromArray(new double[][] {{0, 1}, {-1, 2}});
        private final INDArray y = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}});

        @Test
        void scoresAreSummedOverOutputsAndAveragedOnRequest() {
            double first = crossEntropy.cost(new double[] {0, 1}, new double[] {1, 0}, false);
            double second = crossEntropy.cost(new double[] {-1, 2}, new double[] {0, 1}, false);
            ActivationSigmoid sigmoid = new ActivationSigmoid();
            assertThat(crossEntropy.computeScore(y, z, sigmoid, null, false)).isEqualTo(first + second);
            assertThat(crossEntropy.computeScore(y, z, sigmoid, null, true)).isEqualTo((first + second) / 2);
            assertThat(crossEntropy.computeScoreArray(y, z, sigmoid, null).shape())
                    .containsExactly(2, 1);
        }

        @Test
        void theGradientHasTheShapeAndTypeOfZ() {
            INDArray floats = z.castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);
            INDArray gradient = crossEntropy.computeGradient(y, floats, new ActivationSoftmax(), null);
            assertThat(gradient.shape()).containsExactly(2, 2);
            assertThat(gradient.dataType()).isEqualTo(floats.dataType());
        }

        @Test
        void otherActivationsAndMasksAreRefused() {
            assertThatThrownBy(() -> crossEntropy.computeScore(y, z, new ActivationReLU(), null, false))
                    .hasMessageStartingWith("output activation must be sigmoid or softmax, was ");
            assertThatThrownBy(() -> crossEntropy.computeScore(y, z, new ActivationSigmoid(), y, false))
                    .hasMessageStartingWith("label masks are not supported");
        }
    }
}
