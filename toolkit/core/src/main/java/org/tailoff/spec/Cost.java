package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The data cost of one training example, summed over the output neurons; a mini-batch has the mean over its examples.
 */
public enum Cost {
    /**
     * With sigmoid outputs -sum_j [y_j ln a_j + (1 - y_j) ln(1 - a_j)] (book eq. 63), with softmax outputs the
     * log-likelihood -ln a_y (book eq. 80). Its gradient with respect to z is a - y in both.
     */
    @JsonProperty("cross-entropy")
    CROSS_ENTROPY,
    /**
     * sum_j (a_j - y_j)^2 / 2 (book eq. 6), for sigmoid outputs; its gradient with respect to z is (a - y) sigma'(z).
     */
    @JsonProperty("quadratic")
    QUADRATIC
}
