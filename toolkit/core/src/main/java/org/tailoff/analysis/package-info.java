/**
 * From recorded numbers to estimates with their uncertainty: {@code data -> spec -> initialise -> train -> record ->
 * store -> analysis -> claim -> figure -> report}.
 *
 * <p>What comes in are plain arrays read from the {@code store}, one value or one series for each seed; what goes out
 * is an {@link org.tailoff.analysis.Estimate}, a p-value or a fit, on which a {@code claim} is judged. The package uses
 * the JDK and Hipparchus alone and knows nothing of runs.
 *
 * <p>The independent unit is the seed, everywhere. Epochs of one run are not independent of each other, so that an
 * interval computed from residuals along a series would be too narrow; every interval here comes from the spread
 * between seeds.
 */
package org.tailoff.analysis;
