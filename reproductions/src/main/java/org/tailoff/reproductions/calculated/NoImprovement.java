package org.tailoff.reproductions.calculated;

import java.util.Optional;

/**
 * The book's rule for early stopping, "no improvement in n epochs": training ends when n epochs in a row have not been
 * better than the best one before them. Section 3.2, and its exercise in section 3.3.
 *
 * @param epochs n, at least 1
 */
public record NoImprovement(int epochs) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code epochs < 1}
     */
    public NoImprovement {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs without improvement must be at least 1, was " + epochs);
        }
    }

    /**
     * Where the rule ends a training.
     *
     * @param epoch the last epoch trained, counted from 0
     * @param best the first of the best epochs until then, whose weights are kept
     */
    public record Stop(int epoch, int best) {}

    /**
     * Applies the rule.
     *
     * @param accuracies one per epoch, from epoch 0 on
     * @return where it ends the training; empty if these epochs do not get so far
     */
    public Optional<Stop> on(double... accuracies) {
        int best = 0;
        for (int epoch = 0; epoch < accuracies.length; epoch++) {
            if (accuracies[epoch] > accuracies[best]) {
                best = epoch;
            }
            if (epoch - best == epochs) {
                return Optional.of(new Stop(epoch, best));
            }
        }
        return Optional.empty();
    }
}
