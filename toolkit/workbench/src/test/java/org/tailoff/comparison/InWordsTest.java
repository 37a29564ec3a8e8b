package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tailoff.comparison.MadeUp.ended;
import static org.tailoff.comparison.MadeUp.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.analysis.ArmComparison;
import org.tailoff.analysis.ArmComparison.Shown;

class InWordsTest {
    private static final ArmResult STEADY = ended("steady", true, 964, 961, 965, 967, 963);
    private static final ArmResult EQUAL = ended("equal", true, 965, 962, 964, 966, 962);
    private static final ArmResult BEHIND = ended("behind", true, 949, 946, 950, 952, 946);
    private static final ArmResult NOISY = ended("noisy", true, 900, 500, 950, 600, 700);
    private static final ArmResult LOST = ended("lost", true, 105, 102, 106, 109, 103);

    private static ComparisonResult result(Question question, ArmResult... outcomes) {
        return ComparisonResult.of(results(outcomes), question, false);
    }

    private static String answer(Question question, ArmResult... outcomes) {
        return new InWords(result(question, outcomes)).answers().get(0);
    }

    private static String answer(ArmResult... outcomes) {
        return answer(MadeUp.question(90), outcomes);
    }

    /**
     * As of four hidden layers of sigmoid neurons: the noisy arm's mean is far lower, and it is not shown to be behind.
     * The ranking of old let it lift all above it to rank 1, and said of those that none is shown to be better.
     */
    @Nested
    class OneNoisyArm {
        @Test
        void leavesItsOwnPlaceOpenAndHidesNobodysElse() {
            assertThat(answer(STEADY, EQUAL, BEHIND, NOISY, LOST))
                    .isEqualTo(
                            "With weight decay, 5 seeds do not tell which of steady, equal and noisy is the best at the"
                                    + " end; the best of them is better than behind by 1.54 points (at most 8.09) and lost by 85.90"
                                    + " points (at most 92.48); none of them is shown to be within 0.5 points of the best,"
                                    + " whichever that is; the limits are as wide as they are because noisy, which spreads most between"
                                    + " seeds, may be the best.");
        }

        @Test
        void takesNothingFromTheComparisonsWithAnother() {
            assertThat(answer(new Question("equal", 0.5, 90), STEADY, EQUAL, BEHIND, NOISY, LOST))
                    .startsWith("With weight decay, against equal at the end (5 seeds): worse: behind by 1.52 points (")
                    .contains(
                            " and lost by 85.88 points (",
                            "; not shown to differ: steady and noisy; shown to be within")
                    .endsWith("0.5 points of it: steady.");
        }
    }

    @Test
    void theBestIsNamedWhereItIsShown() {
        assertThat(answer(STEADY, BEHIND, LOST))
                .startsWith(
                        "With weight decay, steady is the best at the end (5 seeds): it is better than behind by 1.54"
                                + " points (at most ")
                .contains(" and lost by 85.90 points (at most ");
    }

    @Test
    void whereNothingIsShownAllMayBeTheBest() {
        assertThat(answer(STEADY, EQUAL))
                .isEqualTo(
                        "With weight decay, 5 seeds do not tell which of steady and equal is the best at the end; all of"
                                + " them are within 0.5 points of the best, whichever that is.");
        assertThat(answer(new Question("", 0.01, 90), STEADY, EQUAL))
                .endsWith("; none of them is shown to be within 0.01 points of the best, whichever that is.");
    }

    @Test
    void ofOneThereIsNothingToCompare() {
        ArmResult alone = ended("steady", false, 1, 2, 3, 4, 5);
        assertThat(new InWords(result(MadeUp.question(90), STEADY, EQUAL, alone))
                        .answers()
                        .get(1))
                .isEqualTo(
                        "Without weight decay: fewer than two initialisers finished, so there is nothing to compare.");
        assertThat(answer(new Question("gone", 0.5, 90), STEADY, EQUAL))
                .isEqualTo("With weight decay: gone did not finish, so there is nothing to compare with.");
    }

    @Test
    void whatDecayIsWorthIsSaidOfThoseWhereItIsShown() {
        ArmResult without = ended("steady", false, 954, 951, 955, 957, 953);
        ArmResult same = ended("equal", false, 965, 963, 964, 965, 962);
        assertThat(new InWords(result(MadeUp.question(90), STEADY, EQUAL, without, same)).decayOrNot())
                .isEqualTo("Weight decay against none at the end (2 initialisers, 5 seeds): gain from it: steady +1.00"
                        + " points (+1.00 to +1.00); neither is shown of 1; shown to stay within 0.5 points: equal.");
    }

    @Test
    void theNotesSayHowErrorsWereFoundAndWhatWouldBeSeen() {
        ComparisonResult result = result(MadeUp.question(90), STEADY, EQUAL, BEHIND, NOISY, LOST);
        List<String> notes = new InWords(result).notes(result.regimes().get(0));
        assertThat(notes.get(0)).contains(" the best after the first epoch");
        assertThat(notes.get(1))
                .startsWith(
                        "Bartlett's test of equal spreads: p = 0.0045. Below 0.25, so every comparison has the standard"
                                + " error of its own pairs (median ")
                .contains(
                        "With 5 seeds a difference of ",
                        " points would be found in 80 % of such comparisons, one of 0.5");
        // sqrt(.964 x .036 / 1000) = 0.589 %, sqrt(2 x .036 / 1000) = 0.849 %
        assertThat(notes.get(2))
                .startsWith("The 1000 validation examples are a sample: by that alone an accuracy of 96.4 % has a"
                        + " standard error of 0.59 points,")
                .endsWith("by a standard error of at most 0.85 points.");
    }

    /** Five arms of six seeds, some steady, some not, near enough for a few to be shown to differ and others not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSentenceSaysMoreThanTheIntervalsWhateverTheSpreads(long seed) {
        Random random = new Random(seed);
        ArmResult[] arms = IntStream.range(0, 5)
                .mapToObj(i -> {
                    int centre = 900 + random.nextInt(30);
                    int spread = 1 + random.nextInt(i == 0 ? 400 : 20);
                    int[] correct = random.ints(6, centre - spread, centre + 1).toArray();
                    return ended("arm" + i, true, correct);
                })
                .toArray(ArmResult[]::new);
        ComparisonResult result = result(MadeUp.question(90), arms);
        Standings standings = result.regimes().get(0);
        List<String> possible = new ArrayList<>();
        for (String arm : standings.order()) {
            ArmComparison compared = standings.comparison(When.END, arm);
            if (compared.shown() == Shown.WORSE) {
                assertThat(compared.difference().high()).isZero();
                assertThat(compared.effect().high()).isNegative();
            } else {
                possible.add(arm);
            }
        }
        String sentence = new InWords(result).answer(standings);
        String named = sentence.substring(
                0, sentence.indexOf("better than") < 0 ? sentence.length() : sentence.indexOf("better than"));
        assertThat(Arrays.stream(arms).map(arm -> arm.arm().initialiser()).filter(named::contains))
                .containsExactlyInAnyOrderElementsOf(possible);
    }
}
