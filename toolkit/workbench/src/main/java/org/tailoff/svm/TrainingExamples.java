package org.tailoff.svm;

import org.tailoff.data.LabelledExamples;

/**
 * What is trained on, in the order of its classes.
 *
 * @param images the training set
 * @param classes its classes and the order
 * @param squares ||x||^2 in that order
 * @param kernel how images are compared
 */
record TrainingExamples(LabelledExamples images, Classes classes, double[] squares, Kernel kernel) {
    static TrainingExamples of(LabelledExamples images, Kernel kernel) {
        Classes classes = Classes.of(images);
        return new TrainingExamples(images, classes, Kernel.squares(images, classes.order()), kernel);
    }
}
