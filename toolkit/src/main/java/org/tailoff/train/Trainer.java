package org.tailoff.train;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tailoff.data.DigitData;
import org.tailoff.data.LabelledImages;
import org.tailoff.initialise.Initialisation;
import org.tailoff.initialise.LayerParameters;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.random.BookStreams;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.RandomStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunObserver;
import org.tailoff.record.SetScore;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;

/** Carries out one run: initialise, then shuffle, train and evaluate epoch by epoch. */
public final class Trainer {
    private final RunSpec spec;
    private final DigitData data;
    private final RunObserver observer;

    /**
     * Prepares a run.
     *
     * @param spec what to do
     * @param data the images
     * @param observer told of everything recorded
     * @throws IllegalArgumentException if the spec does not fit the images
     */
    public Trainer(RunSpec spec, DigitData data, RunObserver observer) {
        this.spec = spec;
        this.data = data;
        this.observer = observer;
        if (spec.data().trainingImages() > data.training().count()) {
            throw new IllegalArgumentException("data.training-images must be at most "
                    + data.training().count() + ", the size of the training set, was "
                    + spec.data().trainingImages());
        }
    }

    /**
     * Trains.
     *
     * @param initialiser what draws the initial parameters
     */
    public void train(WeightInitialiser initialiser) {
        RandomStreams streams = streams(spec.seeds());
        MultiLayerNetwork network = Networks.build(spec, initial(initialiser, streams.initialisation()));
        LabelledImages training = set(DataSet.TRAINING);
        int[] order = Shuffle.identity(training.count());
        RandomGenerator shuffling = streams.shuffling();
        for (int skipped = 0; skipped < epochsBefore(); skipped++) {
            Shuffle.inPlace(order, shuffling);
        }
        for (int epoch = 0; epoch < spec.training().epochs(); epoch++) {
            Shuffle.inPlace(order, shuffling);
            network.fit(new MiniBatches(
                    training,
                    order,
                    spec.training().miniBatch(),
                    network.params().dataType()));
            observer.epoch(new EpochRecord(epoch, scores(network)));
        }
    }

    private static RandomStreams streams(SeedSpec seeds) {
        return seeds instanceof SeedSpec.Book book
                ? new BookStreams(book.seed())
                : new NamedStreams(((SeedSpec.Streams) seeds).master());
    }

    /** The parameters a program arrives at after it has drawn {@code networksBefore} others of the same shape. */
    private List<LayerParameters> initial(WeightInitialiser initialiser, RandomGenerator random) {
        List<LayerShape> shapes = Networks.shapes(spec.network());
        if (spec.seeds() instanceof SeedSpec.Book book) {
            int parameters = shapes.stream()
                    .mapToInt(shape -> shape.weightCount() + shape.fanOut())
                    .sum();
            for (long skipped = 0; skipped < (long) book.networksBefore() * parameters; skipped++) {
                random.nextGaussian();
            }
        }
        return Initialisation.of(initialiser, shapes, random);
    }

    private int epochsBefore() {
        return spec.seeds() instanceof SeedSpec.Book book ? book.epochsBefore() : 0;
    }

    private LabelledImages set(DataSet set) {
        return switch (set) {
            case TRAINING -> data.training().first(spec.data().trainingImages());
            case VALIDATION -> data.validation();
            case TEST -> data.test();
        };
    }

    private List<SetScore> scores(MultiLayerNetwork network) {
        List<SetScore> scores = new ArrayList<>();
        for (DataSet set : spec.data().evaluate()) {
            Evaluation evaluation = Evaluation.of(network, set(set));
            double regulariser = spec.training().regularisation().coefficient(evaluation.images()) * penalty(network);
            scores.add(new SetScore(
                    set.label(),
                    evaluation.images(),
                    evaluation.correct(),
                    evaluation.cost(),
                    evaluation.cost() + regulariser));
        }
        return scores;
    }

    /** Half the sum of the squared weights for L2 (book eq. 85), the sum of their magnitudes for L1 (eq. 95). */
    private double penalty(MultiLayerNetwork network) {
        boolean absolute = spec.training().regularisation() instanceof Regularisation.L1;
        double penalty = 0;
        for (Layer layer : network.getLayers()) {
            INDArray weights = layer.getParam(DefaultParamInitializer.WEIGHT_KEY);
            penalty += absolute
                    ? weights.norm1Number().doubleValue()
                    : Math.pow(weights.norm2Number().doubleValue(), 2) / 2;
        }
        return penalty;
    }
}
