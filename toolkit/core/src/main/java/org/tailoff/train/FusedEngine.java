package org.tailoff.train;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.tailoff.spec.RunSpec;
import org.tailoff.train.fused.BatchSource;
import org.tailoff.train.fused.DenseStack;
import org.tailoff.train.fused.Dropout;
import org.tailoff.train.fused.FusedNetwork;
import org.tailoff.train.fused.FusedRules;
import org.tailoff.train.fused.FusedStep;
import org.tailoff.train.measure.BlockBuilder;
import org.tailoff.train.measure.ParameterMemory;

/**
 * The fast engine: one {@link FusedStep} an iteration, straight on the network's parameter memory.
 *
 * <p>The network's own DL4J listeners get {@code onEpochStart}, {@code iterationDone} with score and iteration count
 * set as {@code fit} sets them, and {@code onEpochEnd}; there are no arrays of activations or gradients to show them.
 */
final class FusedEngine implements TrainingEngine {
    private final MultiLayerNetwork network;
    private final FusedNetwork layers;
    private final FusedStep step;
    private final RunSpec spec;
    private final Dropout dropout;
    private final BlockBuilder blocks;
    private final IntToDoubleFunction learningRate;
    private long iteration;

    /**
     * Makes the engine.
     *
     * @param network holds the parameters
     * @param spec the network's shape and how it is stepped
     * @param source the training examples
     * @param blocks takes the rows
     */
    FusedEngine(MultiLayerNetwork network, RunSpec spec, BatchSource source, BlockBuilder blocks) {
        this.network = network;
        this.spec = spec;
        this.blocks = blocks;
        learningRate = tensor -> spec.training().learningRate();
        ParameterMemory memory = new ParameterMemory(network.params());
        DenseStack stack = FusedRules.stack(spec.dense());
        dropout = new Dropout(spec.seeds(), stack);
        int largest = Math.min(spec.training().miniBatch(), spec.data().trainingImages());
        layers = new FusedNetwork(stack, memory.pointer(), source, largest);
        step = new FusedStep(layers, FusedRules.rule(spec));
    }

    @Override
    public void epoch(int epoch, int[] order) {
        List<TrainingListener> listeners = List.copyOf(network.getListeners());
        int miniBatch = spec.training().miniBatch();
        iteration = (long) (epoch - 1) * spec.iterationsPerEpoch();
        blocks.begin(epoch);
        dropout.begin(epoch);
        network.setEpochCount(epoch - 1);
        listeners.forEach(listener -> listener.onEpochStart(network));
        // What the statistics carry from step to step is measured afresh, so that a resumed run has the same bits.
        step.open();
        for (int from = 0; from < order.length; from += miniBatch) {
            layers.load(order, from, Math.min(miniBatch, order.length - from));
            dropout.draw(layers.factors());
            if (listeners.isEmpty()) {
                step();
            } else {
                tell(listeners, network.calcRegularizationScore(true) + step());
            }
            iteration++;
        }
        blocks.flush();
        network.setIterationCount(Math.toIntExact(iteration));
        listeners.forEach(listener -> listener.onEpochEnd(network));
        network.setEpochCount(epoch);
    }

    private double step() {
        if (!blocks.wants(iteration)) {
            return step.step();
        }
        double cost = step.step(blocks.values(), blocks.offset());
        blocks.end(iteration, learningRate);
        return cost;
    }

    /** DL4J's score is the data cost plus the regularisers, at the parameters before the update. */
    private void tell(List<TrainingListener> listeners, double score) {
        network.setScore(score);
        network.setIterationCount(Math.toIntExact(iteration));
        listeners.forEach(
                listener -> listener.iterationDone(network, network.getIterationCount(), network.getEpochCount()));
    }
}
