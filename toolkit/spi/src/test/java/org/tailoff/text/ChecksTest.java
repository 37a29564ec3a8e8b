package org.tailoff.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    private static void refuses(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Nested
    class WhatHolds {
        @Test
        void isGivenBack() {
            double[] values = {0, 0.5, 1};
            double[][] rows = {values, {1, 2, 3}};
            assertThat(Checks.requireAtLeast(3, 3, "n")).isEqualTo(3);
            assertThat(Checks.requireAtMost(3, 3, "n")).isEqualTo(3);
            assertThat(Checks.requireFinite(-Double.MAX_VALUE, "x")).isEqualTo(-Double.MAX_VALUE);
            assertThat(Checks.requireFinite(values, "x")).isSameAs(values);
            assertThat(Checks.requirePositive(Double.MIN_VALUE, "x")).isEqualTo(Double.MIN_VALUE);
            assertThat(Checks.requireFraction(1, "x")).isEqualTo(1);
            assertThat(Checks.requireFractions(values, "x")).isSameAs(values);
            assertThat(Checks.requireLength(3, values, "x")).isSameAs(values);
            assertThat(Checks.requireRows(3, rows, "x")).isSameAs(rows);
            assertThat(Checks.requireText("a b", "x")).isEqualTo("a b");
        }
    }

    @Nested
    class WhatDoesNot {
        @Test
        void isNamedWithItsRule() {
            refuses("n must be at least 3, was 2", () -> Checks.requireAtLeast(3, 2, "n"));
            refuses("n must be at most 3, was 4", () -> Checks.requireAtMost(3, 4, "n"));
            refuses("x must have length 2: 3", () -> Checks.requireLength(2, new double[3], "x"));
            refuses("x must not be blank: '\t'", () -> Checks.requireText("\t", "x"));
        }

        @Test
        void isNamedWithItsPlace() {
            refuses("x[1] must be finite: NaN", () -> Checks.requireFinite(new double[] {1, Double.NaN}, "x"));
            refuses("x[1] must be in [0, 1]: 2.0", () -> Checks.requireFractions(new double[] {1, 2}, "x"));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
        void isNoPositiveNumber(double value) {
            refuses("x must be a finite number > 0: " + value, () -> Checks.requirePositive(value, "x"));
        }

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void isNotFinite(double value) {
            refuses("x must be finite: " + value, () -> Checks.requireFinite(value, "x"));
        }

        @Test
        void isAMissingOrAShortRow() {
            refuses("seeds of x must be at least 1, was 0", () -> Checks.requireRows(2, new double[0][], "x"));
            refuses("x[1] must have length 2: 1", () -> Checks.requireRows(2, new double[][] {{1, 2}, {3}}, "x"));
            refuses(
                    "x[0][1] must be finite: Infinity",
                    () -> Checks.requireRows(2, new double[][] {{1, Double.POSITIVE_INFINITY}}, "x"));
        }
    }

    @Nested
    class Words {
        @ParameterizedTest
        @CsvSource({
            "-Infinity, Infinity, a number",
            "0, Infinity, a number >= 0",
            "-Infinity, 2.5, a number <= 2.5",
            "1, 9, a number in 1..9"
        })
        void sayWhatARangeAllows(double least, double most, String words) {
            assertThat(Texts.range(least, most, "a number")).isEqualTo(words);
        }

        @ParameterizedTest
        @CsvSource({"3, 3", "-0.5, -0.5", "1e300, 1.0E300", "100, 100"})
        void showNumbersWithoutAnEmptyFraction(double value, String text) {
            assertThat(Texts.number(value)).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "he", "scaled-gaussian", "k2-3x"})
        void areNamesInLowerCaseJoinedByHyphens(String name) {
            assertThat(Texts.NAME.matcher(name).matches()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "A", "2k", "a-", "-a", "a--b", "a_b", "a b"})
        void areNoNamesOtherwise(String name) {
            assertThat(Texts.NAME.matcher(name).matches()).isFalse();
        }

        @Test
        void areOneLine() {
            Texts.requireLine("one line", "it");
            refuses("it must be one line: 'a\nb'", () -> Texts.requireLine("a\nb", "it"));
            refuses("it must be one line: ' '", () -> Texts.requireLine(" ", "it"));
            refuses("it must be one line: 'null'", () -> Texts.requireLine(null, "it"));
        }
    }
}
