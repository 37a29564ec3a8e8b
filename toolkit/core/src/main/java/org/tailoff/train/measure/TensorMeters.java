package org.tailoff.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.tailoff.record.RunStart;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorEpoch.Gradient;

/** Measures the recorded tensors of a network at the end of every epoch. */
public final class TensorMeters {
    private final List<ParameterTensor> tensors;
    private final List<TensorMeter> meters = new ArrayList<>();

    /**
     * Makes the meters.
     *
     * @param network an initialised network
     * @param tensors what is measured
     * @param deadInputs indices of the network's inputs that are zero throughout training; empty if not to be told
     *     apart
     * @throws IllegalArgumentException if dead inputs are given for a network whose first weights are not inputs x
     *     outputs, or if there is no such input
     */
    public TensorMeters(MultiLayerNetwork network, List<ParameterTensor> tensors, int[] deadInputs) {
        this.tensors = List.copyOf(tensors);
        ParameterMemory memory = new ParameterMemory(network.params());
        boolean[] dead = new boolean[0];
        String fed = "";
        if (deadInputs.length > 0) {
            ParameterTensor first = firstWeights(network);
            dead = marked(deadInputs, first);
            fed = first.name();
        }
        for (ParameterTensor tensor : tensors) {
            meters.add(new TensorMeter(
                    tensor,
                    memory,
                    LayerRates.of(network, tensor).constantShare(),
                    tensor.name().equals(fed) ? dead : new boolean[0]));
        }
    }

    private static ParameterTensor firstWeights(MultiLayerNetwork network) {
        ParameterTensor first = ParameterTensor.of(network).stream()
                .filter(tensor -> tensor.key().equals("W"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("deadInputs needs a network with weights W, has none"));
        if (first.shape().size() != 2) {
            throw new IllegalArgumentException("deadInputs needs a fully connected first layer, weights " + first.name()
                    + " have the shape " + first.shape());
        }
        return first;
    }

    private static boolean[] marked(int[] deadInputs, ParameterTensor weights) {
        boolean[] dead = new boolean[weights.shape().get(0)];
        for (int input : deadInputs) {
            if (input < 0 || input >= dead.length) {
                throw new IllegalArgumentException(
                        "deadInputs must be in 0.." + (dead.length - 1) + ", the inputs of the network: " + input);
            }
            dead[input] = true;
        }
        return dead;
    }

    /** Names and statistics of the tensors as they are now. */
    public RunStart start() {
        List<RunStart.Tensor> started = new ArrayList<>();
        for (int i = 0; i < meters.size(); i++) {
            ParameterTensor tensor = tensors.get(i);
            started.add(new RunStart.Tensor(
                    tensor.name(), tensor.shape(), meters.get(i).statistics()));
        }
        return new RunStart(started);
    }

    /** Takes the tensors as they are now for those at the end of the last epoch. */
    public void remember() {
        meters.forEach(TensorMeter::remember);
    }

    /** One record per tensor, {@code steps} steps after the last call. */
    public List<TensorEpoch> measure(long steps) {
        return meters.stream()
                .map(meter -> meter.measure(steps, Optional.empty()))
                .toList();
    }

    /** One record per tensor, {@code steps} steps after the last call, each with the whole training set's gradient. */
    public List<TensorEpoch> measure(long steps, List<Gradient> gradients) {
        return IntStream.range(0, meters.size())
                .mapToObj(i -> meters.get(i).measure(steps, Optional.of(gradients.get(i))))
                .toList();
    }
}
