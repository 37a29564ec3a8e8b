package org.tailoff.reproductions.argument.beyond;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.tailoff.data.LabelledExamples;
import org.tailoff.data.Mnist;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.RunObserver;
import org.tailoff.record.RunStart;
import org.tailoff.reproductions.argument.beyond.NetworkSetting.Method;
import org.tailoff.train.ExactCrossEntropy;
import org.tailoff.train.attach.RecordedNetwork;

/**
 * Trains networks of DL4J's and keeps every step in memory, about 0.6 MB a network. One at a time: DL4J draws all
 * networks' first weights from one generator.
 */
final class Dl4jRuns implements Function<NetworkSetting, TrainedLayers> {
    private static final int INPUTS = 784;
    private static final int CLASSES = 10;

    /** A word every 1,000 steps, which take a second or two. */
    private static final int EPOCHS_PER_LINE = 10;

    private final Consumer<String> progress;
    private LabelledExamples images;

    Dl4jRuns(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public TrainedLayers apply(NetworkSetting setting) {
        if (images == null) {
            images = Mnist.embedded().training().first(NetworkSetting.IMAGES);
        }
        MultiLayerNetwork network = network(setting);
        List<String> weights = List.of("0_W", setting.normalised() ? "3_W" : "1_W");
        Columns hidden = new Columns(weights.get(0));
        Columns output = new Columns(weights.get(1));
        try (RecordedNetwork recorded =
                RecordedNetwork.of(network).only(weights::contains).observe(hidden, output)) {
            fit(recorded.network(), setting);
        }
        return new TrainedLayers(hidden.steps(), output.steps());
    }

    private void fit(MultiLayerNetwork network, NetworkSetting setting) {
        RandomGenerator random = new NamedStreams(setting.seed()).shuffling();
        int[] order = Shuffle.identity(NetworkSetting.IMAGES);
        for (int epoch = 0; epoch * NetworkSetting.STEPS_PER_EPOCH < setting.iterations(); epoch++) {
            if (epoch % EPOCHS_PER_LINE == 0) {
                progress.accept(String.format(
                        Locale.ROOT, "%s: step %d", setting.name(), epoch * NetworkSetting.STEPS_PER_EPOCH));
            }
            Shuffle.inPlace(order, random);
            network.fit(new ExistingDataSetIterator(batches(order)));
        }
    }

    private List<DataSet> batches(int[] order) {
        List<DataSet> batches = new ArrayList<>();
        for (int from = 0; from < order.length; from += NetworkSetting.MINI_BATCH) {
            double[][] inputs = new double[NetworkSetting.MINI_BATCH][INPUTS];
            double[][] labels = new double[NetworkSetting.MINI_BATCH][CLASSES];
            for (int i = 0; i < NetworkSetting.MINI_BATCH; i++) {
                images.copyInputs(order[from + i], inputs[i], 0);
                labels[i][images.label(order[from + i])] = 1;
            }
            batches.add(new DataSet(Nd4j.createFromArray(inputs), Nd4j.createFromArray(labels)));
        }
        return batches;
    }

    static MultiLayerNetwork network(NetworkSetting setting) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(setting.seed())
                .dataType(DataType.DOUBLE)
                .updater(updater(setting))
                .weightInit(WeightInit.LECUN_NORMAL)
                .list();
        DenseLayer.Builder hidden =
                new DenseLayer.Builder().nIn(INPUTS).nOut(NetworkSetting.HIDDEN).hasBias(!setting.normalised());
        // On the layer: what is set on a whole network DL4J applies twice (docs/recording.md).
        if (setting.method() == Method.ADAMW) {
            hidden.weightDecay(setting.decay(), true);
        } else {
            hidden.l2(setting.decay());
        }
        if (setting.normalised()) {
            layers.layer(hidden.activation(Activation.IDENTITY).build())
                    .layer(new BatchNormalization.Builder()
                            .nIn(NetworkSetting.HIDDEN)
                            .nOut(NetworkSetting.HIDDEN)
                            .build())
                    .layer(new ActivationLayer(Activation.SIGMOID));
        } else {
            layers.layer(hidden.activation(Activation.SIGMOID).build());
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(layers.layer(output(setting)).build());
        network.init();
        return network;
    }

    private static IUpdater updater(NetworkSetting setting) {
        return setting.method() == Method.SGD_L2 ? new Sgd(setting.learningRate()) : new Adam(setting.learningRate());
    }

    private static OutputLayer output(NetworkSetting setting) {
        OutputLayer.Builder output = new OutputLayer.Builder(new ExactCrossEntropy())
                .nIn(NetworkSetting.HIDDEN)
                .nOut(CLASSES)
                .activation(Activation.SIGMOID);
        switch (setting.method()) {
            case ADAM_L2 -> output.l2(setting.decay());
            case ADAMW -> output.weightDecay(setting.decay(), true);
            case SGD_L2 -> {}
        }
        return output.build();
    }

    /** Keeps what {@link LayerSteps} needs of one tensor. */
    private static final class Columns implements RunObserver {
        private final String tensor;
        private final List<double[]> rows = new ArrayList<>();
        private double first;
        private int weights;

        Columns(String tensor) {
            this.tensor = tensor;
        }

        @Override
        public void started(RunStart start) {
            start.tensors().stream().filter(each -> each.name().equals(tensor)).forEach(each -> {
                first = each.initial().norm();
                weights = each.shape().stream().reduce(1, (a, b) -> a * b);
            });
        }

        @Override
        public void iterations(IterationBlock block) {
            int at = block.tensors().indexOf(tensor);
            for (int row = 0; row < block.rows(); row++) {
                double[] values = new double[IterationColumn.COUNT];
                for (IterationColumn column : IterationColumn.values()) {
                    values[column.index()] = block.value(row, at, column);
                }
                rows.add(values);
            }
        }

        LayerSteps steps() {
            double[] before = new double[rows.size()];
            System.arraycopy(column(IterationColumn.NORM), 0, before, 1, before.length - 1);
            before[0] = first;
            return new LayerSteps(
                    weights,
                    before,
                    column(IterationColumn.UPDATE_NORM),
                    column(IterationColumn.COSINE_UPDATE_WEIGHTS),
                    column(IterationColumn.GRADIENT_NORM),
                    column(IterationColumn.DECAY_STEP_NORM));
        }

        private double[] column(IterationColumn column) {
            return rows.stream().mapToDouble(row -> row[column.index()]).toArray();
        }
    }
}
