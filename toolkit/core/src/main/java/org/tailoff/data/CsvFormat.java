package org.tailoff.data;

/**
 * How a table is written down: by RFC 4180 but for these.
 *
 * @param header whether the first line names the columns
 * @param separator what stands between two cells
 * @param decimal what stands before the decimals of a number, a point or a comma
 */
public record CsvFormat(boolean header, char separator, char decimal) {
    /**
     * Cells parted by commas, numbers with a decimal point.
     *
     * @param header whether the first line names the columns
     * @return the format
     */
    public static CsvFormat commas(boolean header) {
        return new CsvFormat(header, ',', '.');
    }

    /** What messages call the separator. */
    String separators() {
        return switch (separator) {
            case ',' -> "commas";
            case '\t' -> "tabs";
            default -> "'" + separator + "'";
        };
    }
}
