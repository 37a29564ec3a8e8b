package org.tailoff.train;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.tailoff.data.LabelledImages;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunStart;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.RunSpec;

/** Measures everything that is recorded once an epoch. */
final class EpochMeter {
    private static final int SATURATION_SAMPLE = 1000;

    private final TensorMeters tensors;
    private final SetEvaluator sets;
    private final SaturationMeter saturation;
    private final int steps;

    /**
     * Makes the meter of a run.
     *
     * @param spec the run
     * @param images its images
     * @param network its network
     */
    EpochMeter(RunSpec spec, ImageSets images, MultiLayerNetwork network) {
        ParameterMemory memory = new ParameterMemory(network.params());
        LabelledImages training = images.of(DataSet.TRAINING);
        List<ParameterTensor> parameters = ParameterTensor.of(network);
        steps = spec.iterationsPerEpoch();
        tensors = new TensorMeters(network, parameters, training.unusedPixels());
        sets = new SetEvaluator(spec, images, memory, parameters);
        saturation = new SaturationMeter(
                FusedRules.stack(spec.network()),
                memory.pointer(),
                new ImageSource(training),
                Math.min(SATURATION_SAMPLE, training.count()));
    }

    /** Names and statistics of the tensors as they are now. */
    RunStart start() {
        return tensors.start();
    }

    /** Takes the parameters as they are now for those at the end of the last epoch. */
    void remember() {
        tensors.remember();
    }

    /** The state after {@code epoch} passes. */
    EpochRecord measure(int epoch) {
        return new EpochRecord(epoch, sets.scores(), tensors.measure(steps), saturation.measure());
    }
}
