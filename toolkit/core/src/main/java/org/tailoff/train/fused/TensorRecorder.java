package org.tailoff.train.fused;

import org.tailoff.train.measure.TensorMoments;

/** Measures one parameter tensor around a step. */
sealed interface TensorRecorder permits DirectWeights, IdentityWeights, DirectBiases {

    /**
     * Looks at the tensor and its gradient before the step.
     *
     * @param examples examples in the mini-batch
     */
    void before(int examples);

    /**
     * Looks at the tensor after the step.
     *
     * @return the sums, valid until the next step
     */
    TensorMoments after();

    /** Tells that the tensor has changed unseen, so that nothing may be carried over from an earlier step. */
    void forget();
}
