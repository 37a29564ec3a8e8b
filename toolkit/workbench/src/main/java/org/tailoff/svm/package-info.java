/**
 * Support vector machines, with which the book compares its networks: the only package that sees libsvm.
 *
 * <p>{@code SvmScheduler -> SvmTrainer -> SupportVectorMachine}, which trains a decision for each pair of classes on
 * {@code KernelBlocks}, and has examples classified by a {@code VotingClassifier}. They are carried out beside the runs
 * of networks and end up as a {@code Source} of a comparison, like those.
 */
package org.tailoff.svm;
