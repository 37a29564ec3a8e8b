package org.tailoff.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.ValueRange;

/**
 * A tensor's iterations, summarised in stretches so that no peak is lost.
 *
 * @param tensor name of the tensor
 * @param first number of the first recorded iteration of each stretch, increasing
 * @param last number of the last recorded iteration of each stretch
 * @param ranges smallest and largest value of each quantity in each stretch; NaN both where every value is NaN
 */
public record IterationRanges(
        String tensor, List<Long> first, List<Long> last, Map<IterationColumn, List<ValueRange>> ranges) {
    /** Copies the collections. */
    public IterationRanges {
        first = List.copyOf(first);
        last = List.copyOf(last);
        ranges = Collections.unmodifiableMap(new TreeMap<>(ranges));
    }
}
