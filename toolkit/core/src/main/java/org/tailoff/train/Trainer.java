package org.tailoff.train;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.digest.DigestUtils;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledExamples;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.RandomStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.RunObserver;
import org.tailoff.record.TrainedNetwork;
import org.tailoff.registry.Initialisation;
import org.tailoff.registry.LayerParameters;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.TrainingSpec.LayerRescaling;
import org.tailoff.train.file.NetworkFiles;
import org.tailoff.train.fused.ExampleSource;
import org.tailoff.train.initialise.NetworkWeights;
import org.tailoff.train.measure.BlockBuilder;
import org.tailoff.train.measure.DivergedException;
import org.tailoff.train.measure.ParameterTensor;
import org.tailoff.train.measure.RecordingListener;

/** Carries out one run: initialise, then shuffle, train and measure epoch by epoch. */
public final class Trainer {
    /** A step of a small convolutional network takes a tenth of a second or two, and one waits for a block to stop. */
    private static final int DL4J_ROWS = 25;

    private final RunSpec spec;
    private final RunSets examples;
    private final MultiLayerNetwork network;
    private final InputForm form;
    private final ChosenEngine engine;
    private final NetworkState state;
    private final RandomGenerator shuffling;
    private final int[] order;
    /** Records the steps of DL4J's engine. */
    private Optional<RecordingListener> listener = Optional.empty();
    /** What it needs of the steps before this start. */
    private byte[] recordsBefore = {};

    /**
     * Prepares a run, to the state before its first update.
     *
     * @param spec what to do
     * @param data the examples
     * @param initialiser what draws the initial parameters
     * @throws IllegalArgumentException as {@link #requireFit}
     */
    public Trainer(RunSpec spec, ExampleSets data, WeightInitialiser initialiser) {
        this(spec, data, Optional.of(initialiser));
    }

    /**
     * Prepares a run, to the state before its first update.
     *
     * @param spec what to do
     * @param data the examples
     * @param initialiser what draws the initial parameters; empty where the configuration of the network does
     * @throws IllegalArgumentException as {@link #requireFit}
     */
    public Trainer(RunSpec spec, ExampleSets data, Optional<WeightInitialiser> initialiser) {
        this.spec = spec;
        examples = new RunSets(data, spec);
        RandomStreams streams = spec.seeds().streams();
        engine = ChosenEngine.of(spec);
        if (spec.network() instanceof ConfiguredNetwork configured) {
            network = ConfiguredNetworks.build(spec, configured);
            form = InputForm.of(network, trainingExamples());
            initialiser.ifPresent(drawing -> NetworkWeights.of(network)
                    .draw(
                            drawing,
                            streams.initialisation(),
                            Optional.of(() -> form.sample(network, trainingExamples()))));
            state = NetworkState.of(network);
        } else {
            network = Networks.build(spec, initial(initialiser.orElseThrow(), streams.initialisation()));
            network.params().muli(spec.seeds().nudge());
            form = InputForm.FLAT;
            state = NetworkState.ofParameters(network);
        }
        shuffling = streams.shuffling();
        order = Shuffle.identity(spec.data().trainingImages());
        shuffling.doubles(spec.seeds().before().draws()).forEach(drawn -> {});
        shuffle(spec.seeds().before().epochs());
    }

    /**
     * Checks, without training anything, that a run can be made with some examples.
     *
     * @param spec what to do
     * @param data the examples
     * @param initialiser what draws the initial parameters; empty where the configuration of the network does
     * @throws IllegalArgumentException if the network takes or gives out other shapes than the examples have, if there
     *     are fewer training examples than the run uses, if a set that it evaluates is empty, if the engine cannot
     *     train the network, or the initialiser cannot do one of its layers; one line that says what the data have
     */
    public static void requireFit(RunSpec spec, ExampleSets data, Optional<WeightInitialiser> initialiser) {
        RunSets sets = new RunSets(data, spec);
        ChosenEngine.of(spec);
        if (spec.network() instanceof ConfiguredNetwork configured) {
            MultiLayerNetwork network = ConfiguredNetworks.build(spec, configured);
            InputForm.of(network, sets.of(DataSet.TRAINING));
            initialiser.ifPresent(NetworkWeights.of(network)::requireSupported);
        }
    }

    /** The parameters a program arrives at after it has drawn others of the same shape. */
    private List<LayerParameters> initial(WeightInitialiser initialiser, RandomGenerator random) {
        List<LayerShape> shapes = Networks.shapes(spec.dense());
        long count = shapes.stream()
                .mapToLong(shape -> shape.weightCount() + shape.fanOut())
                .sum();
        for (long skipped = 0; skipped < spec.seeds().before().networks() * count; skipped++) {
            random.nextGaussian();
        }
        return Initialisation.of(initialiser, Architectures.of(spec.dense(), shapes, trainingExamples()), random);
    }

    private void shuffle(int epochs) {
        for (int epoch = 0; epoch < epochs; epoch++) {
            Shuffle.inPlace(order, shuffling);
        }
    }

    /** {@return the names of the network's trained parameter tensors, in its order} */
    public List<String> tensors() {
        return ParameterTensor.trained(network).stream()
                .map(ParameterTensor::name)
                .toList();
    }

    /**
     * Trains to the end.
     *
     * @param observer notified of everything recorded
     * @param from where to go on; empty to begin
     * @param keeper given the state after every epoch that is measured
     * @throws DivergedException if training diverges: a weight becomes NaN or infinite
     */
    public void train(RunObserver observer, Optional<TrainingState> from, StateKeeper keeper) {
        int done = from.map(TrainingState::epochsDone).orElse(0);
        // Before anything is restored: the weights on dead inputs are recorded as shares of what they were at the very
        // beginning.
        EpochMeasures measures = spec.network() instanceof ConfiguredNetwork
                ? new NetworkMeasures(spec, examples, network, form)
                : new DenseMeasures(spec, examples, network);
        EpochMeter meter = new EpochMeter(measures, spec.iterationsPerEpoch());
        from.ifPresent(this::restore);
        observer.started(meter.start());
        if (done == 0) {
            observer.epoch(meter.measure(0));
        } else {
            meter.remember(done);
        }
        TrainingEngine training = engine(observer);
        for (int epoch = done + 1; epoch <= spec.training().epochs(); epoch++) {
            if (isRescaledAfter(epoch - 1)) {
                rescale();
                meter.remember(epoch - 1);
            }
            training.epoch(epoch, nextOrder());
            if (spec.measures(epoch)) {
                observer.epoch(meter.measure(epoch));
                keeper.keep(state(epoch));
            }
        }
        observer.finished();
    }

    private boolean isRescaledAfter(int epoch) {
        return spec.training().rescaling() != null
                && spec.training().rescaling().afterEpoch() == epoch;
    }

    private void rescale() {
        LayerRescaling rescaling = spec.training().rescaling();
        network.getParam(rescaling.layer() - 1 + "_W").muli(rescaling.factor());
    }

    /** Shuffles; the order is valid until the next call. */
    int[] nextOrder() {
        shuffle(1);
        return order;
    }

    /** The spec's engine on this run's network, telling an observer of the iterations. */
    TrainingEngine engine(RunObserver observer) {
        int rows = engine.stack().isPresent() ? IterationBlock.MAX_ROWS : DL4J_ROWS;
        BlockBuilder blocks = new BlockBuilder(tensors(), spec.execution().recordEvery(), rows, observer);
        LabelledExamples training = trainingExamples();
        if (engine.stack().isPresent()) {
            return new FusedEngine(network, engine.stack().get(), new ExampleSource(training), blocks);
        }
        if (spec.execution().recordEvery() > 0) {
            RecordingListener recording = new RecordingListener(network, ParameterTensor.trained(network), blocks);
            recording.remember(recordsBefore);
            network.addListeners(recording);
            listener = Optional.of(recording);
        }
        return new Dl4jEngine(network, training, spec.training().miniBatch(), form);
    }

    /**
     * The trained network as files.
     *
     * @return the network as it is now; empty if the spec says not to keep it
     */
    public Optional<TrainedNetwork> kept() {
        return spec.execution().keepNetwork() ? Optional.of(NetworkFiles.of(network)) : Optional.empty();
    }

    RunSpec spec() {
        return spec;
    }

    MultiLayerNetwork network() {
        return network;
    }

    InputForm form() {
        return form;
    }

    LabelledExamples trainingExamples() {
        return examples.of(DataSet.TRAINING);
    }

    private TrainingState state(int epoch) {
        byte[] bytes = state.toBytes(listener.map(RecordingListener::memory).orElse(new byte[0]));
        return new TrainingState(epoch, (long) epoch * spec.iterationsPerEpoch(), bytes, orderDigest());
    }

    /**
     * Goes to the state after some epochs: the network is the saved one, and the shuffles are drawn again, which leaves
     * the stream and the order where they were.
     */
    private void restore(TrainingState saved) {
        recordsBefore = state.fromBytes(saved.parameters());
        shuffle(saved.epochsDone());
        network.setIterationCount(Math.toIntExact(saved.iterationsDone()));
        network.setEpochCount(saved.epochsDone());
        if (!orderDigest().equals(saved.orderDigest())) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "after %d epochs the order of the examples must have SHA-256 %s, has %s",
                    saved.epochsDone(),
                    saved.orderDigest(),
                    orderDigest()));
        }
    }

    private String orderDigest() {
        ByteBuffer bytes = ByteBuffer.allocate(order.length * Integer.BYTES);
        bytes.asIntBuffer().put(order);
        return DigestUtils.sha256Hex(bytes.array());
    }
}
