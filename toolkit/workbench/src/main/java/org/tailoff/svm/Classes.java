package org.tailoff.svm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.data.LabelledExamples;

/**
 * The classes that a training set has examples of, and its examples class after class, those of a class in the order of
 * the set.
 *
 * <p>libsvm numbers classes as they first appear, scikit-learn by their labels, and of classes with equally many votes
 * the one with the lowest number wins; this is scikit-learn's order.
 *
 * @param order indices into the set
 * @param labels the labels that appear, ascending
 * @param starts where in {@code order} each class starts, and at last how long {@code order} is
 */
record Classes(int[] order, int[] labels, int[] starts) {
    static Classes of(LabelledExamples set) {
        int[] order = IntStream.range(0, set.count())
                .boxed()
                .sorted(Comparator.comparingInt(set::label))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] labels = IntStream.of(order).map(set::label).distinct().toArray();
        IntStream starts = IntStream.range(0, order.length)
                .filter(at -> at == 0 || set.label(order[at]) != set.label(order[at - 1]));
        return new Classes(
                order,
                labels,
                IntStream.concat(starts, IntStream.of(order.length)).toArray());
    }

    int count() {
        return labels.length;
    }

    int size(int number) {
        return starts[number + 1] - starts[number];
    }

    /** The number of the class of an example, given by its place in the order. */
    int of(int position) {
        int number = 0;
        while (starts[number + 1] <= position) {
            number++;
        }
        return number;
    }

    /** Every two of the classes. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < count(); first++) {
            for (int second = first + 1; second < count(); second++) {
                pairs.add(new Pair(first, second, this));
            }
        }
        return pairs;
    }
}
