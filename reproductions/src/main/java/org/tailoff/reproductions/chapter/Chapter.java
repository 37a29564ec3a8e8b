package org.tailoff.reproductions.chapter;

import java.util.List;
import org.tailoff.published.Reproduction;
import org.tailoff.published.Seeds;
import org.tailoff.reproductions.chapter.beyond.DropoutOnFewImages;
import org.tailoff.reproductions.chapter.beyond.EarlyStopping;
import org.tailoff.reproductions.chapter.beyond.L1AgainstL2;
import org.tailoff.reproductions.chapter.beyond.TanhAndRelu;
import org.tailoff.reproductions.chapter.section1.ActivationFunctions;
import org.tailoff.reproductions.chapter.section1.SingleNeuron;
import org.tailoff.reproductions.chapter.section2.MoreData;
import org.tailoff.reproductions.chapter.section2.MoreDataComparison;
import org.tailoff.reproductions.chapter.section2.Overfitting;
import org.tailoff.reproductions.chapter.section2.OverfittingFull;
import org.tailoff.reproductions.chapter.section2.PolynomialFit;
import org.tailoff.reproductions.chapter.section2.Regularized;
import org.tailoff.reproductions.chapter.section2.RegularizedFull;
import org.tailoff.reproductions.chapter.section2.TextAccuracies;
import org.tailoff.reproductions.chapter.section3.WeightInitialization;
import org.tailoff.reproductions.chapter.section3.ZDistribution;
import org.tailoff.reproductions.chapter.section5.BroadStrategy;
import org.tailoff.reproductions.chapter.section5.MultipleEta;

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
                WeightInitialization.WITH_30,
                WeightInitialization.WITH_100,
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
