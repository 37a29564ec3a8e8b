package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.random.RandomCase;
import org.tailoff.random.RandomCases;

/** Tables as people have them: other separators, quotes, columns to leave out, numbers to be met. */
class CsvVariantsTest {
    private static final CsvFormat COMMAS = CsvFormat.commas(true);

    @TempDir
    Path directory;

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(CsvVariantsTest.class.getResource(name).toURI());
    }

    private static LabelledExamples all(CsvTable table) {
        return table.split(IntStream.range(0, table.count()).toArray(), 0, 0).training();
    }

    private static LabelledExamples kinds(String name, CsvFormat format) throws URISyntaxException {
        return all(CsvTable.read(resource(name), format, CsvRoles.label("kind")));
    }

    private CsvTable read(String text, CsvFormat format, CsvRoles roles) throws IOException {
        return CsvTable.read(Files.writeString(directory.resolve("a.csv"), text), format, roles);
    }

    @Nested
    class Separators {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                semicolons-decimal-commas.csv | ;   | ,
                semicolons.csv                | ;   | .
                quoted-decimal-commas.csv     | ,   | ,
                tabs.tsv                      | tab | .
                """)
        void andDecimalMarksAreThoseOfTheFormat(String name, String separator, char decimal) throws URISyntaxException {
            char character = separator.equals("tab") ? '\t' : separator.charAt(0);
            LabelledExamples rows = kinds(name, new CsvFormat(true, character, decimal));
            assertThat(rows.form()).isEqualTo("rows of 2 numbers in 3 classes: high, low, mid");
            assertThat(rows.input(0, 0)).isEqualTo(-0.128);
            assertThat(rows.input(1, 1)).isEqualTo(-1.158);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                semicolons.csv | 1 (cells parted by ';' need data.source.separator: ";")
                tabs.tsv       | 1 (cells parted by tabs need data.source.separator: tab)
                """)
        void thatAreOthersAreNamed(String name, String found) throws URISyntaxException {
            assertThatThrownBy(() -> kinds(name, COMMAS))
                    .hasMessage(resource(name) + ", line 1: expected at least 2 columns parted by commas,"
                            + " one of them for the classes, found " + found);
        }

        @Test
        void inQuotedNumbersWithCommasAreNamed() throws URISyntaxException {
            assertThatThrownBy(() -> kinds("quoted-decimal-commas.csv", COMMAS))
                    .hasMessageEndingWith("line 2, column 1 'a': expected a finite number, found '-0,128'"
                            + " (decimal commas need data.source.decimal: \",\")");
        }
    }

    @Nested
    class Cells {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                backslash-n.csv            | N;Y;\\N
                backslash.csv              | C:\\temp;C:temp;D:\\new
                backslash-before-quote.csv | a, dir\\;more;other
                cell-over-lines.csv        | one;three;two~lines
                """)
        void areThoseOfRfc4180(String name, String classes) throws URISyntaxException {
            assertThat(String.join(";", kinds(name, COMMAS).classes()).replace('\n', '~'))
                    .isEqualTo(classes.replace("\\\\", "\\"));
        }

        @Test
        void thatAreAllEmptyAreNoRow() throws URISyntaxException {
            assertThat(kinds("empty-rows.csv", COMMAS).count()).isEqualTo(60);
        }

        /** A column of this name was not found, and the label trained as 'alpha'. */
        @Test
        void keepBackslashesInHeadersToo() throws IOException {
            LabelledExamples rows = all(read("x,k\\ind\n1,\\alpha\n2,alpha\n", COMMAS, CsvRoles.label("k\\ind")));
            assertThat(rows.classes()).containsExactly("\\alpha", "alpha");
        }

        /** Lines are those of the file, however many a cell takes. */
        @Test
        void overSeveralLinesAreCountedInErrors() {
            assertThatThrownBy(() -> read("x,y\n1,\"a\nb\"\n\n?,c\n", COMMAS, CsvRoles.label("y")))
                    .hasMessageContaining(", line 5, column 1 'x': expected a finite number, found '?'");
        }

        /** The oracle is the rule for writing: quotes around the cell, quotes in it doubled. */
        @RandomCases(200)
        void areReadAsTheyWereWritten(RandomCase random) throws IOException {
            List<String> labels = new ArrayList<>(List.of("first", "second"));
            for (int row = 0; row < 5; row++) {
                labels.add("x" + random.text(random.between(1, 6)).replaceAll("[^\",;\\\\\\n a-z]", "\\\\") + "x");
            }
            StringBuilder text = new StringBuilder("x,y\r\n");
            labels.forEach(label ->
                    text.append("1,\"").append(label.replace("\"", "\"\"")).append("\"\r\n"));
            LabelledExamples rows = all(read(text.toString(), COMMAS, CsvRoles.label("y")));
            for (int row = 0; row < labels.size(); row++) {
                assertThat(rows.classes().get(rows.label(row))).isEqualTo(labels.get(row));
            }
        }
    }

    @Nested
    class Summary {
        private static String summary(LabelledExamples rows) {
            return new ExampleSets(rows.slice(0, 1), rows.slice(1, 2), rows.slice(2, rows.count())).summary();
        }

        @Test
        void countsTheClassesOfAllSetsInOneLine() throws Exception {
            assertThat(summary(all(read("1,\"b\n1\"\n2,a\n3,a\n4,c\n", CsvFormat.commas(false), CsvRoles.label("2")))))
                    .isEqualTo("4 examples in 3 classes: a (2), b 1 (1), c (1)");
            assertThat(summary(kinds("backslash-n.csv", COMMAS)))
                    .isEqualTo("60 examples in 3 classes: N (20), Y (20), \\N (20)");
        }

        @Test
        void namesTwentyOfThem() throws Exception {
            assertThat(ExampleSets.read(resource("letters"), 1).summary())
                    .startsWith("150 examples in 26 classes: 1 (")
                    .contains("), 20 (")
                    .endsWith(") and 6 more")
                    .doesNotContain(" 21 (");
        }

        @Test
        void namesTheTargets() throws IOException {
            assertThat(summary(all(read("1,2\n3,4\n", CsvFormat.commas(false), CsvRoles.targets(List.of("2"))))))
                    .isEqualTo("2 rows of 1 numbers with 1 target: 2");
        }
    }

    /** What a message says of a cell over two lines stays one line. */
    @Test
    void messagesAreOneLine() {
        assertThatThrownBy(() -> read("\"a\nb\",y\n?,c\n", COMMAS, CsvRoles.label("y")))
                .hasMessageEndingWith(", line 3, column 1 'a b': expected a finite number, found '?'");
    }

    @Nested
    class Columns {
        @ParameterizedTest
        @CsvSource({"id-column.csv, Id", "text-column.csv, place"})
        void canBeLeftOut(String name, String column) throws URISyntaxException {
            LabelledExamples rows = all(
                    CsvTable.read(resource(name), COMMAS, CsvRoles.label("kind").ignoring(List.of(column))));
            assertThat(rows.shape()).containsExactly(2);
            assertThat(rows.input(1, 0)).isEqualTo(1.887);
        }

        @Test
        void areNumberedWhereThereIsNoHeader() throws IOException {
            LabelledExamples rows = all(read(
                    "7,a,1\n8,b,2\n",
                    CsvFormat.commas(false),
                    CsvRoles.label("2").ignoring(List.of("1"))));
            assertThat(rows.input(1, 0)).isEqualTo(2);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                z   | expected a column named 'z' to ignore, found 'x', 'y'
                y   | expected every column to be named once, found column 2 'y' twice
                x   | expected a column of inputs beside those that are named, found none
                """)
        void toIgnoreMustBeThere(String ignored, String message) {
            assertThatThrownBy(() ->
                            read("x,y\n1,a\n2,b\n", COMMAS, CsvRoles.label("y").ignoring(List.of(ignored))))
                    .hasMessage(directory.resolve("a.csv") + ", line 1: " + message);
        }
    }

    @Nested
    class Regression {
        private static final String HOUSES = "rooms,price,area,tax\n3,210.5,70,1\n4,-1e3,90,2\n5,0,120,3\n";

        private LabelledExamples houses(String... targets) throws IOException {
            return all(read(HOUSES, COMMAS, CsvRoles.targets(List.of(targets))));
        }

        @Test
        void hasItsNumbersInPlaceOfClasses() throws IOException {
            LabelledExamples rows = houses("tax", "price");
            assertThat(rows).hasToString("3 rows of 2 numbers with 2 targets: tax, price");
            assertThat(rows.classifies()).isFalse();
            assertThat(rows.classes()).isEmpty();
            assertThat(rows.outputs()).isEqualTo(2);
            double[] target = new double[4];
            rows.copyTargets(1, target, 1);
            assertThat(target).containsExactly(0, 2, -1000, 0);
            assertThat(rows.input(2, 1)).isEqualTo(120);
            assertThatThrownBy(() -> rows.label(0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("there are no classes, only targets: rows of 2 numbers with 2 targets: tax, price");
        }

        /** The inputs: (3 - 4) / sqrt(2/3); the targets are as they were. */
        @Test
        void keepsItsTargetsWhenTheInputsAreStandardised() throws IOException {
            CsvTable table = read(HOUSES, COMMAS, CsvRoles.targets(List.of("price")));
            LabelledExamples rows =
                    table.split(new int[] {0, 1, 2}, 0, 0).standardised().training();
            double[] target = new double[1];
            rows.copyTargets(0, target, 0);
            assertThat(target).containsExactly(210.5);
            assertThat(rows.input(0, 0)).isEqualTo(-1 / Math.sqrt(2 / 3.0));
        }

        @Test
        void hasEveryTargetInItsFingerprint() throws IOException {
            LabelledExamples rows = houses("price");
            String same = new ExampleSets(rows, rows, rows).fingerprint();
            LabelledExamples other =
                    all(read(HOUSES.replace("210.5", "210.6"), COMMAS, CsvRoles.targets(List.of("price"))));
            assertThat(new ExampleSets(other, other, other).fingerprint()).isNotEqualTo(same);
            LabelledExamples renamed =
                    all(read(HOUSES.replace("price", "cost"), COMMAS, CsvRoles.targets(List.of("cost"))));
            assertThat(new ExampleSets(renamed, renamed, renamed).fingerprint()).isNotEqualTo(same);
        }

        @Test
        void ofWhatIsNoNumberIsNamed() {
            assertThatThrownBy(() -> read("x,y\n1,a\n", COMMAS, CsvRoles.targets(List.of("y"))))
                    .hasMessageEndingWith(", line 2, column 2 'y': expected a finite number, found 'a'");
            assertThatThrownBy(() -> read("x,y\n", COMMAS, CsvRoles.targets(List.of("y"))))
                    .hasMessageEndingWith("a.csv: expected rows of numbers, found none");
            assertThatThrownBy(() -> houses("rent"))
                    .hasMessageContaining("expected a column named 'rent' for the targets, found 'rooms', 'price'");
        }
    }

    @Nested
    class Large {
        /** 700 rows of 400 numbers are 2.1 blocks of a megabyte; the oracle is the same table in memory. */
        @Test
        void tablesInATemporaryFileAreTheSameAsInMemory() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < 700; row++) {
                for (int column = 0; column < 400; column++) {
                    text.append((row * 31 + column * 17) % 1009 / 8.0).append(',');
                }
                text.append(row % 3).append('\n');
            }
            Path file = Files.writeString(directory.resolve("large.csv"), text);
            for (CsvRoles roles : List.of(CsvRoles.label("401"), CsvRoles.targets(List.of("401", "7")))) {
                int[] order = IntStream.range(0, 700).map(row -> row * 3 % 700).toArray();
                ExampleSets inMemory =
                        CsvTable.read(file, CsvFormat.commas(false), roles).split(order, 0.2, 0.1);
                for (long most : new long[] {0, 1 << 20}) {
                    ExampleSets onDisk = CsvTable.read(file, CsvFormat.commas(false), roles, most)
                            .split(order, 0.2, 0.1);
                    assertThat(onDisk.fingerprint()).isEqualTo(inMemory.fingerprint());
                    assertThat(onDisk.standardised().fingerprint())
                            .isEqualTo(inMemory.standardised().fingerprint());
                }
            }
        }
    }
}
