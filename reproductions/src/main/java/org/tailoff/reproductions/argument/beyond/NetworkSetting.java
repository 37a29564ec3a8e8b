package org.tailoff.reproductions.argument.beyond;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tailoff.claim.Numbers;
import org.tailoff.verify.Plan;

/**
 * A network 784-30-10 of sigmoid neurons and how it is trained, on the first {@value #IMAGES} training images in
 * mini-batches of {@value #MINI_BATCH}.
 *
 * @param method what makes a step of a gradient, and what decays the weights
 * @param normalised whether the hidden layer's weighted inputs pass through batch normalisation; if so the hidden layer
 *     alone decays and has no biases
 * @param learningRate eta
 * @param decay the coefficient of decay: lambda/n of an L2 term, or that which AdamW multiplies with eta
 * @param iterations how many steps, a multiple of an epoch's
 * @param seed of the weights at the start and of the order of the images
 */
record NetworkSetting(Method method, boolean normalised, double learningRate, double decay, int iterations, int seed) {
    static final int IMAGES = 1_000;
    static final int MINI_BATCH = 10;
    static final int HIDDEN = 30;
    static final int STEPS_PER_EPOCH = IMAGES / MINI_BATCH;

    /** A settled norm forgets where it began by exp(-4 q) a step; half of this at q = 5e-4 is eight of those times. */
    private static final int ITERATIONS = 8_000;

    private static final int QUICK_ITERATIONS = 800;
    private static final int SEEDS = 3;

    /** How a network is trained. */
    enum Method {
        /** Gradient descent, L2 term in the cost of the hidden layer. */
        SGD_L2("sgd_l2"),
        /** Adam, L2 term in the cost of both layers. */
        ADAM_L2("adam_l2"),
        /** Adam, both layers multiplied by 1 - eta decay beside it. */
        ADAMW("adamw");

        private final String label;

        Method(String label) {
            this.label = label;
        }
    }

    /** The share of a weight that decay takes at a step. */
    double q() {
        return learningRate * decay;
    }

    /** As runs are called. */
    String name() {
        return String.format(
                Locale.ROOT,
                "dl4j_%s_n%d_h%d_eta%s_decay%s%s_%dsteps_seed%d",
                method.label,
                IMAGES,
                HIDDEN,
                Numbers.text(learningRate),
                Numbers.text(decay),
                normalised ? "_normalised" : "",
                iterations,
                seed);
    }

    /** The same under the seeds of a plan, at most {@value #SEEDS} of them; a quick one has a tenth of the steps. */
    static List<NetworkSetting> seeds(Plan plan, Method method, boolean normalised, double learningRate, double decay) {
        return IntStream.rangeClosed(1, Math.min(SEEDS, plan.seeds()))
                .mapToObj(seed -> new NetworkSetting(
                        method, normalised, learningRate, decay, plan.quick() ? QUICK_ITERATIONS : ITERATIONS, seed))
                .toList();
    }
}
