package org.tailoff.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
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
    @Property(tries = 200)
    void distancesAreThoseOfTheDefinition(
            @ForAll @AlphaChars @StringLength(max = 5) String from,
            @ForAll @AlphaChars @StringLength(max = 5) String to) {
        assertThat(Suggestion.distance(from, to)).isEqualTo(recursive(from, to));
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
