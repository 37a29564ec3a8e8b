package org.tailoff.svm;

/**
 * Two classes, whose images are numbered through: those of the first, then those of the second.
 *
 * @param first number of the first class
 * @param second number of the second, greater
 * @param classes all classes
 */
record Pair(int first, int second, Classes classes) {
    int count() {
        return classes.size(first) + classes.size(second);
    }

    private boolean isFirst(int image) {
        return image < classes.size(first);
    }

    /** Where an image is in the order of the classes. */
    int position(int image) {
        return isFirst(image)
                ? classes.starts()[first] + image
                : classes.starts()[second] + image - classes.size(first);
    }

    /** 1 for the first class, -1 for the second. */
    byte sign(int image) {
        return (byte) (isFirst(image) ? 1 : -1);
    }

    /** The class that an image is not of. */
    int against(int image) {
        return isFirst(image) ? second : first;
    }

    /** How many kernel values the images have among them. */
    long kernelValues() {
        return (long) count() * count();
    }
}
