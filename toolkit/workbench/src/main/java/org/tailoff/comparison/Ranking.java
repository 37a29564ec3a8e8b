package org.tailoff.comparison;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The initialisers under one regime, the best first.
 *
 * @param decay whether the regulariser of the spec acted
 * @param standings by mean accuracy at the end
 * @param atTheEnd every pair, by accuracy at the end, which decides the ranks
 * @param atTheStart every pair, by accuracy after the first measured epoch
 */
public record Ranking(
        boolean decay, List<RankedInitialiser> standings, List<PairwiseTest> atTheEnd, List<PairwiseTest> atTheStart) {
    /** More names than this would make no sentence. */
    private static final int NAMED = 3;

    /** Copies the lists. */
    public Ranking {
        standings = List.copyOf(standings);
        atTheEnd = List.copyOf(atTheEnd);
        atTheStart = List.copyOf(atTheStart);
    }

    /**
     * Ranks the arms of one regime.
     *
     * @param results the runs of the comparison
     * @param decay the regime
     * @param target the accuracy to reach, in percent
     * @return the ranking
     */
    public static Ranking of(ComparisonRuns results, boolean decay, double target) {
        List<ArmResult> outcomes = results.under(decay);
        List<PairwiseTest> end = PairwiseTests.amongAll(outcomes, ArmResult::lastAccuracy);
        List<ArmResult> byMean = outcomes.stream()
                .sorted(Comparator.comparingDouble(outcome -> -outcome.meanLastAccuracy()))
                .toList();
        Deque<RankedInitialiser> standings = new ArrayDeque<>();
        int rank = byMean.size();
        for (int i = byMean.size() - 1; i >= 0; i--) {
            rank = Math.min(rank, 1 + timesWorse(byMean.get(i).arm().initialiser(), end));
            standings.addFirst(RankedInitialiser.of(rank, byMean.get(i), target));
        }
        return new Ranking(
                decay, List.copyOf(standings), end, PairwiseTests.amongAll(outcomes, ArmResult::firstAccuracy));
    }

    private static int timesWorse(String initialiser, List<PairwiseTest> tests) {
        return (int) tests.stream().filter(test -> test.isWorse(initialiser)).count();
    }

    /** The test at the end of an initialiser with the one at the head. */
    PairwiseTest withTheFirst(String initialiser) {
        String head = standings.get(0).initialiser();
        return atTheEnd.stream()
                .filter(test -> test.isOf(head) && test.isOf(initialiser))
                .findFirst()
                .orElseThrow();
    }

    /** {@return what it comes to, in a few sentences} */
    public String inWords() {
        if (standings.size() < 2) {
            return heading() + ": fewer than two initialisers finished, so there is nothing to rank.";
        }
        return "%s: %s. Pairs shown to differ: %s at the end, %s after the first epoch."
                .formatted(heading(), headInWords(), significant(atTheEnd), significant(atTheStart));
    }

    /**
     * The highest mean with what it is shown to be better than: a low rank would not do, since it may come from a wide
     * spread.
     */
    private String headInWords() {
        String head = standings.get(0).initialiser();
        List<String> beaten = others(true);
        List<String> undecided = others(false);
        if (undecided.isEmpty()) {
            return head + " is shown to be better than every other at the end";
        }
        String highest = head + " has the highest mean accuracy at the end; it is ";
        return beaten.isEmpty()
                ? highest + "not shown to be better than any other"
                : highest + "shown to be better than " + listed(beaten) + ", and not than " + listed(undecided);
    }

    /** The others whose difference from the one at the head is shown, or is not. */
    private List<String> others(boolean shown) {
        return order().stream()
                .skip(1)
                .filter(other -> withTheFirst(other).significant() == shown)
                .toList();
    }

    private static String listed(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
    }

    private static String significant(List<PairwiseTest> tests) {
        return tests.stream().filter(PairwiseTest::significant).count() + " of " + tests.size();
    }

    /** {@return the regime as a heading} */
    public String heading() {
        return decay ? "With weight decay" : "Without weight decay";
    }

    /** {@return the initialisers in order} */
    List<String> order() {
        return standings.stream().map(RankedInitialiser::initialiser).toList();
    }
}
