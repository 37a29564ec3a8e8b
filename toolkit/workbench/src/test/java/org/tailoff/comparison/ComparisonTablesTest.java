package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tailoff.comparison.MadeUp.arm;
import static org.tailoff.comparison.MadeUp.ended;
import static org.tailoff.comparison.MadeUp.results;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.analysis.Estimate;

class ComparisonTablesTest {
    private static final ArmResult GOOD =
            arm("good", true, new int[] {100, 900, 950}, new int[] {100, 905, 960}, new int[] {100, 910, 970});
    private static final ArmResult NEAR =
            arm("near", true, new int[] {100, 905, 940}, new int[] {100, 906, 955}, new int[] {100, 907, 950});
    private static final ArmResult POOR =
            arm("poor", true, new int[] {100, 600, 750}, new int[] {100, 605, 761}, new int[] {100, 610, 769});

    private static List<TextTable> tables(Question question, ArmResult... outcomes) {
        return new ComparisonTables(ComparisonResult.of(results(outcomes), question, false)).all();
    }

    @Test
    void theTablesSayWhatTheResultHolds() {
        ArmResult bare =
                arm("good", false, new int[] {100, 900, 940}, new int[] {100, 905, 955}, new int[] {100, 910, 950});
        List<TextTable> tables = tables(MadeUp.question(95), GOOD, NEAR, POOR, bare);
        assertThat(tables).hasSize(3);
        // over the seeds 4.302653 / sqrt 3 = 2.484, over the images 1.96 sqrt(.96 x .04 / 1000) = 1.215: 2.765
        assertThat(tables.get(0).rows().get(0)).startsWith("good", "96.00 [93.23, 98.77]", "90.50 [88.30, 92.70]", "2");
        assertThat(tables.get(0).rows().get(1)).contains("near", "reached by 2 of 3");
        assertThat(tables.get(0).rows().get(2)).contains("poor", "not the best");
        assertThat(tables.get(0).notes()).hasSize(3);
        // by hand: one pair of arms and t(0.975, 2), as of a paired t test; p = 1 - sqrt(7) / 3
        assertThat(tables.get(2).rows().get(0))
                .startsWith("good", "+1.17 [-0.73, +3.06]", "not shown to differ")
                .endsWith("0.1181");
        assertThat(tables.get(1).heading()).contains("fewer than two initialisers finished");
        assertThat(tables.get(1).notes()).isEmpty();
        assertThat(tables.get(0).markdown().lines().skip(2).findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("| initialiser | at the end (%) | "));
    }

    @Nested
    class Differences {
        /** t(0.975, 2) = 4.302653 is what Dunnett's distribution is for two arms; g is 1 / sqrt(pi) d_z, by hand. */
        @Test
        void areFromTheOneThatIsNamed() {
            TextTable table = tables(new Question("near", 0.5, 95), GOOD, NEAR).get(0);
            assertThat(table.heads()).contains("less near (points)");
            assertThat(table.rows().get(0)).contains("+1.17 [-0.73, +3.06]", "not shown to differ", "0.1181");
            assertThat(table.rows().get(0).get(7)).startsWith("+0.86 [");
            assertThat(table.rows().get(1)).endsWith("", "", "", "");
        }

        /** Of two arms the one-sided t(0.95, 2) = 2.919986 counts: 7/6 - 2.919986 sqrt(7/12) / sqrt 3 = -0.12. */
        @Test
        void areFromTheBestOfTheOthers() {
            TextTable table = tables(MadeUp.question(95), GOOD, NEAR).get(0);
            assertThat(table.heads()).contains("less the best of the others (points)");
            assertThat(table.rows().get(0)).contains("+1.17 [-0.12, +2.45]", "may be the best, within 0.5", "0.9410");
            assertThat(table.rows().get(1)).contains("-1.17 [-2.45, +0.12]", "may be the best", "0.0590");
        }

        @Test
        void thatAreTheSameFromEverySeedHaveNoZeroForAProbability() {
            List<String> row = tables(
                            MadeUp.question(90), ended("a", true, 950, 955, 960), ended("b", true, 750, 755, 760))
                    .get(0)
                    .rows()
                    .get(1);
            assertThat(row).endsWith("-20.00 [-20.00, +0.00]", "not the best", "-inf", "< 0.0001");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "96.5    | 96.35   | 96.649 | 96.50 [96.35, 96.65]",
                "100     | 100     | 100    | 100.00 [100.00, 100.00]",
                "9.876   | -1.234  | 20.5   | 9.88 [-1.23, 20.50]",
            })
    void anAccuracyHasTwoDigitsAndItsInterval(double value, double low, double high, String text) {
        assertThat(ComparisonTables.percent(new Estimate(value, low, high, 5))).isEqualTo(text);
    }

    @Nested
    class Markdown {
        @Test
        void isATableUnderItsHeadingAndOverItsNotes() {
            TextTable table = new TextTable(
                    "Heading", List.of("a", "b"), List.of(List.of("1", "2"), List.of("3", "")), List.of("Note."));
            assertThat(table.markdown()).isEqualTo("""
                            Heading

                            | a | b |
                            | --- | --- |
                            | 1 | 2 |
                            | 3 |  |

                            Note.
                            """);
        }

        @Test
        void keepsABarWithinItsCell() {
            assertThat(new TextTable("H", List.of("a"), List.of(List.of("x|y")), List.of()).markdown())
                    .contains("| x\\|y |");
        }
    }

    @Nested
    class Csv {
        @Test
        void everyScoreOfEverySeedIsARow() {
            String csv = SeedTable.csv(results(GOOD, POOR));
            assertThat(csv.lines())
                    .startsWith("initialiser,weight_decay,seed,epoch,set,accuracy,cost")
                    .hasSize(1 + 2 * 3 * 3)
                    .contains("\"poor\",true,2,1,validation,0.605,0.5");
        }

        @Test
        void aQuotationMarkInAnInitialiserIsDoubled() {
            assertThat(SeedTable.csv(results(ended("a\"b", true, 1, 2), ended("c", true, 1, 2))))
                    .contains("\"a\"\"b\",true,1,0,validation,");
        }
    }
}
