package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tailoff.analysis.ArmComparison;
import org.tailoff.analysis.ArmComparison.Shown;
import org.tailoff.analysis.BlockDesign;
import org.tailoff.analysis.Estimate;
import org.tailoff.analysis.MultipleComparisons;
import org.tailoff.claim.Numbers;

/** What a comparison comes to in plain sentences, each of which its intervals bear out. */
public final class InWords {
    private static final double POWER = 0.8;
    private static final double PERCENT = 100;
    private static final double MUCH_WIDER = 5;

    private final ComparisonResult result;

    /**
     * Words for a result.
     *
     * @param result the comparison's
     */
    public InWords(ComparisonResult result) {
        this.result = result;
    }

    /**
     * Which initialisers are better than which at the end, by how much, and what could not be told apart.
     *
     * @param standings of one regime
     * @return a sentence or two
     */
    public String answer(Standings standings) {
        return answer(standings, When.END);
    }

    /** {@return the regimes' answers, what weight decay is worth last} */
    public List<String> answers() {
        List<String> all = new ArrayList<>();
        result.regimes().forEach(standings -> all.add(answer(standings)));
        if (!result.decayOrNot().isEmpty()) {
            all.add(decayOrNot());
        }
        return all;
    }

    private String answer(Standings standings, When when) {
        if (standings.standings().size() < 2) {
            return standings.heading() + ": fewer than two initialisers finished, so there is nothing to compare.";
        }
        if (standings.comparisons().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "%s: %s did not finish, so there is nothing to compare with.",
                    standings.heading(),
                    question().against());
        }
        Stage stage = new Stage(standings, when);
        return question().named().isPresent() ? stage.againstOne() : stage.againstTheBest();
    }

    private Question question() {
        return result.question();
    }

    private String margin() {
        return Numbers.text(question().margin()) + " points";
    }

    /** Names, and how each is put. */
    private record Part(List<String> names, Function<String, String> each) {
        /** For example {@code a, b and c}. */
        String listed() {
            List<String> words = names.stream().map(each).toList();
            int last = words.size() - 1;
            return last < 1
                    ? String.join("", words)
                    : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
        }
    }

    private static String listed(List<String> names) {
        return new Part(names, Function.identity()).listed();
    }

    /** A regime at a stage of training. */
    private final class Stage {
        private final Standings standings;
        private final When when;
        private final List<String> better;
        private final List<String> worse;
        private final List<String> open;

        Stage(Standings standings, When when) {
            this.standings = standings;
            this.when = when;
            better = standings.shown(when, Shown.BETTER);
            worse = standings.shown(when, Shown.WORSE);
            open = standings.shown(when, Shown.OPEN);
        }

        /** No certain one is said to be better than another, unless it is the best: that is all that is shown. */
        String againstTheBest() {
            // after the first epoch most are behind by much: how much the table's accuracies say
            Function<String, String> each = when == When.END ? this::behind : Function.identity();
            String than = "better than " + new Part(worse, each).listed();
            if (!better.isEmpty()) {
                return String.format(
                        Locale.ROOT,
                        "%s, %s is the best %s (%d seeds): it is %s.",
                        standings.heading(),
                        better.get(0),
                        when.words(),
                        result.seeds(),
                        than);
            }
            return String.format(
                    Locale.ROOT,
                    "%s, %d seeds do not tell which of %s is the best %s%s; %s%s.",
                    standings.heading(),
                    result.seeds(),
                    listed(open),
                    when.words(),
                    worse.isEmpty() ? "" : "; the best of them is " + than,
                    nearTheBest(),
                    noise());
        }

        private String behind(String initialiser) {
            Estimate difference = difference(initialiser);
            return text("%s by %.2f points (at most %.2f)", initialiser, -difference.value(), -difference.low());
        }

        private String nearTheBest() {
            List<String> near = open.stream()
                    .filter(each -> difference(each).low() > -question().margin())
                    .toList();
            String within = " within " + margin() + " of the best, whichever that is";
            if (near.equals(open)) {
                return "all of them are" + within;
            }
            return near.isEmpty()
                    ? "none of them is shown to be" + within
                    : "of them only " + listed(near) + (near.size() == 1 ? " is" : " are") + " shown to be" + within;
        }

        /** Why limits are wide: one that may be the best because its mean is hardly known. */
        private String noise() {
            List<Double> sorted = open.stream().map(this::halfWidth).sorted().toList();
            double median = sorted.get((sorted.size() - 1) / 2);
            return open.stream()
                    .filter(each -> halfWidth(each) > MUCH_WIDER * median)
                    .findFirst()
                    .map(each -> "; the limits are as wide as they are because " + each
                            + ", which spreads most between seeds, may be the best")
                    .orElse("");
        }

        private double halfWidth(String initialiser) {
            Standing standing = standings.standings().get(initialiser);
            Estimate accuracy = when == When.END ? standing.last() : standing.first();
            return accuracy.high() - accuracy.value();
        }

        String againstOne() {
            List<String> parts = new ArrayList<>();
            add(parts, "better", better, this::further);
            add(parts, "worse", worse, this::further);
            add(parts, "not shown to differ", open, Function.identity());
            List<String> near = open.stream()
                    .filter(each ->
                            standings.comparison(when, each).within(question().margin()))
                    .toList();
            if (!open.isEmpty()) {
                parts.add(
                        near.isEmpty()
                                ? "none of these is shown to be within " + margin() + " of it"
                                : "shown to be within " + margin() + " of it: " + listed(near));
            }
            return String.format(
                    Locale.ROOT,
                    "%s, against %s %s (%d seeds): %s.",
                    standings.heading(),
                    question().against(),
                    when.words(),
                    result.seeds(),
                    String.join("; ", parts));
        }

        private void add(List<String> parts, String what, List<String> names, Function<String, String> each) {
            if (!names.isEmpty()) {
                parts.add(what + ": " + new Part(names, each).listed());
            }
        }

        private String further(String initialiser) {
            Estimate difference = difference(initialiser);
            return text(
                    "%s by %.2f points (%.2f to %.2f)",
                    initialiser,
                    Math.abs(difference.value()),
                    Math.min(Math.abs(difference.low()), Math.abs(difference.high())),
                    Math.max(Math.abs(difference.low()), Math.abs(difference.high())));
        }

        private Estimate difference(String initialiser) {
            return standings.comparison(when, initialiser).difference();
        }
    }

    /** What weight decay is worth, to whom. */
    String decayOrNot() {
        List<String> parts = new ArrayList<>();
        addGains(parts, "gain from it", Shown.BETTER);
        addGains(parts, "lose by it", Shown.WORSE);
        List<String> open = gains(Shown.OPEN);
        if (!open.isEmpty()) {
            List<String> near = open.stream()
                    .filter(each ->
                            result.decayOrNot().get(each).within(question().margin()))
                    .toList();
            parts.add("neither is shown of " + open.size());
            parts.add(
                    near.isEmpty()
                            ? "none is shown to stay within " + margin()
                            : "shown to stay within " + margin() + ": " + listed(near));
        }
        return String.format(
                Locale.ROOT,
                "Weight decay against none at the end (%d initialisers, %d seeds): %s.",
                result.decayOrNot().size(),
                result.seeds(),
                String.join("; ", parts));
    }

    private void addGains(List<String> parts, String what, Shown shown) {
        List<String> gains = gains(shown);
        if (!gains.isEmpty()) {
            parts.add(what + ": " + new Part(gains, this::gain).listed());
        }
    }

    private String gain(String initialiser) {
        Estimate gain = result.decayOrNot().get(initialiser).difference();
        return text("%s %+.2f points (%+.2f to %+.2f)", initialiser, gain.value(), gain.low(), gain.high());
    }

    private List<String> gains(Shown shown) {
        return result.decayOrNot().keySet().stream()
                .filter(each -> result.decayOrNot().get(each).shown() == shown)
                .toList();
    }

    /**
     * What a reader of a regime's table has to know: the first epoch, how the errors were found, what would be seen.
     */
    List<String> notes(Standings standings) {
        if (standings.comparisons().isEmpty()) {
            return List.of();
        }
        MultipleComparisons end = standings.comparisons().get(When.END);
        return List.of(answer(standings, When.START), spreads(end) + " " + power(end), sample(standings));
    }

    private String spreads(MultipleComparisons compared) {
        String test = String.format(
                Locale.ROOT,
                "Bartlett's test of equal spreads: p %s.",
                compared.equalSpreads() < 1e-4 ? "< 0.0001" : "= " + ComparisonTables.p(compared.equalSpreads()));
        return test
                + text(
                        compared.family().pooled()
                                ? " The comparisons share one standard error, %.2f points, with %.0f degrees of freedom;"
                                        + " the intervals are simultaneous by Dunnett's distribution."
                                : " Below " + BlockDesign.POOLED_FROM
                                        + ", so every comparison has the standard error of its own pairs (median %.2f"
                                        + " points), with %.0f degrees of freedom; the intervals are simultaneous by"
                                        + " Bonferroni's inequality.",
                        compared.standardError(),
                        compared.family().degreesOfFreedom());
    }

    private String power(MultipleComparisons compared) {
        return text(
                "With %d seeds a difference of %.2f points would be found in %.0f %% of such comparisons, one of %s in"
                        + " %.0f %%.",
                result.seeds(),
                compared.detectable(POWER),
                PERCENT * POWER,
                margin(),
                PERCENT * compared.power(question().margin()));
    }

    private String sample(Standings standings) {
        Judge judge = result.judge();
        double accuracy =
                standings.standings().get(standings.order().get(0)).last().value();
        return text(
                "The %d %s examples are a sample: by that alone an accuracy of %.1f %% has a standard error of %.2f"
                        + " points, which the intervals of the accuracies include. All arms see the same examples, so that"
                        + " the error is common to them as far as they err on the same ones. Differences, and what is shown"
                        + " of them, are about these examples; on others a difference would vary by a standard error of at"
                        + " most %.2f points.",
                judge.examples(),
                judge.set(),
                accuracy,
                judge.samplingError(accuracy),
                judge.samplingErrorOfDifference(accuracy));
    }

    /** What is shown of an initialiser, as a cell says it. */
    String cell(ArmComparison compared) {
        boolean best = question().named().isEmpty();
        boolean near = best
                ? compared.difference().low() > -question().margin()
                : compared.within(question().margin());
        String shown = switch (compared.shown()) {
            case BETTER -> best ? "the best" : "better";
            case WORSE -> best ? "not the best" : "worse";
            case OPEN -> best ? "may be the best" : "not shown to differ";
        };
        return near && !(best && compared.shown() == Shown.BETTER)
                ? shown + ", within " + Numbers.text(question().margin())
                : shown;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
