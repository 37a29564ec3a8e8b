package org.tailoff.published;

import java.util.List;
import org.tailoff.record.SetScore;
import org.tailoff.spec.DataSpec.DataSet;

/**
 * One number per epoch of one run.
 *
 * @param run name of the run
 * @param replicas names of runs that differ from it in the last bit of their first weights; none for most runs
 * @param set the examples evaluated
 * @param quantity what is measured on them
 */
public record EpochCurve(String run, List<String> replicas, DataSet set, Quantity quantity) implements MeasuredSource {
    /** Copies the names. */
    public EpochCurve {
        replicas = List.copyOf(replicas);
    }

    /**
     * A curve of a run without replicas.
     *
     * @param run name of the run
     * @param set the examples evaluated
     * @param quantity what is measured on them
     */
    public EpochCurve(String run, DataSet set, Quantity quantity) {
        this(run, List.of(), set, quantity);
    }

    /** What can be measured on a set of examples. */
    public enum Quantity {
        /** Number of examples classified correctly, an integer; what the book's files hold. */
        CORRECT {
            @Override
            public double of(SetScore score) {
                return score.correctOnes();
            }
        },
        /** The book's {@code total_cost}: data cost plus regulariser. */
        TOTAL_COST {
            @Override
            public double of(SetScore score) {
                return score.cost().regularised();
            }
        };

        /** {@return the quantity of a set at the end of an epoch} */
        public abstract double of(SetScore score);
    }

    @Override
    public List<String> runs() {
        return List.of(run);
    }

    @Override
    public boolean counts() {
        return quantity == Quantity.CORRECT;
    }

    /** Of the replicas those that there are by now. */
    @Override
    public Counterpart in(Curves measured) {
        List<double[]> others = replicas.stream()
                .filter(measured::has)
                .map(replica -> measured.values(replica, set, quantity))
                .toList();
        Measured ours = Measured.byEpoch(measured.values(run, set, quantity));
        return new Counterpart(ours, others, measured.examples(run, set));
    }
}
