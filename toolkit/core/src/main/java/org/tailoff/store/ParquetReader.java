package org.tailoff.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/** Reads one Parquet file through DuckDB, in the order of its rows. */
final class ParquetReader {
    private final Path file;

    ParquetReader(Path file) {
        this.file = file;
    }

    /** Makes a value of one row. */
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** The rows of the file, as a table of a query. */
    String rows() {
        return DuckDb.parquet(file);
    }

    /**
     * Reads what a query gives.
     *
     * @param select what to select
     * @param rest what follows the FROM clause, with {@code ?} for each argument
     */
    <T> Stream<T> read(String select, String rest, RowMapper<T> mapper, Object... arguments) {
        String query = "SELECT " + select + " FROM " + rows() + " " + rest;
        try (DuckDBConnection connection = DuckDb.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return rows(statement, mapper);
        } catch (SQLException e) {
            throw new RunStoreException("Reading " + file + " failed", e);
        }
    }

    private static <T> Stream<T> rows(PreparedStatement statement, RowMapper<T> mapper) throws SQLException {
        Stream.Builder<T> rows = Stream.builder();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(mapper.map(result));
            }
        }
        return rows.build();
    }
}
