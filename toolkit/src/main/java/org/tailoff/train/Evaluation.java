package org.tailoff.train;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.tailoff.data.LabelledImages;

/**
 * Cost and accuracy of a network on a set of images.
 *
 * @param images number of images
 * @param correct images whose largest activation is the label's; the first of equal ones counts, and an output of NaN
 *     counts as class 0 (the book's {@code np.argmax})
 * @param cost data cost, mean over the images
 */
record Evaluation(int images, int correct, double cost) {
    private static final int CHUNK = 500;

    static Evaluation of(MultiLayerNetwork network, LabelledImages images) {
        MiniBatches chunks = new MiniBatches(
                images,
                IntStream.range(0, images.count()).toArray(),
                CHUNK,
                network.params().dataType());
        int correct = 0;
        double cost = 0;
        for (int first = 0; chunks.hasNext(); first += CHUNK) {
            DataSet chunk = chunks.next();
            cost += network.scoreExamples(chunk, false).sumNumber().doubleValue();
            correct += correct(network.output(chunk.getFeatures()), images, first);
        }
        return new Evaluation(images.count(), correct, cost / images.count());
    }

    private static int correct(INDArray outputs, LabelledImages images, int first) {
        double[][] activations = outputs.toDoubleMatrix();
        int correct = 0;
        for (int row = 0; row < activations.length; row++) {
            correct += argmax(activations[row]) == images.label(first + row) ? 1 : 0;
        }
        return correct;
    }

    static int argmax(double[] values) {
        int best = 0;
        for (int j = 1; j < values.length; j++) {
            best = values[j] > values[best] ? j : best;
        }
        return best;
    }
}
