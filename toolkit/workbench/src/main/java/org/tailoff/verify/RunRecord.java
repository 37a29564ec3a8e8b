package org.tailoff.verify;

import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.claim.DecayLaw;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.TensorEpoch;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.StoredRun;

/**
 * A finished run as the claims look at it. Layers of weights count from 0, the hidden layer's; epochs from 0, the state
 * before the first update. S_l is the sum of the squared weights of layer l, W_l its weights, f the decay factor of an
 * epoch.
 */
public final class RunRecord {
    /** How many epochs are "the first epochs" of the exercise; fixed before the runs. */
    public static final int FIRST_EPOCHS = 5;

    private final String name;
    private final RunSpec spec;
    private final List<EpochRecord> epochs;
    private final StoredRun stored;

    /**
     * Makes the record.
     *
     * @param name the run's name
     * @param spec what was run
     * @param epochs its epochs, from 0
     * @param stored its files
     */
    public RunRecord(String name, RunSpec spec, List<EpochRecord> epochs, StoredRun stored) {
        this.name = name;
        this.spec = spec;
        this.epochs = List.copyOf(epochs);
        this.stored = stored;
    }

    /** {@return the run's name} */
    public String name() {
        return name;
    }

    /** {@return what was run} */
    public RunSpec spec() {
        return spec;
    }

    /** {@return what decay alone would do} */
    public DecayLaw law() {
        return DecayLaw.of(spec);
    }

    /** {@return number of the last epoch} */
    public int lastEpoch() {
        return epochs.size() - 1;
    }

    /** {@return the numbers of the first epochs, 1 to {@value #FIRST_EPOCHS} or to the last} */
    public IntStream firstEpochs() {
        return IntStream.rangeClosed(1, Math.min(FIRST_EPOCHS, lastEpoch()));
    }

    /** {@return layers of weights} */
    public int layers() {
        return spec.network().layers().size() - 1;
    }

    /** {@return fan-in times fan-out of a layer} */
    public int weights(int layer) {
        return spec.network().layers().get(layer) * spec.network().layers().get(layer + 1);
    }

    /** {@return N_w, the number of weights of the whole network, biases excluded} */
    public int weights() {
        return IntStream.range(0, layers()).map(this::weights).sum();
    }

    /** {@return everything recorded of an epoch} */
    public EpochRecord epoch(int epoch) {
        return epochs.get(epoch);
    }

    /** {@return everything recorded of a layer's weights at the end of an epoch} */
    public TensorEpoch tensor(int layer, int epoch) {
        return epochs.get(epoch).tensors().get(2 * layer);
    }

    /** {@return what was measured of a hidden layer's neurons at the end of an epoch} */
    public LayerEpoch neurons(int layer, int epoch) {
        return epochs.get(epoch).layers().get(layer);
    }

    /** {@return ||W_l|| at the end of an epoch} */
    public double norm(int layer, int epoch) {
        return tensor(layer, epoch).statistics().norm();
    }

    /** {@return S, the sum of all squared weights of the network at the end of an epoch} */
    public double squares(int epoch) {
        return IntStream.range(0, layers())
                .mapToDouble(layer -> norm(layer, epoch) * norm(layer, epoch))
                .sum();
    }

    /** {@return RMS over all weights of the network at the end of an epoch, sqrt(S/N_w)} */
    public double rms(int epoch) {
        return Math.sqrt(squares(epoch) / weights());
    }

    /** {@return C_reg = lambda S/(2n) at the end of an epoch, with n the number of training images (book eq. 85)} */
    public double regularisationCost(int epoch) {
        return spec.training().regularisation().coefficient(spec.data().trainingImages()) * squares(epoch) / 2;
    }

    /** {@return ||W_l(e)|| / ||W_l(e-1)||, what the epoch left of the norm} */
    public double shrinkage(int layer, int epoch) {
        return norm(layer, epoch) / norm(layer, epoch - 1);
    }

    /** {@return D/R of claim C1b: the way decay alone would have gone in the epoch, over the way of the rest} */
    public double dominance(int layer, int epoch) {
        TensorEpoch.Displacement moved = displacement(layer, epoch);
        return moved.decay() / moved.drift();
    }

    /** {@return D and R of an epoch, from 1} */
    public TensorEpoch.Displacement displacement(int layer, int epoch) {
        return tensor(layer, epoch).displacement().orElseThrow();
    }

    /**
     * {@return rho of claim C1a, (lambda/n)||W_l|| over the norm of the whole training set's gradient; defined where
     * that is measured}
     */
    public double force(int layer, int epoch) {
        double pull = spec.training().regularisation().coefficient(spec.data().trainingImages()) * norm(layer, epoch);
        return pull / tensor(layer, epoch).motion().gradientNorm().orElseThrow();
    }

    /** {@return the epochs in which the whole training set's gradient was measured} */
    public int[] gradientEpochs() {
        return IntStream.rangeClosed(0, lastEpoch())
                .filter(epoch -> tensor(0, epoch).motion().gradientNorm().isPresent())
                .toArray();
    }

    /**
     * &lt;W(e), W(e-1)&gt; / ||W(e-1)||^2 of claim C2c, how much of the old weights is in the new ones; from R^2 =
     * ||W(e)||^2 - 2 f &lt;W(e), W(e-1)&gt; + f^2 ||W(e-1)||^2.
     *
     * @param layer the layer
     * @param epoch the epoch e, from 1
     * @return the slope of a regression of the new weights on the old ones through the origin
     */
    public double slope(int layer, int epoch) {
        double f = law().factor();
        double drift = displacement(layer, epoch).drift();
        double before = norm(layer, epoch - 1);
        double after = norm(layer, epoch);
        return (after * after + f * f * before * before - drift * drift) / (2 * f * before * before);
    }

    /**
     * Cosine of the angle between the epoch's displacement W(e) - W(e-1) and -W(e-1), of A1-1.
     *
     * @param layer the layer
     * @param epoch the epoch e, from 1
     * @return in [-1, 1]; 1 if all weights shrank by one factor
     */
    public double shrinkageCosine(int layer, int epoch) {
        double before = norm(layer, epoch - 1);
        double inner = slope(layer, epoch) * before * before;
        double after = norm(layer, epoch);
        double moved = Math.sqrt(after * after - 2 * inner + before * before);
        return (before * before - inner) / (moved * before);
    }

    /**
     * One quantity of a layer's weights over the recorded iterations.
     *
     * @param layer the layer
     * @param column the quantity
     * @return one value per recorded iteration
     */
    public double[] series(int layer, IterationColumn column) {
        return stored.series(layer + "_W", column);
    }

    /** {@return numbers of the recorded iterations, one for each value of a series} */
    public long[] iterations() {
        return stored.iterationNumbers();
    }

    /** {@return every how manieth iteration is recorded} */
    public int recordEvery() {
        return spec.execution().recordEvery();
    }
}
