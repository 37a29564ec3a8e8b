package org.tailoff.verify;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Alternative;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Prediction;
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
    /** How many epochs are "the first epochs" of the exercise at most; fixed before the runs. */
    public static final int FIRST_EPOCHS = DecayLaw.FIRST_EPOCHS;

    /** Other readings of "the first epochs". */
    private static final int[] OTHER_FIRST_EPOCHS = {3, 10};

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

    /**
     * "The first epochs" of the exercise, no more than {@value #FIRST_EPOCHS}: see {@link DecayLaw#firstEpochs}.
     *
     * @return their numbers, from 1
     */
    public IntStream firstEpochs() {
        return firstEpochs(FIRST_EPOCHS);
    }

    /**
     * The first epochs under another reading of "the first".
     *
     * @param most how many there are where decay is slow enough, at least 1
     * @return their numbers, from 1
     */
    public IntStream firstEpochs(int most) {
        return IntStream.rangeClosed(1, law().firstEpochs(Math.min(most, lastEpoch())));
    }

    /**
     * What a number of the first epochs would have been, had the first been three or ten.
     *
     * @param prediction what a claim says of it
     * @param quantity the number, by how many first epochs there are at most
     * @return the other readings; none that comes to the same epochs
     */
    public List<Alternative> otherFirstEpochs(Prediction prediction, IntFunction<Estimate> quantity) {
        return IntStream.of(OTHER_FIRST_EPOCHS)
                .filter(most -> firstEpochs(most).count() != firstEpochs().count())
                .mapToObj(most -> new Alternative(
                        String.format(
                                Locale.ROOT,
                                "first %d epochs",
                                firstEpochs(most).count()),
                        prediction,
                        quantity.apply(most)))
                .toList();
    }

    /** {@return layers of weights} */
    public int layers() {
        return spec.dense().layers().size() - 1;
    }

    /** {@return fan-in times fan-out of a layer} */
    public int weights(int layer) {
        return spec.dense().layers().get(layer) * spec.dense().layers().get(layer + 1);
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

    /** {@return the share of the validation set that is classified correctly at the end of the run} */
    public double accuracy() {
        return accuracy(lastEpoch());
    }

    /** {@return the same at the end of an epoch} */
    public double accuracy(int epoch) {
        return epochs.get(epoch).score("validation").accuracy();
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

    /** {@return lambda/n, with n the number of training images; 0 without decay} */
    public double coefficient() {
        return spec.training().regularisation().coefficient(spec.data().trainingImages());
    }

    /** {@return C_reg = lambda S/(2n) at the end of an epoch, with n the number of training examples (book eq. 85)} */
    public double regularisationCost(int epoch) {
        return coefficient() * squares(epoch) / 2;
    }

    /** {@return ||W_l(e)|| / ||W_l(e-1)||, what the epoch left of the norm} */
    public double shrinkage(int layer, int epoch) {
        return norm(layer, epoch) / norm(layer, epoch - 1);
    }

    /**
     * How far the fall of a norm in an epoch is from that of decay alone, |ln(||W(e)||/||W(e-1)||) / ln f - 1|.
     *
     * @param layer the layer
     * @param epoch the epoch e, from 1
     * @return the distance in units of decay's rate: 0 under decay alone, 1 if the norm stays what it was
     */
    public double rateError(int layer, int epoch) {
        return rateErrorOf(shrinkage(layer, epoch), 1);
    }

    /**
     * How far what is left of something is from what decay leaves, as a rate.
     *
     * @param left a share above 0
     * @param epochs the epochs it took, at least 1
     * @return |ln(left) / (epochs ln f) - 1|
     */
    public double rateErrorOf(double left, int epochs) {
        return Math.abs(law().rate(left, epochs) - 1);
    }

    /** {@return R/||W_l(e-1)||, the rms over weights of what is not f w, over the layer's rms} */
    public double missPerWeight(int layer, int epoch) {
        return displacement(layer, epoch).drift() / norm(layer, epoch - 1);
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
        double pull = coefficient() * norm(layer, epoch);
        return pull / tensor(layer, epoch).motion().gradientNorm().orElseThrow();
    }

    /** {@return the epochs in which the whole training set's gradient was measured} */
    public int[] gradientEpochs() {
        return IntStream.rangeClosed(0, lastEpoch())
                .filter(epoch -> tensor(0, epoch).motion().gradientNorm().isPresent())
                .toArray();
    }

    /**
     * &lt;W(e), W(e-1)&gt; / ||W(e-1)||^2 of claim C2c, the projection of the new layer on the old one; from R^2 =
     * ||W(e)||^2 - 2 f &lt;W(e), W(e-1)&gt; + f^2 ||W(e-1)||^2. It is one number of the whole layer, and says nothing
     * of how far single weights stray ({@link #missPerWeight}).
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

    /**
     * One quantity of a layer's weights over the recorded iterations of an epoch.
     *
     * @param layer the layer
     * @param column the quantity
     * @param epoch the epoch, from 1
     * @return one value per recorded iteration of it
     */
    public double[] series(int layer, IterationColumn column, int epoch) {
        double[] values = series(layer, column);
        long[] iterations = iterations();
        long steps = spec.iterationsPerEpoch();
        return IntStream.range(0, values.length)
                .filter(i -> iterations[i] / steps == epoch - 1)
                .mapToDouble(i -> values[i])
                .toArray();
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
