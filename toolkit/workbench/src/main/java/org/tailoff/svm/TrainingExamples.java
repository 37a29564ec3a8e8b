package org.tailoff.svm;

import org.tailoff.data.LabelledExamples;

/**
 * What is trained on, in the order of its classes.
 *
 * @param examples the training set
 * @param classes its classes and the order
 * @param squares ||x||^2 in that order
 * @param kernel how examples are compared
 */
record TrainingExamples(LabelledExamples examples, Classes classes, double[] squares, Kernel kernel) {
    static TrainingExamples of(LabelledExamples examples, Kernel kernel) {
        Classes classes = Classes.of(examples);
        return new TrainingExamples(examples, classes, Kernel.squares(examples, classes.order()), kernel);
    }
}
