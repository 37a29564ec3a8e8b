package org.tailoff.train;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A DL4J loss computed from the weighted inputs z without clipping.
 *
 * <p>{@code LossBinaryXENT} clips the activations at 1e-5, so that a wrong output beyond |z| of about 11.5 loses its
 * gradient; with N(0,1) weights that happens. {@code LossL2} carries a factor 2. These do neither.
 */
public abstract sealed class ExactLoss implements ILossFunction permits ExactCrossEntropy, ExactQuadratic {
    private static final long serialVersionUID = 1L;

    /** Only the permitted classes. */
    ExactLoss() {}

    /**
     * The cost of one example.
     *
     * @param z weighted inputs of the output neurons
     * @param y desired outputs, each in [0, 1]
     * @param softmax whether the outputs are softmax rather than sigmoid
     * @return the cost, summed over the output neurons
     */
    abstract double cost(double[] z, double[] y, boolean softmax);

    /**
     * The gradient of {@link #cost} with respect to z.
     *
     * @param z weighted inputs of the output neurons
     * @param y desired outputs, each in [0, 1]
     * @param softmax whether the outputs are softmax rather than sigmoid
     * @return one entry per output neuron
     */
    abstract double[] delta(double[] z, double[] y, boolean softmax);

    @Override
    public final double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, preOutput, activation, mask)
                .sumNumber()
                .doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public final INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        refuse(mask);
        boolean softmax = isSoftmax(activation);
        double[][] z = rows(preOutput);
        double[][] y = rows(labels);
        double[] costs = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            costs[i] = cost(z[i], y[i], softmax);
        }
        return Nd4j.createFromArray(costs).reshape(costs.length, 1).castTo(preOutput.dataType());
    }

    @Override
    public final INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        refuse(mask);
        boolean softmax = isSoftmax(activation);
        double[][] z = rows(preOutput);
        double[][] y = rows(labels);
        for (int i = 0; i < z.length; i++) {
            z[i] = delta(z[i], y[i], softmax);
        }
        return Nd4j.createFromArray(z).castTo(preOutput.dataType());
    }

    @Override
    public final Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    public final String name() {
        return toString();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ExactLoss loss && loss.name().equals(name());
    }

    @Override
    public final int hashCode() {
        return name().hashCode();
    }

    /** The rows of a matrix, copied in one go: ND4J's own toDoubleMatrix asks for every element singly. */
    private static double[][] rows(INDArray matrix) {
        double[] flat = matrix.dup('c').data().asDouble();
        int columns = matrix.columns();
        double[][] rows = new double[matrix.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(flat, row * columns, (row + 1) * columns);
        }
        return rows;
    }

    private static boolean isSoftmax(IActivation activation) {
        if (activation instanceof ActivationSoftmax) {
            return true;
        }
        if (activation instanceof ActivationSigmoid) {
            return false;
        }
        throw new IllegalArgumentException("output activation must be sigmoid or softmax, was " + activation);
    }

    private static void refuse(INDArray mask) {
        if (mask != null) {
            throw new IllegalArgumentException(
                    "label masks are not supported, was one of shape " + mask.shapeInfoToString());
        }
    }
}
