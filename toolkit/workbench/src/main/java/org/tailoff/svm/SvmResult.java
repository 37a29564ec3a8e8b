package org.tailoff.svm;

/**
 * The result of a support vector machine; the content of its file.
 *
 * @param spec its settings
 * @param images size of the validation set
 * @param correct how many of those it classified correctly
 * @param seconds wall time it took when it was trained
 * @param library what trained it
 */
public record SvmResult(SvmSpec spec, int images, int correct, double seconds, String library) {}
