package org.tailoff.data;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Collects what belongs to the rows of a table that is being read. */
sealed interface CsvTargets extends AutoCloseable {
    /**
     * Begins to collect.
     *
     * @param columns of the table
     * @param roles what they are for
     * @param file what messages call it
     * @param mostInMemory bytes of numbers; more go into a temporary file
     */
    static CsvTargets of(CsvColumns columns, CsvRoles roles, Path file, long mostInMemory) {
        return roles.classes()
                ? new Classes(columns.outputs()[0], new LinkedHashMap<>(), IntStream.builder())
                : new Numbers(
                        roles.outputs(),
                        columns.outputs(),
                        new NumberTable.Builder(columns.outputs().length, file.toString(), mostInMemory));
    }

    /**
     * Takes what belongs to the row of a line.
     *
     * @throws DataException if it is empty or no number
     */
    void add(CsvLines lines, CsvColumns columns);

    /**
     * What belongs to all rows.
     *
     * @param file what messages call it
     * @param columns of the table
     * @param number how numbers are written in it
     * @throws DataException if there are fewer than two classes, or no rows
     */
    Targets build(Path file, CsvColumns columns, CsvNumber number);

    @Override
    void close();

    /**
     * The classes, numbered as they come.
     *
     * @param column where they are
     * @param numbers by name, in the order of their first rows
     * @param labels of the rows
     */
    record Classes(int column, Map<String, Integer> numbers, IntStream.Builder labels) implements CsvTargets {
        @Override
        public void add(CsvLines lines, CsvColumns columns) {
            String label = lines.cells()[column];
            if (label.isEmpty()) {
                throw lines.wrong(columns.names().get(column), "a class", "''");
            }
            Integer known = numbers.putIfAbsent(label, numbers.size());
            labels.add(known == null ? numbers.size() - 1 : known);
        }

        /** The classes sorted, as numbers if all of them are, else as text. */
        @Override
        public Targets build(Path file, CsvColumns columns, CsvNumber number) {
            List<String> found = List.copyOf(numbers.keySet());
            if (found.size() < 2) {
                throw DataException.of(
                        file.toString(),
                        "at least 2 classes in " + columns.names().get(column),
                        found.isEmpty() ? "no rows" : "'" + found.get(0) + "' alone");
            }
            Comparator<String> order = found.stream().allMatch(number::matches)
                    ? Comparator.comparingDouble(number::parse).thenComparing(Comparator.naturalOrder())
                    : Comparator.naturalOrder();
            List<String> sorted = found.stream().sorted(order).toList();
            int[] places = found.stream().mapToInt(sorted::indexOf).toArray();
            return new Targets.Classes(
                    sorted, labels.build().map(label -> places[label]).toArray());
        }

        @Override
        public void close() {}
    }

    /**
     * Numbers that are to be met.
     *
     * @param names of their columns
     * @param places of their columns
     * @param values collects them
     */
    record Numbers(List<String> names, int[] places, NumberTable.Builder values) implements CsvTargets {
        @Override
        public void add(CsvLines lines, CsvColumns columns) {
            values.add(lines.numbers(columns, places, new double[places.length]));
        }

        @Override
        public Targets build(Path file, CsvColumns columns, CsvNumber number) {
            NumberTable all = values.build();
            if (all.rows() == 0) {
                throw DataException.of(file.toString(), "rows of numbers", "none");
            }
            return new Targets.Numbers(names, all);
        }

        @Override
        public void close() {
            values.close();
        }
    }
}
