package org.tailoff.examine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailoff.record.EpochRecord;

/**
 * What decay and gradients did to one tensor of weights in a run.
 *
 * @param tensor its name, such as {@code 0_W}
 * @param title what it is called where people read
 * @param weights how many weights it holds
 * @param epochs how many epochs its run has
 * @param decay what decay takes of it
 * @param dominance whether decay dominates it, and when
 * @param settlement where its norm ends
 * @param balance what holds the norm there, or, if it has not settled, what acts on it in the last half of the run
 * @param steps how long its steps are
 * @param ailments what ails it; empty if nothing does
 */
public record TensorExamination(
        String tensor,
        String title,
        long weights,
        int epochs,
        Decay decay,
        Reading<DecayDominance> dominance,
        Reading<Settlement> settlement,
        Reading<NormBalance> balance,
        StepSize steps,
        List<Ailment> ailments) {
    private static final String IDLE = "what moves it is near the rounding of its weights";

    /** Copies the list. */
    public TensorExamination {
        ailments = List.copyOf(ailments);
    }

    static TensorExamination of(TensorSeries series, Names names, List<EpochRecord> epochs) {
        String tensor = names.tensor;
        boolean factor = epochs.stream()
                .flatMap(epoch -> epoch.tensors().stream())
                .anyMatch(each ->
                        each.tensor().equals(tensor) && each.displacement().isPresent());
        Decay decay = Decay.of(series, factor);
        Reading<Settlement> settlement = Settlement.of(series, decay);
        int from = settlement.known().map(end -> end.end().from()).orElse(series.rows() / 2);
        StepSize steps = StepSize.of(series, from);
        List<Ailment> ailments = Ailment.of(series, steps, Ailment.units(epochs, tensor));
        boolean idle = !steps.epochsBelow(Ailment.SMALL).isEmpty();
        return new TensorExamination(
                tensor,
                names.title,
                series.elements(),
                series.time().length(),
                decay,
                idle ? Reading.unknown(IDLE) : DecayDominance.of(series, decay, epochs, tensor),
                settlement,
                idle ? Reading.unknown(IDLE) : NormBalance.of(series, decay, from),
                steps,
                ailments);
    }

    /** What a tensor is called, by the program and by people. */
    record Names(String tensor, String title) {}

    /** {@return what cannot be told, and why} */
    public List<String> cannotTell() {
        return Stream.of(
                        about("dominance", dominance.why()),
                        about("settlement", settlement.why()),
                        about("balance", balance.why()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** That nothing decays is no secret: it settles who dominates and what there is to balance. */
    private Optional<String> about(String question, Optional<String> why) {
        boolean settled = decay instanceof Decay.Nothing && !question.equals("settlement");
        return why.filter(each -> !settled).map(each -> question + ": " + each);
    }

    /** {@return all of it in plain sentences, with numbers} */
    public List<String> sentences() {
        return Sentences.of(this);
    }
}
