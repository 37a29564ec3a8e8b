package org.tailoff.train.fused;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random networks and parameters. */
public final class Shapes {

    private Shapes() {}

    /** One to three layers; the first is wide enough for the identities in most draws. */
    static DenseStack stack(RandomGenerator random, OutputRule output) {
        List<Integer> sizes = new ArrayList<>(List.of(1 + random.nextInt(60)));
        List<HiddenActivation> hidden = new ArrayList<>();
        for (int layers = random.nextInt(3); layers > 0; layers--) {
            sizes.add(1 + random.nextInt(40));
            hidden.add(List.of(HiddenActivation.values()).get(random.nextInt(3)));
        }
        sizes.add(1 + random.nextInt(10));
        return new DenseStack(sizes, hidden, output);
    }

    /** Normal numbers of deviation 1 / sqrt(8), one of ten zero, all exact in single precision. */
    public static double[] parameters(RandomGenerator random, int count) {
        double[] parameters = new double[count];
        for (int i = 0; i < count; i++) {
            parameters[i] = random.nextInt(10) == 0 ? 0 : (float) (random.nextGaussian() / Math.sqrt(8));
        }
        return parameters;
    }
}
