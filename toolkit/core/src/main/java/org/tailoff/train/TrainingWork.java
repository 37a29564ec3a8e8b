package org.tailoff.train;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.RunSpec;

/** How much there is to multiply: what estimates of time and the order of runs rest on. */
public final class TrainingWork {
    private TrainingWork() {}

    /**
     * Multiplications of one example's way forward: each weight as often as it is used.
     *
     * @param spec the run
     * @return about so many; where the size of a convolution's images is not known, one for each weight
     */
    public static long multiplications(RunSpec spec) {
        if (spec.network() instanceof ConfiguredNetwork configured) {
            return multiplications(ConfiguredNetworks.configuration(configured));
        }
        List<Integer> layers = spec.dense().layers();
        return IntStream.range(1, layers.size())
                .mapToLong(layer -> (long) layers.get(layer - 1) * layers.get(layer))
                .sum();
    }

    private static long multiplications(MultiLayerConfiguration configuration) {
        InputType type = null;
        long sum = 0;
        for (int layer = 0; layer < configuration.getConfs().size(); layer++) {
            NeuralNetConfiguration conf = configuration.getConf(layer);
            InputPreProcessor before = configuration.getInputPreProcess(layer);
            if (layer == 0 && before instanceof FeedForwardToCnnPreProcessor images) {
                type = InputType.convolutional(
                        images.getInputHeight(), images.getInputWidth(), images.getNumChannels());
            } else if (type != null && before != null) {
                type = before.getOutputType(type);
            }
            type = type == null ? null : conf.getLayer().getOutputType(layer, type);
            long positions = type instanceof InputType.InputTypeConvolutional images
                    ? images.getHeight() * images.getWidth()
                    : 1;
            sum += positions * conf.getLayer().initializer().numParams(conf);
        }
        return sum;
    }
}
