package org.tailoff.svm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowStoreTest {
    private static void fill(RowStore store, int row, float... values) {
        store.extend(row, values.length);
        System.arraycopy(values, 0, store.use(row), 0, values.length);
    }

    @Test
    void aRowIsAsLongAsItWasMade() {
        RowStore store = new RowStore(4, 4);
        assertThat(store.length(1)).isZero();
        fill(store, 1, 10, 11, 12);
        assertThat(store.length(1)).isEqualTo(3);
        store.extend(1, 4);
        assertThat(store.length(1)).isEqualTo(4);
        assertThat(store.use(1)).startsWith(10, 11, 12);
    }

    @Test
    void beyondTheLimitTheRowThatWasNotUsedLongestIsDropped() {
        RowStore store = new RowStore(4, 2);
        fill(store, 0, 1, 2);
        fill(store, 1, 3, 4);
        store.use(0);
        fill(store, 2, 5, 6);
        assertThat(store.length(0)).isEqualTo(2);
        assertThat(store.length(1)).isZero();
        assertThat(store.length(2)).isEqualTo(2);
    }

    @Test
    void anExchangeChangesRowsAndColumns() {
        RowStore store = new RowStore(3, 3);
        fill(store, 0, 0, 1, 2);
        fill(store, 1, 10, 11, 12);
        store.swap(0, 2);
        assertThat(store.length(0)).isZero();
        assertThat(store.use(1)).containsExactly(12, 11, 10);
        assertThat(store.use(2)).containsExactly(2, 1, 0);
    }

    @Test
    void aRowWithOneOfTheTwoElementsIsCutOffThere() {
        RowStore store = new RowStore(4, 4);
        fill(store, 0, 0, 1, 2);
        fill(store, 1, 10);
        store.swap(3, 1);
        assertThat(store.length(0)).isEqualTo(1);
        assertThat(store.length(3)).as("has neither").isEqualTo(1);
    }
}
