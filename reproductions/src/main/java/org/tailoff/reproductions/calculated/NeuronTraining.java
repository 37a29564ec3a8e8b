package org.tailoff.reproductions.calculated;

import java.util.List;
import java.util.stream.Stream;

/**
 * Plain gradient descent on a single neuron, as in the animations of section 3.1.
 *
 * @param start the neuron before the first epoch
 * @param rule how it learns
 * @param learningRate eta
 */
public record NeuronTraining(Neuron start, LearningRule rule, double learningRate) {
    /**
     * The neuron over its training.
     *
     * @param epochs how many updates, at least 0
     * @return {@code epochs + 1} neurons; number t is the one after t updates
     */
    public List<Neuron> states(int epochs) {
        return Stream.iterate(start, this::next).limit(epochs + 1L).toList();
    }

    private Neuron next(Neuron neuron) {
        return neuron.lowered(learningRate * rule.push(neuron.output()));
    }
}
