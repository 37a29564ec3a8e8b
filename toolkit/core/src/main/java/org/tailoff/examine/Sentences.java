package org.tailoff.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Numbers;

/** What an examination says, in sentences; the only place where its numbers become words. */
final class Sentences {
    /** Decay that takes less than this share of a weight in a whole run does nothing to it; a choice of ours. */
    private static final double LITTLE = 0.1;

    private final TensorExamination tensor;
    private final List<String> said = new ArrayList<>();

    private Sentences(TensorExamination tensor) {
        this.tensor = tensor;
    }

    static List<String> of(TensorExamination tensor) {
        Sentences sentences = new Sentences(tensor);
        sentences.ailments();
        sentences.norm();
        sentences.decay();
        tensor.dominance().known().ifPresent(sentences::dominance);
        sentences.settlement();
        sentences.steps();
        return List.copyOf(sentences.said);
    }

    private void say(String sentence) {
        said.add(sentence);
    }

    private void norm() {
        StepSize steps = tensor.steps();
        say(String.format(
                Locale.ROOT,
                "Its norm goes from %s to %s, rms %s.",
                Numbers.text(steps.first()),
                Numbers.text(steps.end()),
                Numbers.text(steps.end() / Math.sqrt((double) tensor.weights()))));
    }

    private void ailments() {
        for (Ailment ailment : tensor.ailments()) {
            say(String.format(
                    Locale.ROOT,
                    "It is %s: %s. What may help: %s.",
                    ailment.kind().name().toLowerCase(Locale.ROOT),
                    ailment.evidence(),
                    ailment.advice()));
        }
    }

    private void decay() {
        Decay decay = tensor.decay();
        if (decay instanceof Decay.Nothing) {
            say("Nothing decays: every recorded decay step is 0.");
        } else if (decay instanceof Decay.Unknown unknown) {
            say(String.format(Locale.ROOT, "Cannot tell what decay does to it: %s.", unknown.reason()));
        } else if (decay instanceof Decay.Uneven) {
            say(String.format(Locale.ROOT, "No law tells what decay does to it: %s.", Decay.Uneven.REASON));
        } else {
            decay.asLaw().known().ifPresent(this::law);
        }
        if (!(decay instanceof Decay.Nothing)) {
            tensor.dominance()
                    .why()
                    .filter(why -> !unknownDecay())
                    .ifPresent(
                            why -> say(String.format(Locale.ROOT, "Cannot tell whether decay dominates it: %s.", why)));
        }
    }

    private boolean unknownDecay() {
        return tensor.decay() instanceof Decay.Unknown || tensor.decay() instanceof Decay.Uneven;
    }

    private void law(DecayLaw law) {
        double left = law.factor(tensor.epochs());
        String halfLife = Numbers.text(law.halfLife());
        String run = tensor.epochs() == 1 ? "1 epoch" : tensor.epochs() + " epochs";
        if (tensor.decay() instanceof Decay.Scheduled s) {
            say(String.format(
                    Locale.ROOT,
                    "Decay takes another share of it at every step, %s at first and %s at the end.",
                    Numbers.text(s.first()),
                    Numbers.text(s.last())));
        }
        if (1 - left < LITTLE) {
            say(String.format(
                    Locale.ROOT,
                    "Decay does nothing to it in the length of this run: its half-life is %s epochs, the run has %s,"
                            + " in which decay alone would take %s of every weight.",
                    halfLife,
                    run,
                    percent(1 - left)));
        } else {
            say(String.format(
                    Locale.ROOT,
                    "Decay takes %s of it at every step: its time scale 1/(eta c) is %s steps or %s epochs, its half-life"
                            + " %s epochs, and over the %s of this run decay alone would leave %s.",
                    Numbers.text(law.q()),
                    Numbers.text(Math.rint(1 / law.q())),
                    Numbers.text(1 / law.exponent()),
                    halfLife,
                    run,
                    percent(left)));
        }
    }

    private void dominance(DecayDominance dominance) {
        EpochDominance worst = dominance.worst();
        String when = dominance.firstEpochs() == 1
                ? "In the first epoch"
                : "In the first " + dominance.firstEpochs() + " epochs";
        if (tensor.decay() instanceof Decay.Uneven) {
            say(String.format(
                    Locale.ROOT, "%s decay's part of the steps taken is %s of the gradients'.", when, steps(worst)));
            return;
        }
        List<String> does = new ArrayList<>();
        List<String> doesNot = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        sort(
                worst.force(),
                worst.force() > 1,
                String.format(Locale.ROOT, "by force (rho at least %s)", Numbers.text(worst.force())),
                "force, which needs the whole training set's gradient and plain gradient descent",
                List.of(does, doesNot, unknown));
        sort(
                worst.displacement(),
                worst.displacement() > 1,
                String.format(Locale.ROOT, "by displacement (D/R at least %s)", Numbers.text(worst.displacement())),
                "displacement, which is recorded where decay is one constant factor",
                List.of(does, doesNot, unknown));
        sort(
                worst.rate(),
                Math.abs(worst.rate() - 1) <= DecayLaw.RATE_TOLERANCE,
                String.format(
                        Locale.ROOT,
                        "by shrinkage (the norm %s at %s times decay's rate)",
                        worst.rate() < 0 ? "grows" : "falls",
                        Numbers.text(Math.abs(worst.rate()))),
                "shrinkage, which needs the norm at the ends of epochs",
                List.of(does, doesNot, unknown));
        String verdicts = Stream.of(
                        doesNot.isEmpty() ? "" : "does not dominate it " + String.join(" nor ", doesNot),
                        does.isEmpty() ? "" : "dominates it " + String.join(" and ", does))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", but "));
        if (!verdicts.isEmpty()) {
            say(String.format(
                    Locale.ROOT,
                    "%s decay %s; in the steps taken, decay's part is %s of the gradients'.",
                    when,
                    verdicts,
                    steps(worst)));
        }
        if (!unknown.isEmpty()) {
            say(String.format(Locale.ROOT, "Cannot tell its dominance by %s.", String.join("; by ", unknown)));
        }
        if (!dominance.byDisplacement().isEmpty()) {
            say(String.format(
                    Locale.ROOT,
                    "Decay moves it further than the gradients do (D/R above 1) in %s.",
                    EpochRange.text(dominance.byDisplacement())));
        }
        List<EpochRange> follows = dominance.byShrinkage();
        say(String.format(
                Locale.ROOT,
                "Its norm follows decay's law, within %s of its rate, in %s%s.",
                percent(DecayLaw.RATE_TOLERANCE),
                EpochRange.text(follows),
                follows.size() > 1
                        ? "; longest in "
                                + EpochRange.text(
                                        List.of(EpochRange.longest(follows).orElseThrow()))
                        : ""));
    }

    private static String steps(EpochDominance worst) {
        return Double.isNaN(worst.steps()) ? "an unknown share" : "at least " + Numbers.text(worst.steps());
    }

    /** Adds a reading to those that hold, that do not, or that are not known. */
    private static void sort(double number, boolean holds, String words, String needs, List<List<String>> lists) {
        if (Double.isNaN(number)) {
            lists.get(2).add(needs);
        } else {
            lists.get(holds ? 0 : 1).add(words);
        }
    }

    private void settlement() {
        tensor.settlement().known().ifPresent(this::settled);
        tensor.settlement()
                .why()
                .filter(why -> !unknownDecay())
                .ifPresent(
                        why -> say(String.format(Locale.ROOT, "Cannot tell whether its norm has settled: %s.", why)));
        if (!(tensor.decay() instanceof Decay.Nothing)) {
            tensor.balance().known().ifPresent(this::balance);
            tensor.balance()
                    .why()
                    .filter(why -> !unknownDecay())
                    .ifPresent(why -> say(String.format(Locale.ROOT, "Cannot tell what holds its norm: %s.", why)));
        }
    }

    private void settled(Settlement end) {
        String size =
                String.format(Locale.ROOT, "a norm of %s, rms %s", Numbers.text(end.norm()), Numbers.text(end.rms()));
        if (!end.settled()) {
            say(String.format(
                    Locale.ROOT,
                    "It has not settled: at its end, %s, the norm still %s by %s in the time in which decay takes a weight"
                            + " to a hundredth; allowed are %s.",
                    size,
                    end.end().change() > 0 ? "grows" : "falls",
                    percent(Math.abs(end.end().change())),
                    percent(NormEnd.ALLOWED)));
        } else if (end.epoch().isEmpty()) {
            say(String.format(
                    Locale.ROOT,
                    "It has settled, at %s, around which it still varies by more than %s.",
                    size,
                    percent(Settlement.NEAR)));
        } else {
            say(String.format(
                    Locale.ROOT,
                    "It has settled, at %s: from epoch %d on it stays within %s of that.",
                    size,
                    end.epoch().getAsInt(),
                    percent(Settlement.NEAR)));
        }
    }

    private void balance(NormBalance balance) {
        String parts = String.format(
                Locale.ROOT,
                "%s by steps across the weights and %s by steps along them",
                Numbers.text(balance.across()),
                Numbers.text(balance.along()));
        boolean settled =
                tensor.settlement().known().filter(Settlement::settled).isPresent();
        if (settled) {
            say(String.format(
                    Locale.ROOT,
                    "What holds it there is mainly what gradients do %s it: of what decay takes they give back %s, %s. The"
                            + " size that this predicts is rms %s.",
                    balance.isAcross() ? "across" : "along",
                    Numbers.text(balance.total()),
                    parts,
                    Numbers.text(balance.predictedRms())));
        } else {
            String where = Double.isNaN(balance.predictedRms())
                    ? "they take from it as decay does"
                    : "were they to stay so, it would end at rms " + Numbers.text(balance.predictedRms());
            say(String.format(
                    Locale.ROOT,
                    "In the last half of the run gradients give back %s of what decay takes, %s: %s.",
                    Numbers.text(balance.total()),
                    parts,
                    where));
        }
    }

    private void steps() {
        StepSize steps = tensor.steps();
        double ratio = steps.last();
        String judged;
        if (!(ratio > 0)) {
            judged = "nothing moves it";
        } else if (ratio > StepSize.RULE_OF_THUMB * StepSize.ABOUT) {
            judged = String.format(
                    Locale.ROOT,
                    "%s times the rule of thumb of 1e-3: the learning rate is likely too high",
                    Numbers.text(Math.rint(ratio / StepSize.RULE_OF_THUMB)));
        } else if (ratio < StepSize.RULE_OF_THUMB / StepSize.ABOUT) {
            judged = String.format(
                    Locale.ROOT,
                    "%s times below the rule of thumb of 1e-3: the learning rate may be too low",
                    Numbers.text(Math.rint(StepSize.RULE_OF_THUMB / ratio)));
        } else {
            judged = "about the rule of thumb of 1e-3";
        }
        say(String.format(
                Locale.ROOT, "In the last epoch a step is %s of its length, %s.", Numbers.text(ratio), judged));
        double q = tensor.decay().share();
        say(String.format(
                Locale.ROOT,
                "A step turns it by %s radians%s.",
                Numbers.text(steps.turn()),
                q > 0
                        ? String.format(
                                Locale.ROOT,
                                ", which is %s of sqrt(2q), what steps across alone come to in a settled norm",
                                Numbers.text(steps.turn() / Math.sqrt(2 * q)))
                        : ""));
    }

    private static String percent(double share) {
        return Numbers.text(100 * share) + " %";
    }
}
