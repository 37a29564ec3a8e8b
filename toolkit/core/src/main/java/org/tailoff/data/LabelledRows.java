package org.tailoff.data;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of numbers with their classes or targets, as a table holds them. */
public final class LabelledRows implements LabelledExamples {
    private final Store store;
    private final int from;
    private final int count;

    /**
     * What slices share.
     *
     * @param order the rows of {@code numbers} and {@code targets} as they follow each other here
     * @param scale what is done to each number as it is read; nothing if empty
     * @param largest no number, scaled, is of greater magnitude
     */
    private record Store(
            NumberTable numbers, Targets targets, int[] order, Optional<Standardisation> scale, double largest) {}

    private LabelledRows(Store store, int from, int count) {
        this.store = store;
        this.from = from;
        this.count = count;
    }

    /**
     * Rows from numbers; what is given is copied.
     *
     * @param classes at least two names, all different
     * @param inputs numbers in a row, at least 1
     * @param values labels.length x inputs finite numbers, row by row
     * @param labels one per row, each in [0, number of classes - 1]
     * @return as many rows as there are labels
     * @throws IllegalArgumentException if there are fewer classes, a class is named twice, or {@code values} has
     *     another length or holds a number that is not finite
     * @throws IndexOutOfBoundsException if a label is outside its range
     */
    public static LabelledRows of(List<String> classes, int inputs, double[] values, int[] labels) {
        return of(numbers(inputs, values, labels.length), new Targets.Classes(classes, labels.clone()));
    }

    /**
     * Rows with numbers that are to be met; what is given is copied.
     *
     * @param names of the targets, at least one
     * @param inputs numbers in a row, at least 1
     * @param values rows x inputs finite numbers, row by row
     * @param targets rows x names finite numbers, row by row
     * @return the rows
     * @throws IllegalArgumentException if the lengths do not agree or a number is not finite
     */
    public static LabelledRows of(List<String> names, int inputs, double[] values, double[] targets) {
        int rows = targets.length / Math.max(1, names.size());
        NumberTable wanted = numbers(names.size(), targets, rows);
        return of(numbers(inputs, values, rows), new Targets.Numbers(List.copyOf(names), wanted));
    }

    private static NumberTable numbers(int columns, double[] values, int rows) {
        if (columns < 1 || values.length != (long) columns * rows) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "values must have length %d x %d, a row at least 1: %d",
                    rows,
                    columns,
                    values.length));
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("values must be finite: " + value);
            }
        }
        try (NumberTable.Builder table = new NumberTable.Builder(columns, "rows", NumberTable.MOST_IN_MEMORY)) {
            double[] row = new double[columns];
            for (int start = 0; start < values.length; start += columns) {
                System.arraycopy(values, start, row, 0, columns);
                table.add(row);
            }
            return table.build();
        }
    }

    /** All rows of a table. */
    static LabelledRows of(NumberTable numbers, Targets targets) {
        return of(numbers, targets, IntStream.range(0, numbers.rows()).toArray());
    }

    /** Rows of a table in an order, which is not copied. */
    static LabelledRows of(NumberTable numbers, Targets targets, int[] order) {
        return new LabelledRows(
                new Store(numbers, targets, order, Optional.empty(), numbers.largest()), 0, order.length);
    }

    /** The same rows, each number brought to another scale as it is read. */
    LabelledRows standardised(Standardisation scale) {
        if (store.scale().isPresent()) {
            throw new IllegalStateException("rows are standardised once");
        }
        LabelledRows scaled = new LabelledRows(
                new Store(store.numbers(), store.targets(), store.order(), Optional.of(scale), 0), from, count);
        double largest = 0;
        double[] row = new double[inputs()];
        for (int i = 0; i < count; i++) {
            scaled.copyInputs(i, row, 0);
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return new LabelledRows(
                new Store(store.numbers(), store.targets(), store.order(), Optional.of(scale), largest), from, count);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int inputs() {
        return store.numbers().columns();
    }

    /** {@return the number of columns} */
    @Override
    public List<Integer> shape() {
        return List.of(inputs());
    }

    @Override
    public List<String> classes() {
        return store.targets() instanceof Targets.Classes classes ? classes.names() : List.of();
    }

    @Override
    public int outputs() {
        return store.targets().names().size();
    }

    @Override
    public String form() {
        return "rows of " + inputs() + " numbers " + store.targets().form();
    }

    @Override
    public LabelledRows slice(int from, int to) {
        Objects.checkFromToIndex(from, to, count);
        return new LabelledRows(store, this.from + from, to - from);
    }

    @Override
    public int label(int row) {
        if (store.targets() instanceof Targets.Classes classes) {
            return classes.labels()[at(row)];
        }
        throw new IllegalStateException("there are no classes, only targets: " + form());
    }

    @Override
    public void copyTargets(int row, double[] target, int offset) {
        if (store.targets() instanceof Targets.Numbers wanted) {
            wanted.values().copy(at(row), target, offset);
        } else {
            LabelledExamples.super.copyTargets(row, target, offset);
        }
    }

    /** Where a row of this slice lies in the table. */
    private int at(int row) {
        return store.order()[from + Objects.checkIndex(row, count)];
    }

    @Override
    public double input(int row, int index) {
        double value = store.numbers().get(at(row), Objects.checkIndex(index, inputs()));
        return store.scale().isPresent() ? store.scale().get().of(value, index) : value;
    }

    @Override
    public void copyInputs(int row, double[] target, int offset) {
        store.numbers().copy(at(row), target, offset);
        if (store.scale().isPresent()) {
            Standardisation scale = store.scale().get();
            for (int k = 0; k < inputs(); k++) {
                target[offset + k] = scale.of(target[offset + k], k);
            }
        }
    }

    @Override
    public void copyInputs(int[] order, int first, int number, DoubleBuffer target) {
        for (int i = 0; i < number; i++) {
            int row = at(order[first + i]);
            DoubleBuffer block = store.numbers().block(row);
            target.put(i * inputs(), block, store.numbers().start(row), inputs());
            if (store.scale().isPresent()) {
                Standardisation scale = store.scale().get();
                for (int k = 0; k < inputs(); k++) {
                    target.put(i * inputs() + k, scale.of(target.get(i * inputs() + k), k));
                }
            }
        }
    }

    @Override
    public void copyInputs(int[] order, int first, int number, FloatBuffer target) {
        for (int i = 0; i < number; i++) {
            for (int k = 0; k < inputs(); k++) {
                target.put(i * inputs() + k, (float) input(order[first + i], k));
            }
        }
    }

    @Override
    public int firstUsed(int row) {
        int index = 0;
        while (index < inputs() && input(row, index) == 0) {
            index++;
        }
        return index;
    }

    @Override
    public int endOfUsed(int row) {
        int end = inputs();
        while (end > 0 && input(row, end - 1) == 0) {
            end--;
        }
        return end;
    }

    @Override
    public double largest() {
        return store.largest();
    }

    @Override
    public int[] unusedInputs() {
        boolean[] used = new boolean[inputs()];
        double[] numbers = new double[inputs()];
        for (int row = 0; row < count; row++) {
            copyInputs(row, numbers, 0);
            for (int k = 0; k < numbers.length; k++) {
                used[k] |= numbers[k] != 0;
            }
        }
        return IntStream.range(0, used.length).filter(k -> !used[k]).toArray();
    }

    @Override
    public String toString() {
        return count + " " + form();
    }

    @Override
    public void updateDigest(MessageDigest digest) {
        String names = store.targets().names().toString();
        digest.update((count + " x " + inputs() + " " + (classifies() ? "" : "-> ") + names)
                .getBytes(StandardCharsets.UTF_8));
        double[] numbers = new double[inputs()];
        double[] targets = new double[outputs()];
        ByteBuffer bytes = ByteBuffer.allocate((numbers.length + targets.length) * Double.BYTES);
        for (int row = 0; row < count; row++) {
            bytes.clear();
            copyInputs(row, numbers, 0);
            bytes.asDoubleBuffer().put(numbers);
            bytes.position(numbers.length * Double.BYTES);
            if (classifies()) {
                bytes.putInt(label(row));
            } else {
                copyTargets(row, targets, 0);
                for (double target : targets) {
                    bytes.putDouble(target);
                }
            }
            digest.update(bytes.array(), 0, bytes.position());
        }
    }
}
