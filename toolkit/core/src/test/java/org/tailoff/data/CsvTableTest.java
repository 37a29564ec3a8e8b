package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
    private static final String FRUIT = "weight,fruit,colour\n150,apple,0.3\n-7.5e1,plum,.5\n120,apple,+2.\n";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("fruit.csv");
    }

    private CsvTable read(String text, boolean header, String label) throws IOException {
        return CsvTable.read(Files.writeString(file, text), CsvFormat.commas(header), CsvRoles.label(label));
    }

    private static LabelledExamples all(CsvTable table) {
        return table.split(IntStream.range(0, table.count()).toArray(), 0, 0).training();
    }

    private static void isFruit(LabelledExamples rows) {
        assertThat(rows).hasToString("3 rows of 2 numbers in 2 classes: apple, plum");
        DoubleBuffer values = DoubleBuffer.allocate(6);
        rows.copyInputs(new int[] {0, 1, 2}, 0, 3, values);
        assertThat(values.array()).containsExactly(150, 0.3, -75, 0.5, 120, 2);
        assertThat(IntStream.range(0, 3).map(rows::label)).containsExactly(0, 1, 0);
    }

    @Nested
    class Reading {
        @Test
        void theLabelIsAColumnOfTheHeader() throws IOException {
            isFruit(all(read(FRUIT, true, "fruit")));
        }

        @Test
        void orItsNumberWhereThereIsNone() throws IOException {
            isFruit(all(read(FRUIT.substring(FRUIT.indexOf('\n') + 1), false, "2")));
        }

        /** As spreadsheets write it: with a byte order mark, quotes, spaces, carriage returns and an empty end. */
        @Test
        void whatSpreadsheetsAddIsTakenOff() throws IOException {
            String text = "\uFEFF" + FRUIT.replace("plum", " \"plum\"").replace("\n", "\r\n") + "\r\n \r\n";
            isFruit(all(read(text, true, "fruit")));
            isFruit(all(read(
                    text.replace("weight,fruit", "fruit,weight")
                            .replace("150,apple", "apple,150")
                            .replace("-7.5e1, \"plum\"", "plum,-7.5e1")
                            .replace("120,apple", "apple,120"),
                    true,
                    "fruit")));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                10 9 2.5  | 2.5, 9, 10
                10 9 b    | 10, 9, b
                """)
        void classesAreSortedAsNumbersIfTheyAreNumbers(String labels, String sorted) throws IOException {
            String text = "1," + labels.replace(" ", "\n1,");
            assertThat(String.join(", ", all(read(text, false, "2")).classes())).isEqualTo(sorted);
        }
    }

    @Nested
    class Splitting {
        private CsvTable ten() throws IOException {
            StringBuilder text = new StringBuilder();
            IntStream.range(0, 10).forEach(row -> text.append(row).append(row % 2 == 0 ? ",even\n" : ",odd\n"));
            return read(text.toString(), false, "2");
        }

        @Test
        void theSetsFollowEachOtherInTheGivenOrder() throws IOException {
            ExampleSets sets = ten().split(new int[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}, 0.2, 0.3);
            assertThat(sets.training()).hasToString("5 rows of 1 numbers in 2 classes: even, odd");
            assertThat(sets.training().input(0, 0)).isEqualTo(9);
            assertThat(sets.training().label(0)).isEqualTo(1);
            assertThat(sets.validation().count()).isEqualTo(2);
            assertThat(sets.validation().input(0, 0)).isEqualTo(4);
            assertThat(sets.test().count()).isEqualTo(3);
            assertThat(sets.test().input(2, 0)).isZero();
        }

        @Test
        void aShareOfZeroIsAnEmptySetAndAnyOtherAtLeastARow() throws IOException {
            int[] order = IntStream.range(0, 10).toArray();
            assertThat(ten().split(order, 0, 0.01).validation().count()).isZero();
            assertThat(ten().split(order, 0, 0.01).test().count()).isEqualTo(1);
        }

        @Test
        void rowsThatLeaveNoneForTrainingAreTooFew() throws IOException {
            CsvTable two = read("1,a\n2,b\n", false, "2");
            assertThatThrownBy(() -> two.split(new int[] {0, 1}, 0.1, 0.1))
                    .isInstanceOf(DataException.class)
                    .hasMessage(file + ": expected enough rows for training beside validation and test, found 2");
        }
    }

    @Nested
    class Standardised {
        /**
         * By hand: the training inputs 1, 3 have mean 2 and deviation 1; 0.1 three times has a mean that is not 0.1.
         */
        @Test
        void theTrainingRowsAloneSayWhatTheScaleIs() throws IOException {
            CsvTable table = read("1,0.1,a\n3,0.1,b\n2,0.1,a\n7,0.6,b\n-2,0.1,a\n", false, "3");
            ExampleSets sets = table.split(new int[] {0, 1, 2, 3, 4}, 0.2, 0.2).standardised();
            double deviation = Math.sqrt(2 / 3.0);
            assertThat(IntStream.range(0, 3)
                            .mapToDouble(row -> sets.training().input(row, 0))
                            .toArray())
                    .containsExactly(new double[] {-1 / deviation, 1 / deviation, 0}, within(1e-15));
            assertThat(sets.training().unusedInputs()).containsExactly(1);
            assertThat(sets.validation().input(0, 0)).isCloseTo(5 / deviation, within(1e-14));
            assertThat(sets.validation().input(0, 1)).isEqualTo(0.5);
            assertThat(sets.test().input(0, 0)).isCloseTo(-4 / deviation, within(1e-14));
            assertThat(sets.test().label(0)).isZero();
        }
    }

    @Nested
    class Wrong {
        @Test
        void anotherEncodingIsNamed() throws IOException {
            Files.write(file, FRUIT.replace("plum", "pl\u00fcm").getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> CsvTable.read(file, CsvFormat.commas(true), CsvRoles.label("fruit")))
                    .isInstanceOf(DataException.class)
                    .hasMessage(file + ", line 3: expected text in UTF-8, found other bytes");
        }

        /** 1e308 squared is infinite, 1e-308 squared is 0. */
        @ParameterizedTest
        @CsvSource({"1e308, Infinity", "1e-308, 0.0"})
        void numbersWithoutAFiniteDeviationAreNotStandardised(String number, String deviation) throws IOException {
            CsvTable table = read("1," + number + ",a\n2,-" + number + ",b\n", false, "3");
            ExampleSets sets = table.split(new int[] {0, 1}, 0, 0);
            assertThatThrownBy(sets::standardised)
                    .isInstanceOf(DataException.class)
                    .hasMessage("standardised input 2: expected a finite standard deviation > 0, found " + deviation);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                150     | nan       | , line 2, column 1 'weight': expected a finite number, found 'nan'
                150     | 1e999     | , line 2, column 1 'weight': expected a finite number, found '1e999'
                ,.5     | ,1d        | , line 3, column 3 'colour': expected a finite number, found '1d'
                ,.5     | ,        | , line 3, column 3 'colour': expected a finite number, found ''
                ,.5     | ,0x1p3     | , line 3, column 3 'colour': expected a finite number, found '0x1p3'
                ,.5     | ,1,2       | , line 3: expected 3 columns as in the first line, found 4
                ,.5     | ``        | , line 3: expected 3 columns as in the first line, found 2
                plum    | ``        | , line 3, column 2 'fruit': expected a class, found ''
                plum    | apple     | : expected at least 2 classes in column 2 'fruit', found 'apple' alone
                ,fruit  | ,Fruit    | , line 1: expected a column named 'fruit' for the classes, found 'weight', 'Fruit', 'colour'
                weight  | fruit     | , line 1: expected one column named 'fruit' for the classes, found several
                plum    | "plum     | , line 3: expected an end to every quoted cell, found none
                plum    | "pl"um    | , line 3: expected quoted cells with every quote in them doubled, found a quote in the midst of one
                ,.5     | ,"0,5"    | , line 3, column 3 'colour': expected a finite number, found '0,5' (decimal commas need data.source.decimal: ",")
                ,.5     | ,1;2      | , line 3, column 3 'colour': expected a finite number, found '1;2' (cells parted by ';' need data.source.separator: ";")
                """)
        void isNamedWithItsLineAndColumn(String good, String bad, String message) {
            String text = FRUIT.replace(good, bad);
            assertThatThrownBy(() -> read(text, true, "fruit"))
                    .isInstanceOf(DataException.class)
                    .hasMessage(file + message);
        }

        @ParameterizedTest
        @CsvSource({"0", "4", "-1", "fruit", "1.0"})
        void aLabelThatIsNoColumnIsNamedWithThose(String label) {
            assertThatThrownBy(() -> read("1,2,a\n", false, label))
                    .hasMessage(file + ", line 1: expected column '" + label
                            + "' for the classes, a number where there is no header, found columns 1 to 3");
        }

        @Test
        void aHeaderThatWasNotAnnouncedIsNoNumber() {
            assertThatThrownBy(() -> read(FRUIT, false, "2"))
                    .hasMessage(file + ", line 1, column 1: expected a finite number, found 'weight'");
        }

        @Test
        void anotherSeparatorGivesASingleColumn() {
            assertThatThrownBy(() -> read(FRUIT.replace(',', ';'), true, "fruit"))
                    .hasMessage(file
                            + ", line 1: expected at least 2 columns parted by commas, one of them for the classes,"
                            + " found 1 (cells parted by ';' need data.source.separator: \";\")");
        }

        @Test
        void aFileWithoutRowsIsNamed() {
            assertThatThrownBy(() -> read("", true, "fruit"))
                    .hasMessage(file + ": expected rows of numbers with their classes, found an empty file");
            assertThatThrownBy(() -> read("weight,fruit\n", true, "fruit"))
                    .hasMessage(file + ": expected at least 2 classes in column 2 'fruit', found no rows");
        }

        @Test
        void aMissingFileAndADirectoryAreNamed() {
            assertThatThrownBy(() -> CsvTable.read(file, CsvFormat.commas(true), CsvRoles.label("fruit")))
                    .hasMessage(file + ": expected a file of comma-separated values, found nothing");
            assertThatThrownBy(() -> CsvTable.read(directory, CsvFormat.commas(true), CsvRoles.label("fruit")))
                    .hasMessage(directory + ": expected a file of comma-separated values, found a directory");
        }
    }
}
