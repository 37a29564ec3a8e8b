package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a network is trained: a stack of dense layers by plain stochastic gradient descent (book eq. 93 with a
 * mini-batch), any other by what its configuration says.
 *
 * @param learningRate eta, greater than 0; null, and left out of files, where the network's configuration says it
 * @param miniBatch m, examples per mini-batch; the last one of an epoch may be shorter
 * @param epochs passes over the training examples, at least 1
 * @param regularisation what keeps the weights small; null, and left out of files, where the configuration says it
 * @param rescaling an intervention in the midst of the run; null, and left out of files, for none
 */
public record TrainingSpec(
        @JsonInclude(JsonInclude.Include.NON_NULL) Double learningRate,
        int miniBatch,
        int epochs,
        @JsonInclude(JsonInclude.Include.NON_NULL) Regularisation regularisation,

        @JsonInclude(JsonInclude.Include.NON_NULL) LayerRescaling rescaling) {
    /**
     * Multiplies the weights of a layer by a number, once: a kick, from which one sees how the norm returns.
     *
     * @param afterEpoch how many epochs come before it, at least 1; a shorter run is left alone
     * @param layer which layer of weights, from 1
     * @param factor by which its weights, not its biases, are multiplied; finite and above 0
     */
    public record LayerRescaling(int afterEpoch, int layer, double factor) {
        /**
         * Checks the numbers.
         *
         * @throws SpecException if a number is below 1 or the factor is not finite and positive
         */
        public LayerRescaling {
            SpecChecks.requireAtLeast(1, afterEpoch, "training.rescaling.after-epoch");
            SpecChecks.requireAtLeast(1, layer, "training.rescaling.layer");
            SpecChecks.requirePositive(factor, "training.rescaling.factor");
        }
    }

    /**
     * Validates the settings.
     *
     * @throws SpecException if {@code learningRate} is not a finite positive number or a count is below 1
     */
    public TrainingSpec {
        if (learningRate != null) {
            SpecChecks.requirePositive(learningRate, "training.learning-rate");
        }
        SpecChecks.requireAtLeast(1, miniBatch, "training.mini-batch");
        SpecChecks.requireAtLeast(1, epochs, "training.epochs");
    }

    /** What a stack of dense layers cannot do without. */
    void requireComplete() {
        SpecChecks.requirePresent(learningRate, "training.learning-rate");
        SpecChecks.requirePresent(regularisation, "training.regularisation");
    }

    /**
     * Training without an intervention.
     *
     * @param learningRate see {@link #learningRate()}
     * @param miniBatch see {@link #miniBatch()}
     * @param epochs see {@link #epochs()}
     * @param regularisation see {@link #regularisation()}
     */
    public TrainingSpec(Double learningRate, int miniBatch, int epochs, Regularisation regularisation) {
        this(learningRate, miniBatch, epochs, regularisation, null);
    }

    /**
     * The decay per step q = eta lambda / n: L2 multiplies a weight by 1 - q, L1 takes q from its magnitude.
     *
     * @param trainingExamples n, the number of training examples
     * @return q
     */
    public double decay(int trainingExamples) {
        return learningRate * regularisation.coefficient(trainingExamples);
    }

    /**
     * The number of updates in an epoch.
     *
     * @param trainingExamples n, the number of training examples, at least 1
     * @return n / m, rounded up
     */
    public int iterationsPerEpoch(int trainingExamples) {
        return 1 + (trainingExamples - 1) / miniBatch;
    }

    /**
     * The same training, for another number of epochs.
     *
     * @param newEpochs passes over the training examples
     * @return the changed settings
     */
    public TrainingSpec withEpochs(int newEpochs) {
        return new TrainingSpec(learningRate, miniBatch, newEpochs, regularisation, rescaling);
    }

    /**
     * The same training under another regulariser.
     *
     * @param newRegularisation what keeps the weights small
     * @return the changed settings
     */
    public TrainingSpec withRegularisation(Regularisation newRegularisation) {
        return new TrainingSpec(learningRate, miniBatch, epochs, newRegularisation, rescaling);
    }
}
