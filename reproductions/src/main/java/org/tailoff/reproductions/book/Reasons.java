package org.tailoff.reproductions.book;

/** Why the tolerances are what they are; each ends up beside its number in {@code comparison.json}. */
public final class Reasons {
    /**
     * The cost sums up to 50,000 x 10 terms (bound 5e5 x 2^-53 = 6e-11); along a run that is not chaotic the weights'
     * own rounding errors stay at that level, because weight decay and the fall into a minimum contract them.
     */
    public static final String SUMMATION =
            "costs are float64 sums in another order than NumPy's: at most 5e5 x 2^-53 = 6e-11 apart for the sum itself,"
                    + " and 400 epochs of a run that contracts add no more than that";

    public static final String CHAOTIC = "without weight decay at eta = 0.5 on 50,000 images the training is chaotic: a"
            + " difference of 1e-16 in one weight grows by about 300 an epoch at first, so that runs that differ in the"
            + " last bit alone are independent after epoch 2, so the published curve is one draw and ours is another; four"
            + " replicas that start one bit apart make the median one of five draws";

    public static final String BEFORE_CHAOS =
            "the difference grows by about 300 an epoch from 1e-14, so that the first two"
                    + " epochs are still determined to 1e-11";

    public static final String OVERSHOOTING =
            "at eta = 2.5 the steps overshoot and the training is chaotic from the first epoch on: runs that"
                    + " differ in the last bit alone are independent, so the published curve is one draw; where one more draw of ours would"
                    + " fall follows from the spread of five, the run itself and four replicas that start one bit apart";

    public static final String NEARLY_EXACT =
            "weight decay keeps the run near the published one, but eta = 0.5 lets rounding"
                    + " grow to 1e-5 of the cost over 30 epochs, which turns a handful of images of 10,000";

    public static final String EARLY = "in the first three epochs the growth from 1e-14 has not passed 1e-9";

    public static final String SOLVER =
            "training a support vector machine draws no random numbers, and libsvm stops at the same tolerance"
                    + " as the version that scikit-learn held in 2014";

    public static final String LARGE_SOLVER =
            "libsvm leaves the dual problem within 1e-3 of its optimum; with 20,000 images and more, a"
                    + " difference in the order of its steps may turn images whose decision values lie that near to zero: ten of 10,000";

    public static final String NO_SEED =
            "a session without a seed is one draw: the published number must lie where one more draw of ours would"
                    + " in 95 of 100 cases, mean +- t s sqrt(1 + 1/k) over k seeds";

    public static final String NOTHING_LEARNT =
            "a step multiplies every weight by 1 - eta lambda/n = 0.8, so that the network gives every image"
                    + " the same label, and the count is that of one digit among the 10,000 validation images, whichever it is";

    private Reasons() {}
}
