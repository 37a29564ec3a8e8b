package org.tailoff.spec;

/**
 * Plain stochastic gradient descent (book eq. 93 with a mini-batch).
 *
 * @param learningRate eta, greater than 0
 * @param miniBatch m, images per mini-batch; the last one of an epoch may be shorter
 * @param epochs passes over the training images, at least 1
 * @param regularisation what keeps the weights small
 */
public record TrainingSpec(double learningRate, int miniBatch, int epochs, Regularisation regularisation) {
    /**
     * Validates the settings.
     *
     * @throws SpecException if {@code learningRate} is not a finite positive number or a count is below 1
     */
    public TrainingSpec {
        SpecChecks.requirePositive(learningRate, "training.learning-rate");
        SpecChecks.requireAtLeast(1, miniBatch, "training.mini-batch");
        SpecChecks.requireAtLeast(1, epochs, "training.epochs");
        SpecChecks.requirePresent(regularisation, "training.regularisation");
    }

    /**
     * The decay per step q = eta lambda / n: L2 multiplies a weight by 1 - q, L1 takes q from its magnitude.
     *
     * @param trainingImages n, the number of training images
     * @return q
     */
    public double decay(int trainingImages) {
        return learningRate * regularisation.coefficient(trainingImages);
    }

    /**
     * The number of updates in an epoch.
     *
     * @param trainingImages n, the number of training images, at least 1
     * @return n / m, rounded up
     */
    public int iterationsPerEpoch(int trainingImages) {
        return 1 + (trainingImages - 1) / miniBatch;
    }

    /**
     * The same training, for another number of epochs.
     *
     * @param newEpochs passes over the training images
     * @return the changed settings
     */
    public TrainingSpec withEpochs(int newEpochs) {
        return new TrainingSpec(learningRate, miniBatch, newEpochs, regularisation);
    }

    /**
     * The same training under another regulariser.
     *
     * @param newRegularisation what keeps the weights small
     * @return the changed settings
     */
    public TrainingSpec withRegularisation(Regularisation newRegularisation) {
        return new TrainingSpec(learningRate, miniBatch, epochs, newRegularisation);
    }
}
