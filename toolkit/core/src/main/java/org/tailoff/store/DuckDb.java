package org.tailoff.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** Connections to DuckDB as this package wants them, and SQL text. */
final class DuckDb {
    /**
     * One thread keeps the order of rows, the bytes of files and the load of the machine what they are; no extension is
     * ever fetched.
     */
    private static final String SETTINGS = "SET threads = 1; SET memory_limit = '256MB';"
            + " SET autoinstall_known_extensions = false; SET autoload_known_extensions = false";

    private DuckDb() {}

    /** Opens a connection to a new database in memory. */
    static DuckDBConnection connect() throws SQLException {
        DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        execute(connection, SETTINGS);
        return connection;
    }

    static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A text as an SQL literal. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A path as an SQL literal that names this file alone. */
    static String literal(Path path) {
        return literal(path.toAbsolutePath().toString());
    }

    /** The rows of a Parquet file; characters that DuckDB would take for a pattern are bracketed. */
    static String parquet(Path file) {
        return "read_parquet(" + literal(file.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]"))
                + ", file_row_number = true)";
    }
}
