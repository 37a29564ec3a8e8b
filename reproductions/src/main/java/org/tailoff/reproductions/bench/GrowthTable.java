package org.tailoff.reproductions.bench;

import java.util.List;
import org.tailoff.terminal.Table;
import org.tailoff.text.Texts;

/**
 * What {@code tailoff bench --growth} prints: the fused engine's time over that of the products alone, for each size.
 */
final class GrowthTable {
    private final Table table =
            new Table("hidden", "mini-batch", "products us", "not recording/products", "recorded and stored/products");

    /**
     * Adds the times of one size: the products, fused recording nothing and fused recording everything, in this order.
     */
    void add(List<EngineTime> times) {
        EngineTime products = times.get(0);
        if (times.size() != 3 || !products.engine().equals(EngineTimes.PRODUCTS)) {
            throw new IllegalArgumentException("times must be those of the products and of fused, were " + times);
        }
        table.row(
                Integer.toString(products.hidden()),
                Integer.toString(products.miniBatch()),
                Texts.fixed(products.wallUs(), 1),
                ratio(times.get(1), products),
                ratio(times.get(2), products));
    }

    private static String ratio(EngineTime time, EngineTime products) {
        return Texts.fixed(time.wallUs() / products.wallUs(), 2);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
