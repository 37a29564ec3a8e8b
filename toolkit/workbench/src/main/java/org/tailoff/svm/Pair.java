package org.tailoff.svm;

/**
 * Two classes, whose examples are numbered through: those of the first, then those of the second.
 *
 * @param first number of the first class
 * @param second number of the second, greater
 * @param classes all classes
 */
record Pair(int first, int second, Classes classes) {
    int count() {
        return classes.size(first) + classes.size(second);
    }

    private boolean isFirst(int example) {
        return example < classes.size(first);
    }

    /** Where an example is in the order of the classes. */
    int position(int example) {
        return isFirst(example)
                ? classes.starts()[first] + example
                : classes.starts()[second] + example - classes.size(first);
    }

    /** 1 for the first class, -1 for the second. */
    byte sign(int example) {
        return (byte) (isFirst(example) ? 1 : -1);
    }

    /** The class that an example is not of. */
    int against(int example) {
        return isFirst(example) ? second : first;
    }

    /** How many kernel values the examples have among them. */
    long kernelValues() {
        return (long) count() * count();
    }
}
