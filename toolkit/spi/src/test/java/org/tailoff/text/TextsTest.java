package org.tailoff.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    /** Halves that a double holds exactly are rounded up, away from zero. */
    @ParameterizedTest
    @CsvSource({
        "97.4, 2, 97.40",
        "0.125, 2, 0.13",
        "-0.125, 2, -0.13",
        "2.5, 0, 3",
        "1234567.891, 1, 1234567.9",
        "0, 4, 0.0000",
        "1e-9, 3, 0.000"
    })
    void aFixedNumberHasItsDecimals(double value, int decimals, String text) {
        assertThat(Texts.fixed(value, decimals)).isEqualTo(text);
    }

    @Test
    void aFixedNumberIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : new Locale[] {Locale.GERMANY, Locale.forLanguageTag("ar-EG-u-nu-arab")}) {
                Locale.setDefault(locale);
                assertThat(Texts.fixed(1234.5, 2)).as(locale.toString()).isEqualTo("1234.50");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsNoNumberIsSaid() {
        assertThat(Texts.fixed(Double.NaN, 2)).isEqualTo("NaN");
        assertThat(Texts.fixed(Double.POSITIVE_INFINITY, 2)).isEqualTo("Infinity");
    }

    @ParameterizedTest
    @CsvSource({"3.0, 3", "0.25, 0.25", "-1.0, -1", "1.0E10, 1.0E10"})
    void aNumberHasNoPointWithNothingBehindIt(double value, String text) {
        assertThat(Texts.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-Infinity, Infinity, number",
        "0, Infinity, number >= 0",
        "-Infinity, 1, number <= 1",
        "0, 0.5, number in 0..0.5"
    })
    void aRangeNamesTheLimitsThatItHas(double least, double most, String text) {
        assertThat(Texts.range(least, most, "number")).isEqualTo(text);
    }

    @Test
    void oneLineHasNoBreaks() {
        assertThat(Texts.oneLine("  a\n   b\r\n c ")).isEqualTo("a b c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Texts.requireLine("a\nb", "description"))
                .withMessage("description must be one line: 'a\nb'");
    }
}
