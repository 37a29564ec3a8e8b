package org.tailoff.svm;

/**
 * A machine that was trained, now or before.
 *
 * @param result what came of it
 * @param reused whether it was found in the store
 */
public record FinishedSvm(SvmResult result, boolean reused) {}
