package org.tailoff.train.fused;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tailoff.data.LabelledImages;
import org.tailoff.data.Mnist;
import org.tailoff.train.platform.NativeMemory;

/** The fused step on the book's network and examples, with and without the record of all four tensors, and its parts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xmx1g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"})
public class FusedStepBenchmark {
    private static final int MINI_BATCH = 10;

    /** Examples that are gone through in turn, a whole number of mini-batches. */
    private static final int EXAMPLES = 50_000;

    private static final SgdRule RULE = new SgdRule(0.5, SgdRule.Decay.L2, 5e-5);

    /** Neurons of the hidden layer. */
    @Param({"30", "100"})
    public int hidden;

    /** Format of the parameters. */
    @Param({"DOUBLE", "FLOAT"})
    public Precision precision;

    /** A floating-point format. */
    public enum Precision {
        /** 64 bits. */
        DOUBLE,
        /** 32 bits. */
        FLOAT
    }

    private int[] order;
    private int from;
    private FusedNetwork network;
    private FusedStep step;
    private MatrixProducts products;
    private double[] record;

    /** A network from N(0,1) parameters, and the training examples in a random order. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        LabelledImages examples = Mnist.embedded().training();
        DenseStack stack = new DenseStack(
                List.of(examples.inputs(), hidden, examples.outputs()),
                List.of(HiddenActivation.SIGMOID),
                OutputRule.SIGMOID_CROSS_ENTROPY);
        network = new FusedNetwork(stack, parameters(stack.parameters(), random), new ExampleSource(examples), MINI_BATCH);
        step = new FusedStep(network, RULE);
        products = new MatrixProducts(network, RULE, MINI_BATCH);
        record = new double[step.recordLength()];
        order = random.ints(EXAMPLES, 0, examples.count()).toArray();
        load();
    }

    private Pointer parameters(int count, SplittableRandom random) {
        ByteBuffer bytes = NativeMemory.bytes((long) count * Double.BYTES);
        double[] values = random.doubles(count).map(ignored -> random.nextGaussian()).toArray();
        if (precision == Precision.DOUBLE) {
            return new DoublePointer(bytes.asDoubleBuffer().put(values).rewind());
        }
        for (double value : values) {
            bytes.putFloat((float) value);
        }
        return new FloatPointer(bytes.rewind().asFloatBuffer());
    }

    private void load() {
        network.load(order, from, MINI_BATCH);
        from = (from + MINI_BATCH) % order.length;
    }

    /**
     * A step that records nothing.
     *
     * @return its cost
     */
    @Benchmark
    public double none() {
        load();
        return step.step();
    }

    /**
     * A step that records everything.
     *
     * @return its cost
     */
    @Benchmark
    public double full() {
        load();
        return step.step(record, 0);
    }

    /** The five matrix products of a step alone, over all inputs, on one mini-batch. */
    @Benchmark
    public void products() {
        products.run();
    }
}
