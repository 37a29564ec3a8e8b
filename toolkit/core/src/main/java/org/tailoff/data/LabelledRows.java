package org.tailoff.data;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of numbers with their classes, as a table holds them. */
public final class LabelledRows implements LabelledExamples {
    /** Classes that a message names. */
    private static final int SHOWN = 10;

    private final Store store;
    private final int from;
    private final int count;

    /**
     * What slices share: {@code values} row by row, {@code labels} one per row, {@code largest} the greatest magnitude.
     */
    private record Store(List<String> classes, int inputs, double[] values, int[] labels, double largest) {}

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
        requireTwo(classes);
        if (inputs < 1 || values.length != (long) inputs * labels.length) {
            throw new IllegalArgumentException("values must have length %d x %d, a row at least 1: %d"
                    .formatted(labels.length, inputs, values.length));
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("values must be finite: " + value);
            }
        }
        for (int label : labels) {
            Objects.checkIndex(label, classes.size());
        }
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        Store store = new Store(List.copyOf(classes), inputs, values.clone(), labels.clone(), largest);
        return new LabelledRows(store, 0, labels.length);
    }

    private static void requireTwo(List<String> classes) {
        if (classes.size() < 2 || Set.copyOf(classes).size() < classes.size()) {
            throw new IllegalArgumentException("classes must be at least two different names: " + classes);
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int inputs() {
        return store.inputs();
    }

    /** {@return the number of columns} */
    @Override
    public List<Integer> shape() {
        return List.of(inputs());
    }

    @Override
    public List<String> classes() {
        return store.classes();
    }

    @Override
    public String form() {
        String some = classes().stream().limit(SHOWN).collect(Collectors.joining(", "));
        return "rows of %d numbers in %d classes: %s%s"
                .formatted(inputs(), classes().size(), some, classes().size() > SHOWN ? ", ..." : "");
    }

    @Override
    public LabelledRows slice(int from, int to) {
        Objects.checkFromToIndex(from, to, count);
        return new LabelledRows(store, this.from + from, to - from);
    }

    @Override
    public int label(int row) {
        return store.labels()[from + Objects.checkIndex(row, count)];
    }

    @Override
    public double input(int row, int index) {
        return store.values()[start(row) + Objects.checkIndex(index, inputs())];
    }

    private int start(int row) {
        return (from + Objects.checkIndex(row, count)) * inputs();
    }

    @Override
    public void copyInputs(int row, double[] target, int offset) {
        System.arraycopy(store.values(), start(row), target, offset, inputs());
    }

    @Override
    public void copyInputs(int[] order, int first, int number, DoubleBuffer target) {
        for (int i = 0; i < number; i++) {
            target.put(i * inputs(), store.values(), start(order[first + i]), inputs());
        }
    }

    @Override
    public void copyInputs(int[] order, int first, int number, FloatBuffer target) {
        for (int i = 0; i < number; i++) {
            int start = start(order[first + i]);
            for (int k = 0; k < inputs(); k++) {
                target.put(i * inputs() + k, (float) store.values()[start + k]);
            }
        }
    }

    @Override
    public int firstUsed(int row) {
        int start = start(row);
        int index = 0;
        while (index < inputs() && store.values()[start + index] == 0) {
            index++;
        }
        return index;
    }

    @Override
    public int endOfUsed(int row) {
        int start = start(row);
        int end = inputs();
        while (end > 0 && store.values()[start + end - 1] == 0) {
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
        return IntStream.range(0, inputs())
                .filter(index -> IntStream.range(0, count).allMatch(row -> input(row, index) == 0))
                .toArray();
    }

    @Override
    public String toString() {
        return count + " " + form();
    }

    @Override
    public void updateDigest(MessageDigest digest) {
        digest.update((count + " x " + inputs() + " " + classes()).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(inputs() * Double.BYTES + Integer.BYTES);
        for (int row = 0; row < count; row++) {
            bytes.clear();
            bytes.asDoubleBuffer().put(store.values(), start(row), inputs());
            bytes.putInt(inputs() * Double.BYTES, label(row));
            digest.update(bytes.array());
        }
    }
}
