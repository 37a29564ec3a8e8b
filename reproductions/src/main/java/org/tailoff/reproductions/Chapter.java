package org.tailoff.reproductions;

import java.util.List;

/** Every reproduction, in the order of the book. */
public final class Chapter {
    private Chapter() {}

    /** {@return the reproductions, with as many draws of a session without a seed as each has by itself} */
    public static List<Reproduction> reproductions() {
        return reproductions(Seeds.USUAL);
    }

    /**
     * The reproductions.
     *
     * @param seeds how many draws are made of a session without a seed
     * @return one per group of figures or numbers
     */
    public static List<Reproduction> reproductions(Seeds seeds) {
        return List.of(
                new SingleNeuron(),
                new ActivationFunctions(),
                new PolynomialFit(),
                new Overfitting(),
                new OverfittingFull(),
                new Regularized(),
                new RegularizedFull(),
                new ZDistribution(),
                new WeightInitialization30(),
                new WeightInitialization100(),
                new MultipleEta(),
                new MoreData(),
                new MoreDataComparison(),
                new TextAccuracies(seeds),
                new BroadStrategy(seeds),
                new L1AgainstL2(),
                new EarlyStopping(),
                new TanhAndRelu(),
                new DropoutOnFewImages());
    }
}
