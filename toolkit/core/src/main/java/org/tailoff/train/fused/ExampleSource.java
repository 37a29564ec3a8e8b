package org.tailoff.train.fused;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.tailoff.data.LabelledExamples;

/**
 * Examples as the fused engine asks for them.
 *
 * @param examples the set
 */
public record ExampleSource(LabelledExamples examples) implements BatchSource {
    @Override
    public int inputs() {
        return examples.inputs();
    }

    @Override
    public int outputs() {
        return examples.outputs();
    }

    @Override
    public void inputsInto(int[] order, int from, int count, DoubleBuffer target) {
        examples.copyInputs(order, from, count, target);
    }

    @Override
    public void inputsInto(int[] order, int from, int count, FloatBuffer target) {
        examples.copyInputs(order, from, count, target);
    }

    @Override
    public int firstUsed(int example) {
        return examples.firstUsed(example);
    }

    @Override
    public int endOfUsed(int example) {
        return examples.endOfUsed(example);
    }

    @Override
    public double largest() {
        return examples.largest();
    }

    @Override
    public int label(int example) {
        return examples.label(example);
    }
}
