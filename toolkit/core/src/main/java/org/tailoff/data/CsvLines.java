package org.tailoff.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.datavec.api.writable.Writable;

/** The lines of a file of comma-separated values, cut into cells by DataVec; blank lines are passed over. */
final class CsvLines implements Closeable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What Java puts in place of bytes that are no UTF-8. */
    private static final String REPLACEMENT = "\uFFFD";

    private final Path file;
    private final CSVRecordReader reader = new CSVRecordReader();
    private int line;
    private List<String> cells = List.of();

    /**
     * Opens the file.
     *
     * @throws DataException if there is none
     */
    CsvLines(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw DataException.of(
                    file.toString(),
                    "a file of comma-separated values",
                    Files.exists(file) ? "a directory" : "nothing");
        }
        try {
            reader.initialize(new FileSplit(file.toFile()));
        } catch (IOException e) {
            throw DataException.of(file.toString(), "a readable file", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end of the file
     * @throws DataException if a quoted cell has no end in its line, or the line is not in UTF-8
     */
    boolean next() {
        while (reader.hasNext()) {
            line++;
            cells = read().stream().map(this::text).toList();
            if (cells.stream().anyMatch(cell -> cell.contains(REPLACEMENT))) {
                throw wrong("text in UTF-8", "other bytes");
            }
            if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<Writable> read() {
        try {
            return reader.next();
        } catch (RuntimeException e) {
            throw e.getCause() instanceof IOException ? wrong("an end to every quoted cell", "none") : e;
        }
    }

    /** Spreadsheets put a mark before the first cell of a file. */
    private String text(Writable cell) {
        return (line == 1 ? cell.toString().replace(BYTE_ORDER_MARK, "") : cell.toString()).strip();
    }

    /** The cells of this line, without the space around them. */
    List<String> cells() {
        return cells;
    }

    /** An error of this line. */
    DataException wrong(String expected, String found) {
        return DataException.in(file.toString(), "line " + line, expected, found);
    }

    /** An error of one cell of this line; {@code column} says which. */
    DataException wrong(String column, String expected, String found) {
        return DataException.in(file.toString(), "line " + line + ", " + column, expected, "'" + found + "'");
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            // Everything wanted has been read by now, or a better error is on its way.
        }
    }
}
