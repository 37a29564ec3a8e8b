package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is added to the cost to keep the weights small; biases are never regularised (book section 3.2). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Regularisation.None.class, name = "none"),
    @JsonSubTypes.Type(value = Regularisation.L1.class, name = "L1"),
    @JsonSubTypes.Type(value = Regularisation.L2.class, name = "L2")
})
public sealed interface Regularisation {
    /**
     * The strength of the regulariser.
     *
     * @return lambda of book eq. 85 and 95, not divided by the number of training examples; 0 without regularisation
     */
    double lambda();

    /**
     * The coefficient of the regulariser in the cost of a training set: the one place where lambda is divided by n.
     *
     * @param trainingExamples n, the number of training examples
     * @return lambda / n
     */
    default double coefficient(int trainingExamples) {
        return lambda() / trainingExamples;
    }

    /** No regularisation. */
    record None() implements Regularisation {
        @Override
        public double lambda() {
            return 0;
        }
    }

    /**
     * (lambda / n) sum |w|; book eq. 95.
     *
     * @param lambda strength, at least 0
     */
    record L1(double lambda) implements Regularisation {
        /**
         * Validates the strength.
         *
         * @throws SpecException if {@code lambda} is negative, infinite or NaN
         */
        public L1 {
            SpecChecks.requireNotNegative(lambda, "regularisation.lambda");
        }
    }

    /**
     * (lambda / 2n) sum w^2, weight decay; book eq. 85.
     *
     * @param lambda strength, at least 0
     */
    record L2(double lambda) implements Regularisation {
        /**
         * Validates the strength.
         *
         * @throws SpecException if {@code lambda} is negative, infinite or NaN
         */
        public L2 {
            SpecChecks.requireNotNegative(lambda, "regularisation.lambda");
        }
    }
}
