package org.tailoff.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.tailoff.record.SetScore;

/** Scores any network through DL4J's own forward pass. One that does not classify has a cost alone. */
public final class NetworkScorer {
    private final MultiLayerNetwork network;
    private final Map<String, DataSetIterator> sets;
    private final boolean classifies;

    /**
     * Makes the scorer.
     *
     * @param network an initialised network
     * @param sets the sets by name, in the order of the scores
     * @param classifies whether labels are classes, and not numbers that are to be met
     */
    public NetworkScorer(MultiLayerNetwork network, Map<String, DataSetIterator> sets, boolean classifies) {
        this.network = network;
        this.sets = sets;
        this.classifies = classifies;
    }

    /** {@return whether a network seems to give out classes: its outputs are not numbers as they are (identity)} */
    public static boolean classifies(MultiLayerNetwork network) {
        return !(network.getOutputLayer().conf().getLayer() instanceof BaseLayer output
                && output.getActivationFn() instanceof ActivationIdentity);
    }

    /**
     * Scores the sets at the parameters as they are now.
     *
     * @return one score per set
     * @throws IllegalArgumentException if labels are not examples x outputs
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
            requireRows(name, batch.getLabels());
            Outputs outputs = outputs(batch);
            examples += batch.numExamples();
            correct += correct(outputs.values(), batch.getLabels());
            for (double each : outputs.costs().dup().data().asDouble()) {
                cost += each;
            }
        }
        iterator.reset();
        double data = cost / examples;
        SetScore.Cost both = new SetScore.Cost(data, data + network.calcRegularizationScore(true));
        return classifies ? new SetScore(name, examples, correct, both) : new SetScore(name, examples, both);
    }

    private static void requireRows(String name, INDArray labels) {
        if (labels.rank() != 2) {
            throw new IllegalArgumentException(
                    "set '" + name + "' must have labels examples x outputs, has shape " + labels.shapeInfoToString());
        }
    }

    /**
     * What the network makes of a batch.
     *
     * @param values examples x outputs
     * @param costs of each example
     */
    private record Outputs(INDArray values, INDArray costs) {}

    /**
     * As {@code output} and {@code scoreExamples} of DL4J, but with one pass through the network for both; those are
     * used where there are masks.
     */
    private Outputs outputs(DataSet batch) {
        if (batch.hasMaskArrays() || !(network.getOutputLayer() instanceof IOutputLayer last)) {
            INDArray values = network.output(
                    batch.getFeatures(), false, batch.getFeaturesMaskArray(), batch.getLabelsMaskArray());
            return new Outputs(values, network.scoreExamples(batch, false));
        }
        int layers = network.getnLayers();
        INDArray input = layers == 1
                ? batch.getFeatures()
                : network.feedForwardToLayer(layers - 2, batch.getFeatures(), false)
                        .get(layers - 1);
        LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();
        InputPreProcessor before = network.getLayerWiseConfigurations().getInputPreProcess(layers - 1);
        last.setLabels(batch.getLabels());
        last.setInput(before == null ? input : before.preProcess(input, batch.numExamples(), memory), memory);
        INDArray costs = last.computeScoreForExamples(0, memory);
        INDArray values = last.activate(false, memory);
        network.clearLayersStates();
        return new Outputs(values, costs);
    }

    private static int correct(INDArray outputs, INDArray labels) {
        int[] found = classes(outputs);
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
