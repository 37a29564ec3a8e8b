package org.tailoff.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.tailoff.data.LabelledExamples;
import org.tailoff.random.Shuffle;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch.Gradient;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;
import org.tailoff.train.measure.ActivationMeter;
import org.tailoff.train.measure.NetworkScorer;
import org.tailoff.train.measure.ParameterTensor;
import org.tailoff.train.measure.TensorMeters;

/** Measures any network through DL4J's own forward pass; the gradient of the whole training set is not measured. */
final class NetworkMeasures implements EpochMeasures {
    /** The activations of a batch of a small convolutional network then take some ten megabytes. */
    private static final int BATCH = 250;

    private final TensorMeters tensors;
    private final NetworkScorer sets;
    private final ActivationMeter layers;

    /**
     * What is measured of a run; takes the parameters as they are now for those before the first update.
     *
     * @param spec the run
     * @param examples its examples
     * @param network its network
     * @param form in which the network takes them
     */
    NetworkMeasures(RunSpec spec, RunSets examples, MultiLayerNetwork network, InputForm form) {
        LabelledExamples training = examples.of(DataSet.TRAINING);
        tensors = new TensorMeters(network, ParameterTensor.trained(network), unusedInputs(network, training));
        Map<String, DataSetIterator> named = new LinkedHashMap<>();
        for (DataSet set : spec.data().evaluate()) {
            named.put(set.label(), batches(examples.of(set), network, form));
        }
        sets = new NetworkScorer(network, named, training.classifies());
        layers = new ActivationMeter(network, form.sample(network, training));
    }

    private static MiniBatches batches(LabelledExamples examples, MultiLayerNetwork network, InputForm form) {
        return new MiniBatches(
                examples,
                Shuffle.identity(examples.count()),
                BATCH,
                form,
                network.params().dataType());
    }

    /** Of a dense first layer alone one can say which of its weights no input reaches. */
    private static int[] unusedInputs(MultiLayerNetwork network, LabelledExamples training) {
        boolean dense = network.getLayer(0).conf().getLayer() instanceof DenseLayer
                && network.getLayerWiseConfigurations().getInputPreProcess(0) == null;
        return dense ? training.unusedInputs() : new int[0];
    }

    @Override
    public TensorMeters tensors() {
        return tensors;
    }

    @Override
    public List<SetScore> scores() {
        return sets.scores();
    }

    @Override
    public List<LayerEpoch> layers() {
        return layers.measure();
    }

    @Override
    public Optional<List<Gradient>> gradient(int epoch) {
        return Optional.empty();
    }
}
