package org.tailoff.reproductions.machine;

import org.tailoff.data.LabelledExamples;

/**
 * What a machine learns from, in the order of its classes.
 *
 * @param images the training set
 * @param classes its classes and the order
 * @param squares ||x||^2 in that order
 * @param kernel how images are compared
 */
record Learnt(LabelledExamples images, Classes classes, double[] squares, Kernel kernel) {
    static Learnt of(LabelledExamples images, Kernel kernel) {
        Classes classes = Classes.of(images);
        return new Learnt(images, classes, Kernel.squares(images, classes.order()), kernel);
    }
}
