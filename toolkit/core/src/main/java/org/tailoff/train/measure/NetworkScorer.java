package org.tailoff.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.tailoff.record.SetScore;

/** Scores any network that classifies, through DL4J's own forward pass. */
public final class NetworkScorer {
    private final MultiLayerNetwork network;
    private final Map<String, DataSetIterator> sets;

    /**
     * Makes the scorer.
     *
     * @param network an initialised network
     * @param sets the sets by name, in the order of the scores
     */
    public NetworkScorer(MultiLayerNetwork network, Map<String, DataSetIterator> sets) {
        this.network = network;
        this.sets = sets;
    }

    /**
     * Scores the sets at the parameters as they are now.
     *
     * @return one score per set
     * @throws IllegalArgumentException if labels are not examples x classes
     */
    public List<SetScore> scores() {
        List<SetScore> scores = new ArrayList<>();
        sets.forEach((name, iterator) -> scores.add(score(name, iterator)));
        return scores;
    }

    private SetScore score(String name, DataSetIterator iterator) {
        int examples = 0;
        int correct = 0;
        double cost = 0;
        iterator.reset();
        while (iterator.hasNext()) {
            DataSet batch = iterator.next();
            examples += batch.numExamples();
            correct += correct(name, batch);
            for (double each : network.scoreExamples(batch, false).dup().data().asDouble()) {
                cost += each;
            }
        }
        iterator.reset();
        double data = cost / examples;
        return new SetScore(
                name, examples, correct, new SetScore.Cost(data, data + network.calcRegularizationScore(true)));
    }

    private int correct(String name, DataSet batch) {
        INDArray labels = batch.getLabels();
        if (labels.rank() != 2) {
            throw new IllegalArgumentException(
                    "set '" + name + "' must have labels examples x classes, has shape " + labels.shapeInfoToString());
        }
        int[] found = classes(
                network.output(batch.getFeatures(), false, batch.getFeaturesMaskArray(), batch.getLabelsMaskArray()));
        int[] wanted = classes(labels);
        int correct = 0;
        for (int i = 0; i < wanted.length; i++) {
            correct += found[i] == wanted[i] ? 1 : 0;
        }
        return correct;
    }

    /** Index of the first largest column of every row; of a single column, whether it is at least one half. */
    private static int[] classes(INDArray rows) {
        int columns = rows.columns();
        double[] flat = rows.dup('c').data().asDouble();
        int[] classes = new int[flat.length / columns];
        for (int i = 0; i < flat.length; i++) {
            int row = i / columns;
            int column = i % columns;
            if (columns == 1) {
                classes[row] = flat[i] >= 0.5 ? 1 : 0;
            } else if (flat[i] > flat[row * columns + classes[row]]) {
                classes[row] = column;
            }
        }
        return classes;
    }
}
