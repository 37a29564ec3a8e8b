package org.tailoff.svm;

/**
 * Rows of a symmetric matrix, each as far as it has been worked out; beyond a limit, the one that was not used longest
 * is dropped.
 */
final class RowStore {
    private final int most;
    private final float[][] rows;
    private final int[] lengths;
    private final long[] used;
    private long uses;
    private int kept;

    /**
     * Makes an empty store.
     *
     * @param count order of the matrix
     * @param most rows that are kept, at least 1
     */
    RowStore(int count, int most) {
        this.most = most;
        rows = new float[count][];
        lengths = new int[count];
        used = new long[count];
    }

    /** How many elements of a row, from its start, are there. */
    int length(int row) {
        return lengths[row];
    }

    /** A row to read or to write; it stays what it is after it has been dropped. */
    float[] use(int row) {
        used[row] = ++uses;
        return rows[row];
    }

    /** Makes a row {@code length} elements long; those that it had not are to be written. */
    void extend(int row, int length) {
        if (rows[row] == null) {
            if (kept == most) {
                drop();
            }
            rows[row] = new float[rows.length];
            kept++;
        }
        lengths[row] = length;
        used[row] = ++uses;
    }

    private void drop() {
        int oldest = -1;
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] != null && (oldest < 0 || used[row] < used[oldest])) {
                oldest = row;
            }
        }
        rows[oldest] = null;
        lengths[oldest] = 0;
        kept--;
    }

    /** Exchanges two indices, in rows and columns; a row that has only one of the two elements is cut off there. */
    void swap(int i, int j) {
        exchange(i, j);
        int first = Math.min(i, j);
        int second = Math.max(i, j);
        for (int row = 0; row < rows.length; row++) {
            if (lengths[row] > second) {
                float value = rows[row][i];
                rows[row][i] = rows[row][j];
                rows[row][j] = value;
            } else if (lengths[row] > first) {
                lengths[row] = first;
            }
        }
    }

    private void exchange(int i, int j) {
        float[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
        int length = lengths[i];
        lengths[i] = lengths[j];
        lengths[j] = length;
        long use = used[i];
        used[i] = used[j];
        used[j] = use;
    }
}
