package org.tailoff.train.fused;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tailoff.random.NamedStreams;
import org.tailoff.spec.SeedSpec;

/**
 * Draws which hidden neurons each mini-batch leaves out: of every layer a fixed number, all subsets equally likely
 * (book section 3.2, "randomly deleting half the hidden neurons"; Hinton et al. 2012 decide neuron by neuron instead).
 * Every epoch has a named stream of its own, so that a resumed run draws the same masks.
 */
public final class Dropout {
    private final NamedStreams streams;
    private final DenseStack stack;
    private RandomGenerator random;

    /**
     * Masks of a run.
     *
     * @param seeds the run's; the book's streams have nothing of dropout, so their seed is taken for a master seed
     * @param stack shape and share kept
     */
    public Dropout(SeedSpec seeds, DenseStack stack) {
        streams = seeds.named();
        this.stack = stack;
        begin(1);
    }

    /** Goes to the first mask of an epoch, which are numbered from 1. */
    public void begin(int epoch) {
        random = streams.stream("dropout of epoch " + epoch);
    }

    /**
     * Draws the next mini-batch's masks: 1 for a neuron that is kept, 0 for one that is left out; without dropout draws
     * nothing.
     */
    public void draw(double[][] masks) {
        for (int layer = 0; stack.kept() < 1 && layer < masks.length; layer++) {
            draw(masks[layer], stack.keptNeurons(layer));
        }
    }

    /** Floyd's sampling of a subset: as many draws as there are neurons to keep. */
    private void draw(double[] mask, int keep) {
        Arrays.fill(mask, 0);
        for (int last = mask.length - keep; last < mask.length; last++) {
            int chosen = random.nextInt(last + 1);
            mask[mask[chosen] == 0 ? chosen : last] = 1;
        }
    }
}
