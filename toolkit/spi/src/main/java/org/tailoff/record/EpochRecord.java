package org.tailoff.record;

import java.util.List;
import java.util.stream.Stream;
import org.tailoff.text.Checks;

/**
 * Everything recorded at the end of an epoch; at least one set, tensor or layer.
 *
 * @param epoch number of the epoch, from 1; 0 is the state before the first update
 * @param sets scores, one per evaluated set; may be empty
 * @param tensors one per parameter tensor; may be empty
 * @param layers one per hidden layer; may be empty
 */
public record EpochRecord(int epoch, List<SetScore> sets, List<TensorEpoch> tensors, List<LayerEpoch> layers) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if {@code epoch < 0} or all lists are empty
     */
    public EpochRecord {
        Checks.requireAtLeast(0, epoch, "epoch");
        sets = List.copyOf(sets);
        tensors = List.copyOf(tensors);
        layers = List.copyOf(layers);
        if (sets.isEmpty() && tensors.isEmpty() && layers.isEmpty()) {
            throw new IllegalArgumentException("epoch " + epoch + " must hold a set, tensor or layer: none");
        }
    }

    /**
     * The score on a set.
     *
     * @param set its name
     * @return the score
     * @throws IllegalArgumentException if the set was not evaluated
     */
    public SetScore score(String set) {
        return found(sets.stream().filter(each -> each.set().equals(set)), "set", set);
    }

    /**
     * What was recorded of a parameter tensor.
     *
     * @param name its name, for example {@code 0_W}
     * @return the tensor
     * @throws IllegalArgumentException if it was not recorded
     */
    public TensorEpoch tensor(String name) {
        return found(tensors.stream().filter(each -> each.tensor().equals(name)), "tensor", name);
    }

    /**
     * What was recorded of a hidden layer.
     *
     * @param name its name
     * @return the layer
     * @throws IllegalArgumentException if it was not recorded
     */
    public LayerEpoch layer(String name) {
        return found(layers.stream().filter(each -> each.layer().equals(name)), "layer", name);
    }

    private <T> T found(Stream<T> matching, String kind, String name) {
        return matching.findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("epoch " + epoch + " must hold the " + kind + " " + name));
    }
}
