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
 * <p>What is appended is gathered: iterations until they are a block's worth, epochs until {@link #commit}. A block's
 * worth is committed to DuckDB's log, {@code run.duckdb.wal}, without waiting for the device: that survives the death
 * of the process. Epochs wait for the device, and so do all the iterations before them. The log is folded into
 * {@code run.duckdb} when it is large, which bounds the memory that DuckDB needs.
 */
final class RunDatabase implements AutoCloseable {
    static final long LARGE_LOG_BYTES = 64L << 20;
    /** Rows of a full chunk. */
    private static final int CHUNK = 2048;

    /** Of some thousand weights each, a megabyte or two. */
    private static final int GATHERED_EPOCHS = 250;
    /**
     * Statements of a recording are tiny and many: planning them plainly is cheaper, and so is storing doubles that do
     * not compress.
     */
    private static final String RECORDING =
            "SET wal_autocheckpoint = '1TB'; PRAGMA disable_optimizer;" + " SET force_compression = 'uncompressed'";

    private static final String FORCED = "SET fsync_mode = 'STANDARD'";
    private static final String UNFORCED = "SET fsync_mode = 'NONE'";
    /**
     * Version 2 splits doubles into streams of bytes, which compress best. A dictionary would turn -0.0 into 0.0 and
     * mix up NaNs.
     */
    private static final String PARQUET =
            " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 0, USE_TMP_FILE false";

    private final Log log;
    private final DuckDBConnection connection;
    private final IterationTable table;
    private DuckDBAppender iterations;
    private EpochTable epochs;
    /** Whether the iterations have chunks that are not full. */
    private boolean sorted;

    private long appended;
    private int gatheredIterations;
    private int gatheredEpochs;

    /**
     * DuckDB's log.
     *
     * @param file where it is
     * @param large size from which it is folded
     */
    private record Log(Path file, long large) {
        long bytes() throws IOException {
            return Files.exists(file) ? Files.size(file) : 0;
        }
    }

    private RunDatabase(Log log, DuckDBConnection connection, IterationTable table) {
        this.log = log;
        this.connection = connection;
        this.table = table;
    }

    /** Opens the database of a run, making it if there is none. */
    static RunDatabase open(RunDirectory directory, RunSetup setup) throws SQLException {
        return open(directory, setup, LARGE_LOG_BYTES);
    }

    /** The same with another size from which the log is folded. */
    static RunDatabase open(RunDirectory directory, RunSetup setup, long largeLog) throws SQLException {
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
            for (String definition : EpochTable.DEFINITIONS) {
                DuckDb.execute(connection, definition);
            }
            DuckDb.execute(connection, UNFORCED);
            return new RunDatabase(new Log(directory.databaseLog(), largeLog), connection, table);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Deletes everything after an epoch; returns the number of iterations that are left. */
    long keepUntil(int epoch) throws SQLException {
        sorted = true;
        DuckDb.execute(connection, "DELETE FROM " + IterationTable.NAME + " WHERE epoch > " + epoch);
        DuckDb.execute(connection, "DELETE FROM " + EpochTable.NAME + " WHERE epoch > " + epoch);
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

    /** Appends a block, and commits the iterations if they are a block's worth. */
    void append(IterationBlock block) throws SQLException, IOException {
        if (iterations == null) {
            iterations = connection.createAppender("run", "main", IterationTable.NAME);
        }
        for (int row = 0; row < block.rows(); row++) {
            table.append(iterations, block, row);
            gatheredIterations++;
            appended++;
            if (appended % CHUNK == 0) {
                commitIterations();
            }
        }
        if (gatheredIterations >= IterationBlock.MAX_ROWS) {
            commitIterations();
        }
    }

    /** Appends an epoch, and commits everything if the epochs have become many. */
    void append(EpochRecord record) throws SQLException, IOException {
        if (epochs == null) {
            epochs = new EpochTable(connection);
        }
        epochs.append(record);
        gatheredEpochs++;
        if (gatheredEpochs >= GATHERED_EPOCHS) {
            commit();
        }
    }

    /** Commits what was appended; all epochs, and all iterations before the last of them, are then on the device. */
    void commit() throws SQLException, IOException {
        commitIterations();
        if (gatheredEpochs > 0) {
            DuckDb.execute(connection, FORCED);
            epochs.flush();
            DuckDb.execute(connection, UNFORCED);
            gatheredEpochs = 0;
            foldLargeLog();
        }
    }

    private void commitIterations() throws SQLException, IOException {
        if (gatheredIterations > 0) {
            iterations.flush();
            gatheredIterations = 0;
            foldLargeLog();
        }
    }

    /** After folding DuckDB begins a new chunk, so it waits until the last one is full, but not for long. */
    private void foldLargeLog() throws SQLException, IOException {
        boolean full = appended % CHUNK == 0;
        if (log.bytes() > (full ? log.large : 2 * log.large)) {
            sorted |= !full;
            DuckDb.execute(connection, FORCED);
            DuckDb.execute(connection, "CHECKPOINT run");
            DuckDb.execute(connection, UNFORCED);
        }
    }

    /** Writes the two Parquet files of what was committed; equal rows give equal bytes. */
    void export(Path iterationsFile, Path epochsFile) throws SQLException {
        DuckDb.execute(connection, "PRAGMA enable_optimizer");
        copy(table.exportQuery(sorted), iterationsFile, "");
        for (String preparation : EpochTable.EXPORT_PREPARATIONS) {
            DuckDb.execute(connection, preparation);
        }
        copy(EpochTable.EXPORT_QUERY, epochsFile, EpochTable.ROW_GROUPS);
    }

    private void copy(String query, Path file, String options) throws SQLException {
        DuckDb.execute(connection, "COPY (" + query + ") TO " + DuckDb.literal(file) + PARQUET + options + ")");
    }

    /** Makes {@link #close} leave the log as it is, for a database that is about to be deleted. */
    void leaveLog() throws SQLException {
        DuckDb.execute(connection, "SET checkpoint_on_detach = 'DISABLED'");
    }

    /** Folds the log into the database and closes it. */
    @Override
    public void close() throws SQLException {
        DuckDBAppender first = iterations;
        EpochTable second = epochs;
        try (connection;
                second;
                first) {
            DuckDb.execute(connection, FORCED);
        }
    }
}
