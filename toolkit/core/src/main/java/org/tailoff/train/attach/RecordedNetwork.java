package org.tailoff.train.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunObserver;
import org.tailoff.train.measure.ActivationMeter;
import org.tailoff.train.measure.BlockBuilder;
import org.tailoff.train.measure.DivergedException;
import org.tailoff.train.measure.NetworkScorer;
import org.tailoff.train.measure.ParameterTensor;
import org.tailoff.train.measure.RecordingListener;
import org.tailoff.train.measure.TensorMeters;

/**
 * A network of the user's own, recorded while DL4J's {@code fit} trains it.
 *
 * <pre>{@code
 * try (RecordedNetwork recorded = RecordedNetwork.of(network).observe(observer)) {
 *     network.fit(iterator, epochs);
 * }
 * }</pre>
 *
 * <p>Observers see the network as it is before the first update, then blocks of iterations and, after every epoch of
 * {@code fit(DataSetIterator)}, an epoch. Other forms of {@code fit} have no epochs: their iterations come in blocks,
 * the last one when the recording is closed. Numbers are the network's own: a fresh network begins at iteration 0 and
 * epoch 1, its initial state is epoch 0; one trained before goes on from its counts. Running statistics, such as those
 * of batch normalisation, are not trained by a gradient and not recorded; layers without parameters have no tensors.
 *
 * <p>Exceptions of observers and {@link DivergedException} leave {@code fit}. Not safe for use by several threads.
 */
public final class RecordedNetwork implements AutoCloseable {
    private final MultiLayerNetwork network;
    private final RunObserver observer;
    private final TensorMeters tensors;
    private final NetworkScorer sets;
    private final Optional<ActivationMeter> saturation;
    private final BlockBuilder blocks;
    private final List<TrainingListener> listeners;
    private boolean complete = true;
    private boolean closed;
    private long steps;

    RecordedNetwork(MultiLayerNetwork network, Recording.Settings settings, RunObserver observer) {
        this.network = network;
        this.observer = observer;
        List<ParameterTensor> recorded = Recording.select(network, settings.only());
        tensors = new TensorMeters(network, recorded, settings.deadInputs());
        sets = new NetworkScorer(network, settings.sets(), NetworkScorer.classifies(network));
        saturation = settings.sample().map(sample -> new ActivationMeter(network, sample));
        blocks = new BlockBuilder(recorded.stream().map(ParameterTensor::name).toList(), settings.every(), observer);
        listeners = List.of(new RecordingListener(network, recorded, blocks), new Progress());
    }

    /**
     * Begins the description of a recording.
     *
     * @param network an initialised network, trained by stochastic gradient descent with any updater
     * @return records everything, unless changed
     * @throws IllegalArgumentException if the network is not initialised, or trained by a line search
     */
    public static Recording of(MultiLayerNetwork network) {
        return Recording.of(network);
    }

    /**
     * The network under recording.
     *
     * @return the very network, to be trained with any {@code fit}
     */
    public MultiLayerNetwork network() {
        return network;
    }

    void attach() {
        observer.started(tensors.start());
        observer.epoch(measure(network.getEpochCount()));
        blocks.begin(network.getEpochCount() + 1);
        network.addListeners(listeners.toArray(TrainingListener[]::new));
    }

    private EpochRecord measure(int epoch) {
        return new EpochRecord(
                epoch,
                sets.scores(),
                tensors.measure(steps),
                saturation.map(ActivationMeter::measure).orElse(List.of()));
    }

    /** Measures at the end of every epoch, and knows whether all that was begun has been ended. */
    private final class Progress extends BaseTrainingListener {
        private boolean inEpoch;

        @Override
        public void onEpochStart(Model model) {
            inEpoch = true;
            complete = false;
        }

        @Override
        public void onForwardPass(Model model, List<INDArray> activations) {
            complete = false;
        }

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            steps++;
            complete = !inEpoch;
        }

        @Override
        public void onEpochEnd(Model model) {
            observer.epoch(measure(network.getEpochCount() + 1));
            steps = 0;
            inEpoch = false;
            complete = true;
        }
    }

    /**
     * Detaches from the network, hands over what is left of a block, and, unless training was broken off by an
     * exception, tells the observers that it has finished. Does nothing the second time.
     *
     * @throws org.tailoff.record.ObserverException if an observer fails
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<TrainingListener> others = new ArrayList<>(network.getListeners());
        others.removeAll(listeners);
        network.setListeners(others);
        blocks.flush();
        if (complete) {
            observer.finished();
        }
    }
}
