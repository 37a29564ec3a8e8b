package org.tailoff.reproductions.calculated;

/**
 * A cost of the output a of a {@link Neuron} whose target is 0, and what its weight and bias are lowered by, in units
 * of the learning rate.
 */
public enum LearningRule {
    /** Cost a^2 / 2 and its derivative by z, a sigma'(z) = a^2 (1 - a); book eqs. 54 to 56. */
    QUADRATIC {
        @Override
        public double cost(double output) {
            return output * output / 2;
        }

        @Override
        double push(double output) {
            return output * output * (1 - output);
        }
    },
    /** Cost -ln(1 - a) and its derivative by z, a; book eqs. 57, 61 and 62. */
    CROSS_ENTROPY {
        @Override
        public double cost(double output) {
            return -StrictMath.log1p(-output);
        }

        @Override
        double push(double output) {
            return output;
        }
    },
    /**
     * Cost -ln(1 - a) and its derivative by the output, 1 / (1 - a), which lacks the factor sigma'(z) and is therefore
     * not the gradient by weight and bias. No equation of the book says so; its animation seems to do so.
     */
    CROSS_ENTROPY_BY_OUTPUT {
        @Override
        public double cost(double output) {
            return CROSS_ENTROPY.cost(output);
        }

        @Override
        double push(double output) {
            return 1 / (1 - output);
        }
    };

    /**
     * The cost.
     *
     * @param output a, in (0, 1)
     * @return at least 0
     */
    public abstract double cost(double output);

    /** What eta is multiplied by in an update. */
    abstract double push(double output);
}
