package org.tailoff.published;

import java.util.List;

/**
 * Numbers that follow from a formula alone, without data or training.
 *
 * @param result the numbers, over the argument of a function or the epoch of a neuron's training
 */
public record Calculation(Measured result) implements MeasuredSource {
    @Override
    public List<String> runs() {
        return List.of();
    }

    @Override
    public boolean counts() {
        return false;
    }

    @Override
    public Counterpart in(Curves measured) {
        return new Counterpart(result, List.of(), 1);
    }
}
