package org.tailoff.train;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.tailoff.data.LabelledExamples;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch.Gradient;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;
import org.tailoff.train.fused.DenseStack;
import org.tailoff.train.fused.ExampleSource;
import org.tailoff.train.fused.FullGradient;
import org.tailoff.train.fused.FusedRules;
import org.tailoff.train.fused.SaturationMeter;
import org.tailoff.train.measure.ParameterMemory;
import org.tailoff.train.measure.ParameterTensor;
import org.tailoff.train.measure.TensorMeters;

/** Measures a stack of dense layers by the fused engine's forward pass, and now and then its whole gradient. */
final class DenseMeasures implements EpochMeasures {
    private static final int SATURATION_SAMPLE = 1000;

    /**
     * The full gradient costs about as much as the training of an epoch, so it is taken in all of the first epochs and
     * in some of the later.
     */
    private static final int EARLY_EPOCHS = 5;

    private static final int LATER_EPOCHS = 10;

    private final TensorMeters tensors;
    private final SetEvaluator sets;
    private final SaturationMeter saturation;
    private final FullGradient gradient;
    private final boolean recording;

    /**
     * What is measured of a run; takes the parameters as they are now for those before the first update.
     *
     * @param spec the run
     * @param images its images
     * @param network its network
     */
    DenseMeasures(RunSpec spec, RunSets images, MultiLayerNetwork network) {
        ParameterMemory memory = new ParameterMemory(network.params());
        LabelledExamples training = images.of(DataSet.TRAINING);
        List<ParameterTensor> parameters = ParameterTensor.of(network);
        recording = spec.execution().recordEvery() > 0;
        tensors = new TensorMeters(network, parameters, training.unusedInputs());
        sets = new SetEvaluator(spec, images, memory, parameters);
        DenseStack stack = FusedRules.stack(spec.dense());
        gradient = new FullGradient(stack, memory.pointer(), new ExampleSource(training), training.count());
        saturation = new SaturationMeter(
                stack, memory.pointer(), new ExampleSource(training), Math.min(SATURATION_SAMPLE, training.count()));
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
        return saturation.measure();
    }

    @Override
    public Optional<List<Gradient>> gradient(int epoch) {
        boolean wanted = recording && (epoch <= EARLY_EPOCHS || epoch % LATER_EPOCHS == 0);
        return wanted ? Optional.of(gradient.measure()) : Optional.empty();
    }
}
