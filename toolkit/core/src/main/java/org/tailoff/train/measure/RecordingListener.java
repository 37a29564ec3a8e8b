package org.tailoff.train.measure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.tailoff.record.IterationColumn;

/**
 * Records every iteration of a network that DL4J trains.
 *
 * <p>DL4J shows the gradient of the data cost, summed over the mini-batch, in {@code onGradientCalculation}, when the
 * parameters are still those before the update; by {@code iterationDone} the gradient has been overwritten by the
 * update, and the parameters are those after it. So the parameters are copied in both, and the gradient's norm is taken
 * in the first.
 */
public final class RecordingListener extends BaseTrainingListener {
    private final MultiLayerNetwork network;
    private final ParameterMemory parameters;
    private final ParameterMemory gradients;
    private final List<Part> recorded = new ArrayList<>();
    private final List<Part> penalised = new ArrayList<>();
    private final BlockBuilder blocks;
    private final UpdaterState updaters;
    private final double[] gradientSquares;

    /**
     * One tensor.
     *
     * @param tensor where it lies
     * @param rates how it is stepped
     * @param split tells decay's part of a step
     * @param moments room for its elements
     */
    private record Part(ParameterTensor tensor, LayerRates rates, DecaySplit split, DirectMoments moments) {}

    /**
     * Listens to a network.
     *
     * @param network an initialised network
     * @param tensors what is recorded
     * @param blocks takes the rows
     */
    public RecordingListener(MultiLayerNetwork network, List<ParameterTensor> tensors, BlockBuilder blocks) {
        this.network = network;
        this.blocks = blocks;
        parameters = new ParameterMemory(network.params());
        if (network.getFlattenedGradients() == null) {
            network.initGradientsView();
        }
        gradients = new ParameterMemory(network.getFlattenedGradients());
        updaters = new UpdaterState(network);
        gradientSquares = new double[tensors.size()];
        tensors.forEach(tensor -> recorded.add(part(tensor)));
        // DL4J's score holds the penalties of all tensors; they are taken out of it whether recorded or not.
        ParameterTensor.of(network).stream()
                .filter(tensor -> !tensors.contains(tensor))
                .map(this::part)
                .filter(part -> !part.rates().regularisation().isEmpty())
                .forEach(penalised::add);
    }

    private Part part(ParameterTensor tensor) {
        LayerRates rates = LayerRates.of(network, tensor);
        return new Part(
                tensor,
                rates,
                new DecaySplit(rates, tensor, updaters, !parameters.isDouble()),
                new DirectMoments(tensor.length()));
    }

    @Override
    public void onEpochStart(Model model) {
        blocks.begin(network.getEpochCount() + 1);
    }

    @Override
    public void onGradientCalculation(Model model) {
        boolean wanted = blocks.wants(network.getIterationCount());
        for (int i = 0; i < recorded.size(); i++) {
            Part part = recorded.get(i);
            if (wanted || part.split().isWatched()) {
                parameters.read(part.tensor().offset(), part.moments().before);
            }
            if (part.split().isWatched()) {
                part.split().see(part.moments().before, network.getIterationCount(), network.getEpochCount());
            }
            if (wanted) {
                gradientSquares[i] =
                        gradients.squares(part.tensor().offset(), part.tensor().length());
            }
        }
        if (wanted) {
            for (Part part : penalised) {
                parameters.read(part.tensor().offset(), part.moments().before);
            }
        }
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        if (!blocks.wants(iteration)) {
            return;
        }
        double examples = network.conf().isMiniBatch() ? network.batchSize() : 1;
        for (int i = 0; i < recorded.size(); i++) {
            Part part = recorded.get(i);
            parameters.read(part.tensor().offset(), part.moments().after);
            part.split()
                    .measure(part.moments(), gradientSquares[i] / (examples * examples), iteration, epoch)
                    .writeTo(blocks.values(), blocks.offset() + i * IterationColumn.COUNT, 0);
        }
        writeCost(network.score() - penalty(iteration, epoch));
        blocks.end(iteration, tensor -> recorded.get(tensor).rates().rate(iteration, epoch));
    }

    @Override
    public void onEpochEnd(Model model) {
        blocks.flush();
    }

    /** DL4J's score is the data cost plus the regularisers, all at the parameters before the update. */
    private double penalty(int iteration, int epoch) {
        double penalty = 0;
        for (Part part : recorded) {
            penalty += part.moments().penalty(part.rates(), iteration, epoch);
        }
        for (Part part : penalised) {
            part.moments().measureBefore();
            penalty += part.moments().penalty(part.rates(), iteration, epoch);
        }
        return penalty;
    }

    private void writeCost(double cost) {
        for (int tensor = 0; tensor < recorded.size(); tensor++) {
            int at = blocks.offset() + tensor * IterationColumn.COUNT + IterationColumn.MINIBATCH_COST.index();
            blocks.values()[at] = cost;
        }
    }

    /**
     * What the records of later steps need of the steps so far: what updaters remember of decay.
     *
     * @return little-endian doubles; empty where nothing is remembered
     */
    public byte[] memory() {
        int length =
                recorded.stream().mapToInt(part -> part.split().memoryLength()).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        DoubleBuffer numbers = bytes.asDoubleBuffer();
        recorded.forEach(part -> part.split().writeMemory(numbers));
        return bytes.array();
    }

    /**
     * Goes on with the records of an earlier listener.
     *
     * @param memory what that had; empty for nothing
     */
    public void remember(byte[] memory) {
        if (memory.length > 0) {
            DoubleBuffer numbers =
                    ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
            recorded.forEach(part -> part.split().readMemory(numbers));
        }
    }
}
