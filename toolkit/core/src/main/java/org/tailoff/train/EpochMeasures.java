package org.tailoff.train;

import java.util.List;
import java.util.Optional;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch.Gradient;
import org.tailoff.train.measure.TensorMeters;

/** What is measured once an epoch, of a network as it is then. */
sealed interface EpochMeasures permits DenseMeasures, NetworkMeasures {
    /** The trained tensors. */
    TensorMeters tensors();

    /** One score per set that the spec evaluates. */
    List<SetScore> scores();

    /** One record per hidden layer whose units are looked at. */
    List<LayerEpoch> layers();

    /** The whole training set's gradient, one element per tensor; empty in epochs where it is not measured. */
    Optional<List<Gradient>> gradient(int epoch);
}
