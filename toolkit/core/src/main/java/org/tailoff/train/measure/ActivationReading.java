package org.tailoff.train.measure;

import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;
import org.tailoff.record.LayerEpoch;
import org.tailoff.train.activation.Sigmoids;

/**
 * How an activation a = f(z) tells of z, which DL4J does not show: the derivative f'(z), and whether z is saturated
 * ({@link LayerEpoch#saturation}). Functions that take a value on both sides of a minimum (swish, GELU, Mish) do not
 * tell, nor do those whose derivative needs more than a (softmax, PReLU).
 *
 * @param slope f'(z) by a
 * @param saturated whether z is saturated, by a
 */
record ActivationReading(DoubleUnaryOperator slope, DoublePredicate saturated) {
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    /** Of a function of DL4J; empty if it cannot be read. */
    static Optional<ActivationReading> of(IActivation function) {
        if (function instanceof ActivationSigmoid) {
            double far = Sigmoids.sigmoid(LayerEpoch.SATURATED) - 0.5;
            return Optional.of(new ActivationReading(a -> a * (1 - a), a -> Math.abs(a - 0.5) > far));
        } else if (function instanceof ActivationTanH) {
            double far = StrictMath.tanh(LayerEpoch.SATURATED);
            return Optional.of(new ActivationReading(a -> 1 - a * a, a -> Math.abs(a) > far));
        } else if (function instanceof ActivationSoftSign) {
            double far = LayerEpoch.SATURATED / (1 + LayerEpoch.SATURATED);
            return Optional.of(
                    new ActivationReading(a -> (1 - Math.abs(a)) * (1 - Math.abs(a)), a -> Math.abs(a) > far));
        } else if (function instanceof ActivationRectifiedTanh) {
            double far = StrictMath.tanh(LayerEpoch.SATURATED);
            return Optional.of(new ActivationReading(a -> a > 0 ? 1 - a * a : 0, a -> a <= 0 || a > far));
        } else if (function instanceof ActivationSoftPlus) {
            double near = StrictMath.log1p(StrictMath.exp(-LayerEpoch.SATURATED));
            return Optional.of(new ActivationReading(a -> -StrictMath.expm1(-a), a -> a < near));
        } else if (function instanceof ActivationELU elu) {
            return Optional.of(exponential(1, elu.getAlpha()));
        } else if (function instanceof ActivationSELU) {
            return Optional.of(exponential(SELU_SCALE, SELU_ALPHA));
        } else if (function instanceof ActivationCube) {
            return Optional.of(new ActivationReading(a -> 3 * StrictMath.cbrt(a) * StrictMath.cbrt(a), a -> false));
        }
        return ofPieces(function);
    }

    /** Functions of straight pieces are saturated where they are flat. */
    private static Optional<ActivationReading> ofPieces(IActivation function) {
        if (function instanceof ActivationIdentity) {
            return Optional.of(pieces(a -> 1));
        } else if (function instanceof ActivationReLU6) {
            return Optional.of(pieces(a -> a > 0 && a < 6 ? 1 : 0));
        } else if (function instanceof ActivationHardTanH) {
            return Optional.of(pieces(a -> Math.abs(a) < 1 ? 1 : 0));
        } else if (function instanceof ActivationHardSigmoid) {
            return Optional.of(pieces(a -> a > 0 && a < 1 ? 0.2 : 0));
        } else if (function instanceof ActivationLReLU leaky) {
            double below = leaky.getAlpha();
            return Optional.of(pieces(a -> a > 0 ? 1 : below));
        } else if (function instanceof ActivationThresholdedReLU thresholded && thresholded.getTheta() >= 0) {
            return Optional.of(pieces(a -> a > 0 ? 1 : 0));
        } else if (function instanceof ActivationReLU relu
                && (relu.getThreshold() == null || relu.getThreshold() == 0)) {
            double below = relu.getNegativeSlope() == null ? 0 : relu.getNegativeSlope();
            double above = relu.getMax() == null ? Double.POSITIVE_INFINITY : relu.getMax();
            return Optional.of(pieces(a -> a >= above ? 0 : a > 0 ? 1 : below));
        }
        return Optional.empty();
    }

    private static ActivationReading pieces(DoubleUnaryOperator slope) {
        return new ActivationReading(slope, a -> slope.applyAsDouble(a) == 0);
    }

    /** scale z above 0, scale alpha (e^z - 1) below, whose derivative is a + scale alpha. */
    private static ActivationReading exponential(double scale, double alpha) {
        double limit = scale * alpha;
        double near = limit * StrictMath.expm1(-LayerEpoch.SATURATED);
        return new ActivationReading(a -> a > 0 ? scale : a + limit, a -> a < near);
    }
}
