package org.tailoff.verify;

/**
 * An experiment of one run, which every machine repeats exactly: what is said of it is said of this run, and has no
 * interval.
 */
public interface OneRun extends Experiment {}
