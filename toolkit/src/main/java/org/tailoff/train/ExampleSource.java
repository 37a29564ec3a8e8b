package org.tailoff.train;

import org.tailoff.data.LabelledExamples;

/**
 * Examples as the fused engine asks for them.
 *
 * @param examples the set
 */
record ExampleSource(LabelledExamples examples) implements BatchSource {
    @Override
    public int inputs() {
        return examples.inputs();
    }

    @Override
    public int outputs() {
        return examples.classes().size();
    }

    @Override
    public void inputsInto(int[] order, int from, int count, double[] target) {
        examples.copyInputs(order, from, count, target);
    }

    @Override
    public int label(int example) {
        return examples.label(example);
    }
}
