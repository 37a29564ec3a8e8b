package org.tailoff.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;

/**
 * The database of a run in progress. Opened by one thread, then used and closed by one other.
 *
 * <p>A block is committed to DuckDB's log, {@code run.duckdb.wal}, without waiting for the device: that survives the death of the
 * process. An epoch waits for the device, and so do all the blocks before it. The log is folded into {@code run.duckdb} when it is
 * large, which bounds the memory that DuckDB needs.
 */
final class RunDatabase implements AutoCloseable {
    static final long LARGE_LOG_BYTES = 64L << 20;
    /** Statements of a recording are tiny and many: planning them plainly is cheaper, and so is storing doubles that do not compress. */
    private static final String RECORDING =
            "SET wal_autocheckpoint = '1TB'; PRAGMA disable_optimizer;" + " SET force_compression = 'uncompressed'";

    private static final String FORCED = "SET fsync_mode = 'STANDARD'";
    private static final String UNFORCED = "SET fsync_mode = 'NONE'";
    /** Version 2 splits doubles into streams of bytes, which compress best. A dictionary would turn -0.0 into 0.0 and mix up NaNs. */
    private static final String PARQUET =
            " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 0, USE_TMP_FILE false)";

    private final Path log;
    private final DuckDBConnection connection;
    private final IterationTable table;
    private DuckDBAppender iterations;
    private DuckDBAppender epochs;
    private boolean rowsDeleted;

    private RunDatabase(Path log, DuckDBConnection connection, IterationTable table) {
        this.log = log;
        this.connection = connection;
        this.table = table;
    }

    /** Opens the database of a run, making it if there is none. */
    static RunDatabase open(RunDirectory directory, RunSetup setup) throws SQLException {
        DuckDBConnection connection = DuckDb.connect();
        try {
            DuckDb.execute(connection, RECORDING);
            DuckDb.execute(connection, "SET temp_directory = " + DuckDb.literal(directory.databaseOverflow()));
            DuckDb.execute(
                    connection,
                    "ATTACH " + DuckDb.literal(directory.database()) + " AS run (STORAGE_VERSION 'v1.0.0'); USE run");
            IterationTable table = new IterationTable(setup);
            for (String definition : table.definitions()) {
                DuckDb.execute(connection, definition);
            }
            DuckDb.execute(connection, EpochTable.DEFINITION);
            DuckDb.execute(connection, UNFORCED);
            return new RunDatabase(directory.databaseLog(), connection, table);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Deletes everything after an epoch; returns the number of iterations that are left. */
    long keepUntil(int epoch) throws SQLException {
        rowsDeleted = true;
        for (String name : new String[] {IterationTable.NAME, EpochTable.NAME}) {
            DuckDb.execute(connection, "DELETE FROM " + name + " WHERE epoch > " + epoch);
        }
        return number("SELECT count(*) FROM " + IterationTable.NAME);
    }

    /** Number of the last iteration; -1 if there is none. */
    long lastIteration() throws SQLException {
        return number("SELECT coalesce(max(iteration), -1) FROM " + IterationTable.NAME);
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Appends a block and commits it. */
    void append(IterationBlock block) throws SQLException, IOException {
        if (iterations == null) {
            iterations = connection.createAppender("run", "main", IterationTable.NAME);
        }
        table.append(iterations, block);
        iterations.flush();
        if (isLogLarge()) {
            DuckDb.execute(connection, FORCED);
            foldLog();
            DuckDb.execute(connection, UNFORCED);
        }
    }

    /** Appends an epoch, commits it and waits until it and all before it are on the device. */
    void append(EpochRecord record) throws SQLException {
        if (epochs == null) {
            epochs = connection.createAppender("run", "main", EpochTable.NAME);
        }
        EpochTable.append(epochs, record);
        DuckDb.execute(connection, FORCED);
        epochs.flush();
        DuckDb.execute(connection, UNFORCED);
    }

    private boolean isLogLarge() throws IOException {
        return Files.exists(log) && Files.size(log) > LARGE_LOG_BYTES;
    }

    private void foldLog() throws SQLException {
        DuckDb.execute(connection, "CHECKPOINT run");
    }

    /** Writes the two Parquet files; equal rows give equal bytes. */
    void export(Path iterationsFile, Path epochsFile) throws SQLException {
        DuckDb.execute(connection, "PRAGMA enable_optimizer");
        copy(table.exportQuery(rowsDeleted), iterationsFile);
        copy(EpochTable.EXPORT_QUERY, epochsFile);
    }

    private void copy(String query, Path file) throws SQLException {
        DuckDb.execute(connection, "COPY (" + query + ") TO " + DuckDb.literal(file) + PARQUET);
    }

    /** Makes {@link #close} leave the log as it is, for a database that is about to be deleted. */
    void leaveLog() throws SQLException {
        DuckDb.execute(connection, "SET checkpoint_on_detach = 'DISABLED'");
    }

    /** Folds the log into the database and closes it. */
    @Override
    public void close() throws SQLException {
        DuckDBAppender first = iterations;
        DuckDBAppender second = epochs;
        try (connection;
                second;
                first) {
            DuckDb.execute(connection, FORCED);
        }
    }
}
