package org.tailoff.data;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a table, cut into cells by Commons CSV as RFC 4180 says: in quotes a cell may hold separators, doubled
 * quotes and ends of lines, and a backslash is a letter like any other. Lines without anything in their cells are
 * passed over.
 */
final class CsvLines implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What Java puts in place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final List<String> SEPARATORS = List.of(";", "\t", "|");

    private final Path file;
    private final CsvFormat format;
    private final CsvNumber number;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long line;
    private String[] cells = {};

    /**
     * Opens the file.
     *
     * @throws DataException if there is none
     */
    CsvLines(Path file, CsvFormat format) {
        this.file = file;
        this.format = format;
        number = new CsvNumber(format.decimal());
        if (!Files.isRegularFile(file)) {
            throw DataException.of(
                    file.toString(),
                    "a file of comma-separated values",
                    Files.exists(file) ? "a directory" : "nothing");
        }
        try {
            parser = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(format.separator())
                    .setIgnoreSurroundingSpaces(true)
                    .get()
                    .parse(text(file));
        } catch (IOException e) {
            throw DataException.of(file.toString(), "a readable file", e.toString());
        }
        records = parser.iterator();
    }

    /** Spreadsheets put a mark before the first cell of a file. */
    private static Reader text(Path file) throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end of the file
     * @throws DataException if a quoted cell has no end, or the line is not in UTF-8
     */
    boolean next() {
        do {
            line = parser.getCurrentLineNumber() + 1;
            if (!hasNext()) {
                return false;
            }
            cells = records.next().values();
            for (int i = 0; i < cells.length; i++) {
                if (cells[i].indexOf(REPLACEMENT) >= 0) {
                    throw wrong("text in UTF-8", "other bytes");
                }
                cells[i] = cells[i].strip();
            }
        } while (Arrays.stream(cells).allMatch(String::isEmpty));
        return true;
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw String.valueOf(e.getMessage()).contains("EOF")
                    ? wrong("an end to every quoted cell", "none")
                    : wrong("quoted cells with every quote in them doubled", "a quote in the midst of one");
        }
    }

    /** The cells of this line, without the space around them; valid until the next one. */
    String[] cells() {
        return cells;
    }

    /** How the numbers of this file are written. */
    CsvNumber number() {
        return number;
    }

    /** Checks that this line has as many cells as the first. */
    void requireCells(int count) {
        if (cells.length != count) {
            throw wrong(count + " columns as in the first line", Integer.toString(cells.length));
        }
    }

    /**
     * The numbers in some cells of this line.
     *
     * @param columns what messages call them
     * @param places indices of the cells
     * @param target receives a number for each place
     * @return {@code target}
     * @throws DataException if a cell is not a finite number
     */
    double[] numbers(CsvColumns columns, int[] places, double[] target) {
        for (int k = 0; k < places.length; k++) {
            String cell = cells[places[k]];
            target[k] = number.parse(cell);
            if (!Double.isFinite(target[k])) {
                String hint = number.otherDecimal(cell) + otherSeparator(cell);
                throw wrong(columns.names().get(places[k]), "a finite number", "'" + cell + "'" + hint);
            }
        }
        return target;
    }

    String separators() {
        return format.separators();
    }

    /** What to say of a cell that looks like several. */
    String otherSeparator(String cell) {
        return SEPARATORS.stream()
                .filter(each -> each.charAt(0) != format.separator() && cell.contains(each))
                .findFirst()
                .map(each -> String.format(
                        Locale.ROOT,
                        " (cells parted by %s need data.source.separator: %s)",
                        each.equals("\t") ? "tabs" : "'" + each + "'",
                        each.equals("\t") ? "tab" : "\"" + each + "\""))
                .orElse("");
    }

    /** An error of this line. */
    DataException wrong(String expected, String found) {
        return DataException.in(file.toString(), "line " + line, expected, found);
    }

    /** An error of one cell of this line; {@code column} says which. */
    DataException wrong(String column, String expected, String found) {
        return DataException.in(file.toString(), "line " + line + ", " + column, expected, found);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            // Everything wanted has been read by now, or a better error is on its way.
        }
    }
}
