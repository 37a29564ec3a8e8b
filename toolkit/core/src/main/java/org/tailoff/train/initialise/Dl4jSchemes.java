package org.tailoff.train.initialise;

import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tailoff.initialise.LayerShape;

/**
 * DL4J's weight schemes, called as DL4J does; apart from {@link Dl4jInitialiser}, which is loaded where there is no
 * DL4J.
 */
final class Dl4jSchemes {
    private Dl4jSchemes() {}

    /** Weights neuron by neuron. ND4J's generator is the calling thread's own, and has the seed afterwards. */
    static double[] weights(String scheme, LayerShape shape, long seed) {
        Nd4j.getRandom().setSeed(seed);
        INDArray memory = Nd4j.create(DataType.DOUBLE, shape.weightCount());
        long[] matrix = {shape.fanIn(), shape.neurons()};
        WeightInit.valueOf(scheme).getWeightInitFunction().init(shape.fanIn(), shape.fanOut(), matrix, 'f', memory);
        return memory.toDoubleVector();
    }
}
