package org.tailoff.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "gaussian, gaussian, 0", "'', abc, 3", "abc, '', 3", "ab, ba, 2"})
    void distancesAreThoseOfTheTextbook(String from, String to, int distance) {
        assertThat(Suggestion.distance(from, to)).isEqualTo(distance);
    }

    /** Oracle: Levenshtein's recursive definition. */
    @Test
    void distancesOfAllWordsOfUpToFourOfThreeLettersAreThoseOfTheDefinition() {
        List<String> words = Stream.iterate(List.of(""), SuggestionTest::longer)
                .limit(5)
                .flatMap(List::stream)
                .toList();
        assertThat(words).hasSize(1 + 3 + 9 + 27 + 81);
        for (String from : words) {
            for (String to : words) {
                assertThat(Suggestion.distance(from, to))
                        .as("from '%s' to '%s'", from, to)
                        .isEqualTo(recursive(from, to));
            }
        }
    }

    private static List<String> longer(List<String> words) {
        return words.stream()
                .flatMap(word -> Stream.of("a", "b", "c").map(word::concat))
                .toList();
    }

    private static int recursive(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return from.length() + to.length();
        }
        String a = from.substring(1);
        String b = to.substring(1);
        if (from.charAt(0) == to.charAt(0)) {
            return recursive(a, b);
        }
        return 1 + Math.min(recursive(a, b), Math.min(recursive(a, to), recursive(from, b)));
    }

    @Test
    void nothingIsNearNothing() {
        assertThat(Suggestion.nearest("gaussian", List.of())).isEmpty();
    }

    @Test
    void threeEditsOfAShortNameAreTooFar() {
        assertThat(Suggestion.nearest("abc", List.of("xyz"))).isEmpty();
        assertThat(Suggestion.nearest("abc", List.of("xyz", "abx"))).contains("abx");
    }
}
