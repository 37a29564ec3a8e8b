package org.tailoff.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.tailoff.data.LabelledImages;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.RunStart;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;

/** Measures everything that is recorded once an epoch. */
final class EpochMeter {
    private static final int SATURATION_SAMPLE = 1000;

    private final List<ParameterTensor> parameters;
    private final List<TensorMeter> tensors = new ArrayList<>();
    private final SetEvaluator sets;
    private final SaturationMeter saturation;

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
        parameters = ParameterTensor.of(network);
        for (ParameterTensor tensor : parameters) {
            boolean fed = tensor.layer() == 0 && tensor.key().equals("W");
            tensors.add(new TensorMeter(tensor, memory, factor(spec, tensor), fed ? dead(training) : new boolean[0]));
        }
        sets = new SetEvaluator(spec, images, memory, parameters);
        saturation = new SaturationMeter(
                FusedRules.stack(spec.network()),
                memory.pointer(),
                new ImageSource(training),
                Math.min(SATURATION_SAMPLE, training.count()));
    }

    /** f = (1 - q)^(n/m) for decaying weights, 1 for what does not decay; L1 is no factor. */
    private static OptionalDouble factor(RunSpec spec, ParameterTensor tensor) {
        if (!tensor.key().equals("W")) {
            return OptionalDouble.of(1);
        }
        return spec.training().regularisation() instanceof Regularisation.L1
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.pow(1 - spec.decay(), spec.iterationsPerEpoch()));
    }

    private static boolean[] dead(LabelledImages training) {
        boolean[] dead = new boolean[training.pixelsPerImage()];
        for (int pixel : training.unusedPixels()) {
            dead[pixel] = true;
        }
        return dead;
    }

    /** Names and statistics of the tensors as they are now. */
    RunStart start() {
        List<RunStart.Tensor> started = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            ParameterTensor tensor = parameters.get(i);
            started.add(new RunStart.Tensor(
                    tensor.name(), tensor.shape(), tensors.get(i).statistics()));
        }
        return new RunStart(started);
    }

    /** Takes the parameters as they are now for those at the end of the last epoch. */
    void remember() {
        tensors.forEach(TensorMeter::remember);
    }

    /** The state after {@code epoch} passes. */
    EpochRecord measure(int epoch) {
        return new EpochRecord(
                epoch, sets.scores(), tensors.stream().map(TensorMeter::measure).toList(), saturation.measure());
    }
}
