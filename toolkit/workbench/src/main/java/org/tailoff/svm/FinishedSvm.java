package org.tailoff.svm;

/**
 * A support vector machine that was trained, now or before.
 *
 * @param result its result
 * @param reused whether it was found in the store
 */
public record FinishedSvm(SvmResult result, boolean reused) {}
