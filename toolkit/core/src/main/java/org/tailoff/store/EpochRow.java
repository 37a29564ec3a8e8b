package org.tailoff.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A row of {@code epochs.parquet}, by the names of its columns.
 *
 * @param result the row
 * @param columns what columns there are
 * @param lists of equal lists, of which there are thousands, the one that is kept
 */
record EpochRow(ResultSet result, Set<String> columns, Map<List<?>, List<?>> lists) {
    String text(String column) throws SQLException {
        return result.getString(column);
    }

    int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    OptionalInt optionalInteger(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    double number(String column) throws SQLException {
        return result.getDouble(column);
    }

    /** Empty also where the file is of an earlier version, which did not have the column. */
    OptionalDouble optional(String column) throws SQLException {
        if (!columns.contains(column)) {
            return OptionalDouble.empty();
        }
        double value = result.getDouble(column);
        return result.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** What two columns make that are NULL together. */
    <T> Optional<T> pair(String first, String second, BiFunction<Double, Double, T> made) throws SQLException {
        OptionalDouble value = optional(first);
        return value.isEmpty() ? Optional.empty() : Optional.of(made.apply(value.getAsDouble(), number(second)));
    }

    <T> List<T> list(String column, Class<T> type) throws SQLException {
        List<T> values = new ArrayList<>();
        for (Object value : (Object[]) result.getArray(column).getArray()) {
            values.add(type.cast(value));
        }
        List<T> copy = List.copyOf(values);
        @SuppressWarnings("unchecked") // an equal list has elements of the same type
        List<T> kept = (List<T>) lists.computeIfAbsent(copy, each -> copy);
        return kept;
    }
}
