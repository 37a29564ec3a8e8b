package org.tailoff.train;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.tailoff.record.IterationColumn;

/**
 * Records every iteration of a network that DL4J trains.
 *
 * <p>DL4J shows the gradient of the data cost, summed over the mini-batch, in {@code onGradientCalculation}; by {@code
 * iterationDone} it has been overwritten by the update, and the parameters are those after it. So the gradient is copied
 * in the first, and the parameters before are those kept from the last iteration.
 */
final class RecordingListener extends BaseTrainingListener {
    private final MultiLayerNetwork network;
    private final ParameterMemory parameters;
    private final ParameterMemory gradients;
    private final List<Part> parts = new ArrayList<>();
    private final BlockBuilder blocks;
    private final long firstIteration;
    private long iterations;

    /**
     * One recorded tensor.
     *
     * @param tensor where it lies
     * @param rates how it is stepped
     * @param moments room for its elements
     */
    private record Part(ParameterTensor tensor, LayerRates rates, DirectMoments moments) {}

    /**
     * Listens to a network, whose parameters are from now on those before the first iteration.
     *
     * @param network an initialised network
     * @param tensors what is recorded
     * @param blocks takes the rows
     */
    RecordingListener(MultiLayerNetwork network, List<ParameterTensor> tensors, BlockBuilder blocks) {
        this.network = network;
        this.blocks = blocks;
        parameters = new ParameterMemory(network.params());
        if (network.getFlattenedGradients() == null) {
            network.initGradientsView();
        }
        gradients = new ParameterMemory(network.getFlattenedGradients());
        firstIteration = network.getIterationCount();
        for (ParameterTensor tensor : tensors) {
            Part part = new Part(tensor, LayerRates.of(network, tensor), new DirectMoments(tensor.length()));
            parameters.read(tensor.offset(), part.moments().after);
            parts.add(part);
        }
    }

    @Override
    public void onEpochStart(Model model) {
        blocks.begin(network.getEpochCount() + 1);
    }

    @Override
    public void onGradientCalculation(Model model) {
        if (blocks.wants(next())) {
            parts.forEach(part -> gradients.read(part.tensor().offset(), part.moments().gradient));
        }
    }

    /** Number of the iteration under way. */
    private long next() {
        return firstIteration + iterations;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        long number = next();
        iterations++;
        boolean wanted = blocks.wants(number);
        for (Part part : parts) {
            if (wanted) {
                DirectMoments moments = part.moments();
                System.arraycopy(moments.after, 0, moments.before, 0, moments.before.length);
            }
            if (wanted || blocks.wants(number + 1)) {
                parameters.read(part.tensor().offset(), part.moments().after);
            }
        }
        if (wanted) {
            record(number, iteration, epoch);
        }
    }

    private void record(long number, int iteration, int epoch) {
        int offset = blocks.offset();
        double penalty = 0;
        double learningRate = 0;
        for (Part part : parts) {
            StepRates rates = part.rates().at(iteration, epoch);
            part.moments().measure(network.batchSize(), rates).writeTo(blocks.values(), offset, 0);
            offset += IterationColumn.COUNT;
            learningRate = rates.learningRate();
        }
        for (Part part : parts) {
            penalty += part.rates().penalty(part.moments().before, iteration, epoch);
        }
        writeCost(network.score() - penalty);
        blocks.end(number, learningRate);
    }

    /** DL4J's score is the data cost plus the regularisers, all at the parameters before the update. */
    private void writeCost(double cost) {
        for (int tensor = 0; tensor < parts.size(); tensor++) {
            int at = blocks.offset() + tensor * IterationColumn.COUNT + IterationColumn.MINIBATCH_COST.index();
            blocks.values()[at] = cost;
        }
    }
}
