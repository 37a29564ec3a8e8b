/**
 * What is claimed, what was measured, and the verdict that follows: after {@code analysis}, before the figures and the
 * report.
 *
 * <p>A verdict is a pure function of a {@link org.tailoff.claim.Prediction}, fixed in code before the runs, of
 * {@link org.tailoff.claim.Evidence} and of {@link org.tailoff.claim.Control}s. Nothing here trains or reads a run.
 */
package org.tailoff.claim;
