package org.tailoff.train.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One parameter tensor of a network: where it lies in the flattened parameters.
 *
 * @param name DL4J's name: the layer's number from 0 and the parameter's key, for example {@code 0_W}
 * @param shape its dimensions
 * @param offset index of its first element in the flattened parameters
 * @param length number of elements
 */
public record ParameterTensor(String name, List<Integer> shape, int offset, int length) {
    public ParameterTensor {
        shape = List.copyOf(shape);
    }

    /** Every tensor of an initialised network, in the order of the parameters. */
    public static List<ParameterTensor> of(MultiLayerNetwork network) {
        List<ParameterTensor> tensors = new ArrayList<>();
        for (Map.Entry<String, INDArray> entry : network.paramTable().entrySet()) {
            INDArray view = entry.getValue();
            List<Integer> shape =
                    Arrays.stream(view.shape()).mapToObj(Math::toIntExact).toList();
            tensors.add(new ParameterTensor(
                    entry.getKey(), shape, Math.toIntExact(view.offset()), Math.toIntExact(view.length())));
        }
        return tensors;
    }

    /** Those that a gradient trains: not the running statistics of batch normalisation. */
    public static List<ParameterTensor> trained(MultiLayerNetwork network) {
        return of(network).stream()
                .filter(tensor -> network.updaterDivideByMinibatch(tensor.name()))
                .toList();
    }

    /** Index of the layer. */
    int layer() {
        return Integer.parseInt(name.substring(0, name.indexOf('_')));
    }

    /** DL4J's key of the parameter in its layer, such as W or b. */
    public String key() {
        return name.substring(name.indexOf('_') + 1);
    }
}
