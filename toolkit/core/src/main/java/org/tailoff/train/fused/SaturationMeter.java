package org.tailoff.train.fused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.Pointer;
import org.tailoff.record.LayerEpoch;

/** Measures how saturated the hidden layers are over a fixed sample of images (claim A4-1 of the exercise's thread). */
public final class SaturationMeter {
    private final DenseStack stack;
    private final FusedNetwork network;
    private final int images;
    private final long[] saturated;
    private final double[] slope;
    private final double[] squares;
    private final long[] seen;

    /**
     * Makes the meter.
     *
     * @param stack shape of the network
     * @param parameters its parameters
     * @param source images, the first of which are the sample
     * @param images size of the sample
     */
    public SaturationMeter(DenseStack stack, Pointer parameters, BatchSource source, int images) {
        this.stack = stack;
        this.images = images;
        network = new FusedNetwork(stack, parameters, source, stack.chunk());
        saturated = new long[stack.layers() - 1];
        slope = new double[stack.layers() - 1];
        squares = new double[stack.layers() - 1];
        seen = new long[stack.layers() - 1];
    }

    /** One record per hidden layer, at the parameters as they are now. */
    public List<LayerEpoch> measure() {
        Arrays.fill(saturated, 0);
        Arrays.fill(slope, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(seen, 0);
        network.loadAll(0, images, from -> network.forward(this::see));
        List<LayerEpoch> layers = new ArrayList<>();
        for (int layer = 0; layer < seen.length; layer++) {
            layers.add(new LayerEpoch(
                    Integer.toString(layer),
                    (double) saturated[layer] / seen[layer],
                    slope[layer] / seen[layer],
                    OptionalDouble.of(Math.sqrt(squares[layer] / seen[layer]))));
        }
        return layers;
    }

    private void see(int layer, double[] z, int count) {
        double[] a = Arrays.copyOf(z, count);
        double[] derivatives = new double[count];
        Arrays.fill(derivatives, 1);
        stack.hidden().get(layer).activate(a, count);
        stack.hidden().get(layer).timesDerivative(a, derivatives, count);
        for (int i = 0; i < count; i++) {
            saturated[layer] += Math.abs(z[i]) > LayerEpoch.SATURATED ? 1 : 0;
            slope[layer] += derivatives[i];
            squares[layer] += z[i] * z[i];
        }
        seen[layer] += count;
    }
}
