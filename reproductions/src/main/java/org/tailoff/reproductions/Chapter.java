package org.tailoff.reproductions;

import java.util.List;

/** Every reproduction, in the order of the book. */
public final class Chapter {
    private Chapter() {}

    /** {@return the reproductions} */
    public static List<Reproduction> reproductions() {
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
                new L1AgainstL2(),
                new EarlyStopping(),
                new TanhAndRelu());
    }
}
