package org.tailoff.examine;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Examinations as {@code examine.json} holds them. Numbers that are unknown or not finite are null; why something is
 * unknown stands in {@code cannotTell}.
 *
 * @param runs one per run
 */
public record ExaminationRows(List<Run> runs) {
    /**
     * A run.
     *
     * @param run its id
     * @param epochs how many epochs it has
     * @param together the end of the norm of all weights together; null if it is unknown
     * @param tensors its tensors of weights
     */
    public record Run(String run, int epochs, End together, List<Tensor> tensors) {}

    /**
     * A tensor of weights.
     *
     * @param tensor its name
     * @param weights how many it holds
     * @param normFirst its norm before the first recorded step
     * @param normEnd its norm after the last one
     * @param decay {@code none}, {@code constant}, {@code scheduled} or {@code unknown}
     * @param q share of a weight that decay takes at a step, at the end
     * @param stepsToE 1/q, the time scale in steps
     * @param epochsToE the same in epochs
     * @param halfLife in epochs
     * @param firstEpochs how many epochs are the first
     * @param worst the worst of the first epochs
     * @param perEpoch every measured epoch
     * @param dominatedByForce ranges of epochs
     * @param dominatedByDisplacement ranges of epochs
     * @param followsLaw ranges of epochs
     * @param end where its norm ends
     * @param balance what holds the norm
     * @param stepRatio median length of a step in the last epoch in units of the weights'
     * @param largestStepRatio the largest such ratio
     * @param turn angle by which a step turns it, in radians
     * @param ailments what ails it
     * @param cannotTell what is unknown, and why
     * @param sentences all of it in words
     */
    public record Tensor(
            String tensor,
            long weights,
            Double normFirst,
            Double normEnd,
            String decay,
            Double q,
            Double stepsToE,
            Double epochsToE,
            Double halfLife,
            Integer firstEpochs,
            Epoch worst,
            List<Epoch> perEpoch,
            List<EpochRange> dominatedByForce,
            List<EpochRange> dominatedByDisplacement,
            List<EpochRange> followsLaw,
            End end,
            Held balance,
            Double stepRatio,
            Double largestStepRatio,
            Double turn,
            List<Ailment> ailments,
            List<String> cannotTell,
            List<String> sentences) {}

    /**
     * Decay against the gradients in an epoch.
     *
     * @param epoch its number; 0 for the worst of several
     * @param force rho
     * @param steps decay steps over gradient steps
     * @param displacement D/R
     * @param rate the norm's rate in units of decay's
     */
    public record Epoch(int epoch, Double force, Double steps, Double displacement, Double rate) {}

    /**
     * The end of a norm.
     *
     * @param settled whether it has settled
     * @param change its relative change in the time in which decay takes a weight to a hundredth
     * @param epoch from which epoch on it stays within 1 % of its end; null if it does not
     * @param norm its mean at the end
     * @param rms the same per weight
     */
    public record End(boolean settled, Double change, Integer epoch, Double norm, Double rms) {}

    /**
     * What holds a norm.
     *
     * @param along what steps along the weights add, over what decay takes
     * @param across what steps across them add
     * @param total both
     * @param rms root mean square of the weights meanwhile
     * @param predictedRms the size at which both sides are equal
     * @param acrossRms the size that steps across would hold alone
     */
    public record Held(Double along, Double across, Double total, Double rms, Double predictedRms, Double acrossRms) {}

    /** {@return the rows of examinations} */
    public static ExaminationRows of(Collection<RunExamination> runs) {
        return new ExaminationRows(runs.stream().map(ExaminationRows::of).toList());
    }

    private static Run of(RunExamination run) {
        return new Run(
                run.run(),
                run.epochs(),
                run.together().known().map(ExaminationRows::of).orElse(null),
                run.tensors().stream().map(ExaminationRows::of).toList());
    }

    private static Tensor of(TensorExamination tensor) {
        var law = tensor.decay().asLaw().known();
        var dominance = tensor.dominance().known();
        return new Tensor(
                tensor.tensor(),
                tensor.weights(),
                finite(tensor.steps().first()),
                finite(tensor.steps().end()),
                kind(tensor.decay()),
                law.map(known -> finite(tensor.decay().share())).orElse(null),
                law.map(known -> finite(1 / known.q())).orElse(null),
                law.map(known -> finite(1 / known.exponent())).orElse(null),
                law.map(known -> finite(known.halfLife())).orElse(null),
                dominance.map(DecayDominance::firstEpochs).orElse(null),
                dominance.map(known -> of(known.worst())).orElse(null),
                dominance
                        .map(known ->
                                known.epochs().stream().map(ExaminationRows::of).toList())
                        .orElse(List.of()),
                dominance.map(DecayDominance::byForce).orElse(List.of()),
                dominance.map(DecayDominance::byDisplacement).orElse(List.of()),
                dominance.map(DecayDominance::byShrinkage).orElse(List.of()),
                tensor.settlement().known().map(ExaminationRows::of).orElse(null),
                tensor.balance().known().map(ExaminationRows::of).orElse(null),
                finite(tensor.steps().last()),
                finite(tensor.steps().largest()),
                finite(tensor.steps().turn()),
                tensor.ailments(),
                tensor.cannotTell(),
                tensor.sentences());
    }

    private static String kind(Decay decay) {
        return decay instanceof Decay.Nothing
                ? "none"
                : decay.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Epoch of(EpochDominance epoch) {
        return new Epoch(
                epoch.epoch(),
                finite(epoch.force()),
                finite(epoch.steps()),
                finite(epoch.displacement()),
                finite(epoch.rate()));
    }

    private static End of(Settlement end) {
        return new End(
                end.settled(),
                finite(end.end().change()),
                end.epoch().isPresent() ? end.epoch().getAsInt() : null,
                finite(end.norm()),
                finite(end.rms()));
    }

    private static Held of(NormBalance balance) {
        return new Held(
                finite(balance.along()),
                finite(balance.across()),
                finite(balance.total()),
                finite(balance.rms()),
                finite(balance.predictedRms()),
                finite(balance.acrossRms()));
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
