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

    @Test
    void theTablesSayWhatTheRankingHolds() {
        ArmResult bare =
                arm("good", false, new int[] {100, 900, 940}, new int[] {100, 905, 955}, new int[] {100, 910, 950});
        ComparisonResult result = ComparisonResult.of(results(GOOD, NEAR, POOR, bare), 95, false);
        List<TextTable> tables = new ComparisonTables(result).all();
        assertThat(tables).hasSize(3);
        // t(0.975, 2) = 4.302653; s = 1, so the half width is 4.302653 / sqrt 3 = 2.484
        assertThat(tables.get(0).rows().get(0))
                .startsWith("1", "good", "96.00 [93.52, 98.48]", "90.50 [89.26, 91.74]", "2");
        assertThat(tables.get(0).rows().get(1)).contains("reached by 2 of 3", "+1.17 [-0.73, +3.06]", "0.1181");
        assertThat(tables.get(2).rows().get(0)).contains("good", "+1.17 [-0.73, +3.06]");
        assertThat(tables.get(2).heading())
                .isEqualTo("Weight decay against none: of 1 initialisers 0 are shown to differ at the end.");
        assertThat(tables.get(1).heading()).contains("fewer than two initialisers finished");
        assertThat(tables.get(0).markdown().lines().skip(2).findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("| rank | initialiser | "));
    }

    @Nested
    class Differences {
        /** Whichever of the two a test names first, what is behind is positive. */
        @Test
        void areWhatOneIsBehindTheFirstWhateverTheOrderOfTheArms() {
            List<String> forwards = new ComparisonTables(ComparisonResult.of(results(GOOD, NEAR), 95, false))
                    .all()
                    .get(0)
                    .rows()
                    .get(1);
            List<String> backwards = new ComparisonTables(ComparisonResult.of(results(NEAR, GOOD), 95, false))
                    .all()
                    .get(0)
                    .rows()
                    .get(1);
            assertThat(forwards).isEqualTo(backwards).contains("near", "+1.17 [-0.73, +3.06]");
        }

        /** 200 +- 0.5 points apart in three seeds: t = 200 / (0.5 / sqrt 3) = 693, p = 2.1e-6. */
        @Test
        void thatAreSureHaveNoZeroForAProbability() {
            List<String> row = new ComparisonTables(ComparisonResult.of(
                            results(ended("a", true, 950, 955, 960), ended("b", true, 750, 750, 765)), 90, false))
                    .all()
                    .get(0)
                    .rows()
                    .get(1);
            assertThat(row.get(8)).matches("0\\.00\\d\\d");
            List<String> sure = new ComparisonTables(ComparisonResult.of(
                            results(ended("a", true, 950, 955, 960), ended("b", true, 750, 755, 760)), 90, false))
                    .all()
                    .get(0)
                    .rows()
                    .get(1);
            assertThat(sure.get(8)).as("the same difference from every seed").isEqualTo("< 0.0001");
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
        void isATableUnderItsHeading() {
            TextTable table = new TextTable("Heading", List.of("a", "b"), List.of(List.of("1", "2"), List.of("3", "")));
            assertThat(table.markdown()).isEqualTo("""
                            Heading

                            | a | b |
                            | --- | --- |
                            | 1 | 2 |
                            | 3 |  |
                            """);
        }

        @Test
        void keepsABarWithinItsCell() {
            assertThat(new TextTable("H", List.of("a"), List.of(List.of("x|y"))).markdown())
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
