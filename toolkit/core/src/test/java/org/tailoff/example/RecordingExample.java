package org.tailoff.example;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.Provenance;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;
import org.tailoff.store.ValueType;
import org.tailoff.train.attach.RecordedNetwork;
import org.tailoff.train.attach.Recording;
import org.tailoff.train.platform.RunClock;

/** Trains a network of its own with DL4J's fit, and keeps every iteration of it. */
final class RecordingExample {
    private RecordingExample() {}

    public static void main(String[] arguments) {
        StoredRun run = train(Path.of(arguments[0]));
        double[] norms = run.series("0_W", IterationColumn.NORM);
        System.out.println("0_W went from norm " + norms[0] + " to " + norms[norms.length - 1]);
    }

    static StoredRun train(Path runs) {
        Random random = new Random(1);
        DataSet training = points(500, random);
        DataSet test = points(100, random);
        MultiLayerNetwork network = network();
        Recording recording = RecordedNetwork.of(network)
                .evaluating("test", new ListDataSetIterator<>(test.asList(), 100))
                .sampling(test.getFeatures());
        RunSetup setup = new RunSetup(
                "circle", network.getLayerWiseConfigurations().toYaml(), recording.tensors(), ValueType.DOUBLE);
        RunClock clock = RunClock.start(List.of());
        try (RunRecorder recorder = RunStore.at(runs).open(setup)) {
            try (RecordedNetwork recorded = recording.observe(recorder)) {
                recorded.network().fit(new ListDataSetIterator<>(training.asList(), 10), 5);
            }
            return recorder.finish(new Provenance("dl4j", Provenance.UNKNOWN, List.of(), List.of(clock.part())));
        }
    }

    private static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.5))
                .l2(1e-4)
                .list(
                        new DenseLayer.Builder()
                                .nIn(2)
                                .nOut(8)
                                .activation(Activation.TANH)
                                .build(),
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(8)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build());
        network.init();
        return network;
    }

    /** Points of a square, and whether they lie in a circle. */
    private static DataSet points(int count, Random random) {
        double[][] features = new double[count][2];
        double[][] labels = new double[count][2];
        for (int i = 0; i < count; i++) {
            features[i] = new double[] {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
            labels[i][Math.hypot(features[i][0], features[i][1]) < 0.7 ? 1 : 0] = 1;
        }
        return new DataSet(Nd4j.createFromArray(features), Nd4j.createFromArray(labels));
    }
}
