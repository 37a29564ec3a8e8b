package org.tailoff.published;

import java.util.List;
import org.tailoff.spec.DataSpec.DataSet;

/**
 * The number of examples classified correctly at the end of each of several runs.
 *
 * @param set the examples evaluated
 * @param ends one per published number, in its order
 */
public record LastEpochs(DataSet set, List<End> ends) implements MeasuredSource {
    /**
     * The end of a run.
     *
     * @param run name of the run
     * @param x where its number stands on the horizontal axis
     * @param epoch the book's number of epochs; a run that has not got so far has no number
     */
    public record End(String run, double x, int epoch) {}

    /** Copies the ends. */
    public LastEpochs {
        ends = List.copyOf(ends);
    }

    @Override
    public List<String> runs() {
        return ends.stream().map(End::run).toList();
    }

    @Override
    public boolean counts() {
        return true;
    }

    /** The ends of the runs that got there, up to the first that did not. */
    @Override
    public Counterpart in(Curves measured) {
        List<End> reached = ends.stream()
                .takeWhile(end -> measured.score(end.run(), end.epoch(), set).isPresent())
                .toList();
        Measured correct = new Measured(
                reached.stream().mapToDouble(End::x).toArray(),
                reached.stream()
                        .mapToDouble(end -> measured.score(end.run(), end.epoch(), set)
                                .orElseThrow()
                                .correctOnes())
                        .toArray());
        return new Counterpart(correct, List.of(), measured.examples(ends.get(0).run(), set));
    }
}
