package org.tailoff.record;

import java.util.List;
import org.tailoff.text.Checks;

/**
 * What there is before the first update.
 *
 * @param tensors the parameter tensors in the network's order; not empty
 */
public record RunStart(List<Tensor> tensors) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if {@code tensors} is empty
     */
    public RunStart {
        tensors = List.copyOf(tensors);
        Checks.requireAtLeast(1, tensors.size(), "number of tensors");
    }

    /**
     * Names of the tensors.
     *
     * @return an immutable list in the network's order
     */
    public List<String> names() {
        return tensors.stream().map(Tensor::name).toList();
    }

    /**
     * One parameter tensor.
     *
     * @param name its name, for example {@code 0_W}
     * @param shape its dimensions, for example {@code 784, 30}
     * @param initial statistics of its elements before the first update
     */
    public record Tensor(String name, List<Integer> shape, TensorStatistics initial) {
        /**
         * Copies the shape.
         *
         * @throws IllegalArgumentException if {@code name} is blank
         */
        public Tensor {
            Checks.requireText(name, "name");
            shape = List.copyOf(shape);
        }
    }
}
