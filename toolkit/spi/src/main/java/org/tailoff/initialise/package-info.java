/**
 * What a network's weights start from: the interface that initialisers implement.
 *
 * <p>A plugin implements {@link org.tailoff.initialise.WeightInitialiser} and sees what that takes and gives:
 * {@link org.tailoff.initialise.Layer}, {@link org.tailoff.initialise.LayerShape},
 * {@link org.tailoff.initialise.LayerKind}, {@link org.tailoff.initialise.Sample},
 * {@link org.tailoff.initialise.Parameter} and {@link org.tailoff.initialise.Distribution}. A {@code spec} names an
 * initialiser by its id, the {@code registry} finds it, and {@code train} writes what it drew into the network.
 */
package org.tailoff.initialise;
