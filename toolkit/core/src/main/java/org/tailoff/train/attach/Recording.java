package org.tailoff.train.attach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.tailoff.record.Observers;
import org.tailoff.record.Provenance;
import org.tailoff.record.RunObserver;
import org.tailoff.store.OutputMarker;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;
import org.tailoff.store.ValueType;
import org.tailoff.train.file.NetworkFiles;
import org.tailoff.train.measure.ParameterTensor;
import org.tailoff.train.platform.RunClock;

/**
 * What is to be recorded of a network; {@link #observe} begins. Immutable: every setting gives a new recording.
 *
 * <p>Without settings every iteration of every tensor is recorded, and no set is scored.
 */
public final class Recording {
    private final MultiLayerNetwork network;
    private final Settings settings;

    /**
     * The settings.
     *
     * @param every iterations 0, every, 2 every, ... are recorded; at least 1
     * @param only which tensors are recorded, by name
     * @param sets scored once an epoch, by name
     * @param deadInputs inputs that are zero throughout training
     * @param sample inputs on which saturation is measured
     */
    record Settings(
            int every,
            Predicate<String> only,
            Map<String, DataSetIterator> sets,
            int[] deadInputs,
            Optional<INDArray> sample) {}

    private Recording(MultiLayerNetwork network, Settings settings) {
        this.network = network;
        this.settings = settings;
    }

    static Recording of(MultiLayerNetwork network) {
        if (!network.isInitCalled()) {
            throw new IllegalArgumentException("network must be initialised: call init() first");
        }
        OptimizationAlgorithm algorithm = network.conf().getOptimizationAlgo();
        if (algorithm != OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT) {
            throw new IllegalArgumentException(
                    "network must be trained by STOCHASTIC_GRADIENT_DESCENT, one step an iteration, not by "
                            + algorithm);
        }
        return new Recording(network, new Settings(1, tensor -> true, Map.of(), new int[0], Optional.empty()));
    }

    /**
     * Records every k-th iteration.
     *
     * @param k iterations 0, k, 2k, ... of the network's own count are recorded; at least 1
     * @return the changed recording
     * @throws IllegalArgumentException if {@code k < 1}
     */
    public Recording every(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("every must be at least 1: " + k);
        }
        return with(new Settings(k, settings.only, settings.sets, settings.deadInputs, settings.sample));
    }

    /**
     * Records some tensors only, in iterations and in epochs.
     *
     * @param tensors is given DL4J's name of a tensor, such as {@code 0_W}, and says whether it is recorded
     * @return the changed recording
     */
    public Recording only(Predicate<String> tensors) {
        return with(new Settings(settings.every, tensors, settings.sets, settings.deadInputs, settings.sample));
    }

    /**
     * Scores a set before the first update and at the end of every epoch; any number of sets, in the order of the
     * calls.
     *
     * @param name name of the set in the records
     * @param iterator the set, labels examples x classes (or one column of 0 and 1), or numbers to be met where the
     *     outputs are identity; reset before and after each use, so best not the one that is trained on
     * @return the changed recording
     * @throws IllegalArgumentException if {@code name} is taken, or the iterator cannot be reset
     */
    public Recording evaluating(String name, DataSetIterator iterator) {
        if (settings.sets.containsKey(name)) {
            throw new IllegalArgumentException("set '" + name + "' must be named once: " + settings.sets.keySet());
        }
        if (!iterator.resetSupported()) {
            throw new IllegalArgumentException("iterator of set '" + name + "' must support reset: " + iterator);
        }
        Map<String, DataSetIterator> sets = new LinkedHashMap<>(settings.sets);
        sets.put(name, iterator);
        return with(new Settings(settings.every, settings.only, sets, settings.deadInputs, settings.sample));
    }

    /**
     * Tells the weights on dead inputs from the others: their root mean squares are recorded once an epoch.
     *
     * @param inputs indices of the inputs that are zero in every training example
     * @return the changed recording
     */
    public Recording deadInputs(int... inputs) {
        return with(new Settings(settings.every, settings.only, settings.sets, inputs.clone(), settings.sample));
    }

    /**
     * Measures once an epoch how much of the hidden layers is at work: saturated values, dead units and the mean
     * derivative ({@link org.tailoff.record.LayerEpoch}), of those whose activations tell.
     *
     * @param features a fixed sample of inputs, as the network takes them, the first dimension counting examples
     * @return the changed recording
     */
    public Recording sampling(INDArray features) {
        return with(new Settings(
                settings.every, settings.only, settings.sets, settings.deadInputs, Optional.of(features.dup())));
    }

    /**
     * Names of what is recorded, as a run store wants to know before it begins.
     *
     * @return DL4J's names of the tensors in the network's order, not empty
     * @throws IllegalArgumentException if {@link #only} leaves none
     */
    public List<String> tensors() {
        return select(network, settings.only).stream()
                .map(ParameterTensor::name)
                .toList();
    }

    /** The tensors that are trained by a gradient and chosen. */
    static List<ParameterTensor> select(MultiLayerNetwork network, Predicate<String> only) {
        List<ParameterTensor> trained = ParameterTensor.trained(network);
        List<ParameterTensor> selected =
                trained.stream().filter(tensor -> only.test(tensor.name())).toList();
        if (selected.isEmpty()) {
            throw new IllegalArgumentException("only(...) must leave a tensor to record, of "
                    + trained.stream().map(ParameterTensor::name).toList());
        }
        return selected;
    }

    private Recording with(Settings changed) {
        return new Recording(network, changed);
    }

    /**
     * Begins to record: shows the observers the network as it is, then attaches to it until the result is closed.
     *
     * @param observers notified in this order, before those {@linkplain Observers#installed installed} on the class
     *     path
     * @return the network under recording
     * @throws IllegalArgumentException if the settings do not fit the network
     * @throws org.tailoff.record.ObserverException if an observer fails
     */
    public RecordedNetwork observe(RunObserver... observers) {
        List<RunObserver> all = new ArrayList<>(Arrays.asList(observers));
        all.addAll(Observers.installed());
        RecordedNetwork recorded = new RecordedNetwork(network, settings, Observers.of(all));
        recorded.attach();
        return recorded;
    }

    /**
     * Records a whole training and keeps it as a run, with the trained network. A second start of the same program is a
     * second run.
     *
     * <pre>{@code
     * StoredRun run = RecordedNetwork.of(network).record(Path.of("out"), "mine", it -> it.fit(data, 5));
     * }</pre>
     *
     * @param out an output directory, like those of the commands, which read it: the run is kept in {@code out/runs}
     * @param name what the run is called; where there is a run of that name, {@code name-2}, and so on
     * @param training trains the network that it is given
     * @return the run as it is stored
     * @throws IllegalArgumentException if {@code name} is no name for a run, or the settings do not fit the network
     * @throws org.tailoff.store.RunStoreException if the run cannot be written
     */
    public StoredRun record(Path out, String name, Consumer<MultiLayerNetwork> training) {
        RunStore store = RunStore.at(out.resolve("runs"));
        OutputMarker.claim(out);
        RunClock clock = RunClock.start(List.of());
        try (RunRecorder recorder = store.open(setup(unused(store.ids(), name)))) {
            try (RecordedNetwork recorded = observe(recorder)) {
                training.accept(recorded.network());
            }
            recorder.keep(NetworkFiles.of(network));
            return recorder.finish(new Provenance("dl4j", Provenance.UNKNOWN, List.of(), List.of(clock.part())));
        }
    }

    private RunSetup setup(String id) {
        ValueType type = network.params().dataType() == DataType.DOUBLE ? ValueType.DOUBLE : ValueType.FLOAT;
        return new RunSetup(id, network.getLayerWiseConfigurations().toYaml(), tensors(), type);
    }

    private static String unused(List<String> ids, String name) {
        return Stream.concat(Stream.of(name), IntStream.iterate(2, n -> n + 1).mapToObj(n -> name + "-" + n))
                .filter(id -> !ids.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
