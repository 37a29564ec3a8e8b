package org.tailoff.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf",
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-17, -17",
        "23820, 23820",
        "79400, 79400",
        "9999999, 9999999",
        "1e7, 1e7",
        "0.9512291866, 0.9512",
        "-0.9512291866, -0.9512",
        "0.5, 0.5",
        "999.96, 1000",
        "666.44, 666.4",
        "0.0001, 0.0001",
        "0.00012345678, 0.0001235",
        "0.00005, 5e-5",
        "0.000099999, 1e-4",
        "1e-13, 1e-13",
        "1.23456e-13, 1.235e-13",
        "-1.23456e-13, -1.235e-13",
        "2.6561398887587478e95, 2.656e95",
        "4.9e-324, 4.941e-324"
    })
    void aNumberIsWrittenToFourDigits(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    /** Swedish has another minus sign, German another point, Arabic (Egypt) and Hindi other digits. */
    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "sv-SE", "ar-EG", "hi-IN-u-nu-deva"})
    void everyLocaleGetsTheSameText(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(Numbers.text(-1234.5678)).isEqualTo("-1235");
            assertThat(Numbers.text(0.25)).isEqualTo("0.25");
            assertThat(Numbers.text(-1.5e-7)).isEqualTo("-1.5e-7");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Four digits: off by at most half a unit of the fourth, which is 5e-4 of the number. */
    @RandomCases(1000)
    void theTextIsReadBackAsTheNumberToFourDigits(RandomCase random) {
        double value = random.between(-9.0, 9.0) * Math.pow(10, random.between(-40.0, 40.0));
        double read = new BigDecimal(Numbers.text(value)).doubleValue();
        assertThat(Math.abs(read - value)).isLessThanOrEqualTo(5.000001e-4 * Math.abs(value));
    }
}
