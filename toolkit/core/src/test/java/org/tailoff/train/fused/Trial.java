package org.tailoff.train.fused;

import java.util.SplittableRandom;
import org.tailoff.train.Parameters;

/** A randomly drawn network with the fused step on it and the plain step next to it, from the same parameters. */
public final class Trial {

    static final int CAPACITY = 12;

    final SplittableRandom random;
    public final DenseStack stack;
    public final ArraySource source;
    public final Parameters parameters;
    public final FusedNetwork network;
    public final FusedStep step;
    public final PlainStep plain;
    public final double[] record;

    public Trial(long seed, OutputRule output, SgdRule rule, boolean single) {
        random = new SplittableRandom(seed);
        stack = Shapes.stack(random, output);
        source = ArraySource.random(random, 3 * CAPACITY, stack.fanIn(0), stack.fanOut(stack.layers() - 1));
        double[] start = Shapes.parameters(random, stack.parameters());
        parameters = Parameters.of(single, start);
        network = new FusedNetwork(stack, parameters.pointer(), source, CAPACITY);
        step = new FusedStep(network, rule);
        plain = new PlainStep(stack, rule, start);
        record = new double[step.recordLength()];
    }

    /** Decay of 1/128 to 16/128 per step, exact in single precision. */
    public static SgdRule rule(long seed, SgdRule.Decay decay, double learningRate) {
        double q = 0x1p-7 * (1 + new SplittableRandom(seed).nextInt(16));
        return new SgdRule(learningRate, decay, decay == SgdRule.Decay.NONE ? 0 : q);
    }

    /** Mini-batch {@code t} of random size. */
    public double recordedStep(int t) {
        int count = 1 + random.nextInt(CAPACITY);
        network.load(source.order(), t * CAPACITY, count);
        plain.step(source, t * CAPACITY, count);
        return step.step(record, 0);
    }

    /** Lets both go on from the fused step's parameters, so that rounding cannot part them at the corner of a relu. */
    public void align() {
        double[] now = parameters.read();
        System.arraycopy(now, 0, plain.parameters, 0, now.length);
    }
}
