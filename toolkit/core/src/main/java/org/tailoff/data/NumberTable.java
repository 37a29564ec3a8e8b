package org.tailoff.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of finite numbers, held once: in memory if they are few, else in a temporary file that is mapped; immutable.
 *
 * @param blocks each of whole rows, {@code rowsPerBlock} of them except the last
 * @param rowsPerBlock rows in a block
 * @param columns numbers in a row
 * @param rows how many rows
 * @param largest the greatest magnitude
 */
record NumberTable(List<DoubleBuffer> blocks, int rowsPerBlock, int columns, int rows, double largest) {
    /** Bytes of numbers that are held in memory. */
    static final long MOST_IN_MEMORY = 1 << 27;

    private static final int BLOCK = 1 << 17;

    /** A row's block. */
    DoubleBuffer block(int row) {
        return blocks.get(row / rowsPerBlock);
    }

    /** Where a row begins in its block. */
    int start(int row) {
        return row % rowsPerBlock * columns;
    }

    double get(int row, int column) {
        return block(row).get(start(row) + column);
    }

    /** Writes a row from {@code offset} on. */
    void copy(int row, double[] target, int offset) {
        block(row).get(start(row), target, offset, columns);
    }

    /** Collects rows, without knowing how many will come. */
    static final class Builder implements AutoCloseable {
        private final int columns;
        private final int rowsPerBlock;
        private final String content;
        private final long mostInMemory;
        private final List<double[]> full = new ArrayList<>();
        private double[] block;
        private int rows;
        private double largest;
        private TemporaryFile file;

        /**
         * Begins a table.
         *
         * @param columns numbers in a row, at least 1
         * @param content what messages call it
         * @param mostInMemory bytes of numbers; more go into a temporary file
         */
        Builder(int columns, String content, long mostInMemory) {
            this.columns = columns;
            this.content = content;
            this.mostInMemory = mostInMemory;
            rowsPerBlock = Math.max(1, BLOCK / columns);
            block = new double[rowsPerBlock * columns];
        }

        /** Adds a row of finite numbers. */
        void add(double[] row) {
            int at = rows % rowsPerBlock;
            if (at == 0 && rows > 0) {
                finishBlock();
            }
            System.arraycopy(row, 0, block, at * columns, columns);
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
            rows++;
        }

        private void finishBlock() {
            if (file == null && (full.size() + 1L) * block.length * Double.BYTES <= mostInMemory) {
                full.add(block);
                block = new double[block.length];
                return;
            }
            if (file == null) {
                file = new TemporaryFile(content);
                full.forEach(each -> write(each, each.length));
                full.clear();
            }
            write(block, block.length);
        }

        private void write(double[] numbers, int count) {
            ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.nativeOrder());
            bytes.asDoubleBuffer().put(numbers, 0, count);
            file.write(bytes);
        }

        /** The table of all rows. */
        NumberTable build() {
            int rest = rows == 0 ? 0 : (rows - 1) % rowsPerBlock + 1;
            if (file == null) {
                List<DoubleBuffer> blocks = new ArrayList<>();
                full.forEach(each -> blocks.add(DoubleBuffer.wrap(each)));
                blocks.add(DoubleBuffer.wrap(block, 0, rest * columns));
                return new NumberTable(blocks, rowsPerBlock, columns, rows, largest);
            }
            write(block, rest * columns);
            MappedRecords mapped = file.map(rows, columns * Double.BYTES);
            List<DoubleBuffer> blocks = mapped.maps().stream()
                    .map(map -> map.order(ByteOrder.nativeOrder()).asDoubleBuffer())
                    .toList();
            return new NumberTable(blocks, mapped.perMap(), columns, rows, largest);
        }

        @Override
        public void close() {
            if (file != null) {
                file.close();
            }
        }
    }
}
