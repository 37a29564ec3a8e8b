package org.tailoff.examine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Epochs that follow each other.
 *
 * @param first the first, from 1
 * @param last the last, not before the first
 */
public record EpochRange(int first, int last) {
    /** More ranges than one reads. */
    private static final int MANY = 6;

    /**
     * Numbers as ranges.
     *
     * @param among the epochs that were looked at, increasing
     * @param chosen those of them that are meant, increasing
     * @return ranges without a gap: between two of one range no epoch was looked at that is not meant
     */
    static List<EpochRange> of(List<Integer> among, List<Integer> chosen) {
        List<EpochRange> ranges = new ArrayList<>();
        int previous = -1;
        for (int epoch : chosen) {
            int place = among.indexOf(epoch);
            if (!ranges.isEmpty() && place == previous + 1) {
                EpochRange open = ranges.remove(ranges.size() - 1);
                ranges.add(new EpochRange(open.first, epoch));
            } else {
                ranges.add(new EpochRange(epoch, epoch));
            }
            previous = place;
        }
        return List.copyOf(ranges);
    }

    /** {@return how many epochs they are} */
    int length() {
        return last - first + 1;
    }

    /** {@return the longest of some; of equal ones the first} */
    static Optional<EpochRange> longest(List<EpochRange> ranges) {
        return IntStream.range(0, ranges.size())
                .mapToObj(i -> ranges.get(ranges.size() - 1 - i))
                .max(Comparator.comparingInt(EpochRange::length));
    }

    /**
     * {@return such as "epoch 3", "epochs 1-5" or "epochs 1-5, 8"; of many ranges how many epochs they are; "no epoch"
     * if there is none}
     */
    public static String text(List<EpochRange> ranges) {
        if (ranges.isEmpty()) {
            return "no epoch";
        }
        if (ranges.size() > MANY) {
            int count = ranges.stream().mapToInt(EpochRange::length).sum();
            return String.format(
                    Locale.ROOT,
                    "%d epochs between %d and %d",
                    count,
                    ranges.get(0).first,
                    ranges.get(ranges.size() - 1).last);
        }
        boolean one = ranges.size() == 1 && ranges.get(0).length() == 1;
        return (one ? "epoch " : "epochs ")
                + ranges.stream().map(EpochRange::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
