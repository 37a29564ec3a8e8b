package org.tailoff.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.tailoff.record.IterationColumn;

/**
 * The oracle of recording: a plain DL4J listener that copies parameters and gradients through DL4J's own tables, tensor
 * by tensor, at every iteration, and gives them to {@link ExpectedColumns}.
 */
final class DirectRecords extends BaseTrainingListener {

    /**
     * How a test's network is stepped.
     *
     * @param learningRate eta
     * @param decay share of the weights that decay takes at every step; under plain gradient descent it is not believed
     *     but measured, as what is left of the update without the gradient
     * @param plain whether by plain gradient descent
     */
    record Rule(double learningRate, double decay, boolean plain) {}

    private final MultiLayerNetwork network;
    private final MultiLayerNetwork twin;
    private final List<DataSet> batches;
    private final Rule rule;
    private Map<String, double[]> before = Map.of();
    private Map<String, double[]> gradients = Map.of();
    private double cost;

    /** Columns by tensor, one map per iteration. */
    final List<Map<String, Map<IterationColumn, Double>>> records = new ArrayList<>();

    DirectRecords(MultiLayerNetwork network, List<DataSet> batches, Rule rule) {
        this.network = network;
        twin = network.clone();
        this.batches = batches;
        this.rule = rule;
    }

    private static Map<String, double[]> copy(Map<String, INDArray> table) {
        Map<String, double[]> copy = new LinkedHashMap<>();
        table.forEach((name, view) -> copy.put(name, view.dup('c').data().asDouble()));
        return copy;
    }

    @Override
    public void onBackwardPass(Model model) {
        before = copy(network.paramTable());
        gradients = copy(network.gradient().gradientForVariable());
        twin.setParams(network.params().dup());
        DataSet batch = batches.get(records.size() % batches.size());
        cost = rule.decay() == 0
                ? twin.score(batch, true)
                : twin.scoreExamples(batch, false).meanNumber().doubleValue();
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        DataSet batch = batches.get(records.size() % batches.size());
        Map<String, Map<IterationColumn, Double>> record = new LinkedHashMap<>();
        copy(network.paramTable()).forEach((name, after) -> {
            if (gradients.containsKey(name)) {
                record.put(name, columns(name, after, batch.numExamples()));
            }
        });
        records.add(record);
    }

    private Map<IterationColumn, Double> columns(String name, double[] after, int examples) {
        double[] old = before.get(name);
        double[] gradient = gradients.get(name);
        double decay = name.endsWith("_W") ? rule.decay() : 0;
        double[] rest = new double[after.length];
        double[] decayed = new double[after.length];
        for (int i = 0; i < after.length; i++) {
            double update = after[i] - old[i];
            double step = rule.learningRate() * gradient[i] / examples;
            decayed[i] = rule.plain() ? update + step : decay * old[i];
            rest[i] = rule.plain() ? step : update + decayed[i];
        }
        return ExpectedColumns.of(old, after, ExpectedColumns.norm(gradient) / examples, decayed, rest, cost);
    }
}
