/**
 * What was seen while a network trained, as immutable values: {@code data -> spec -> initialise -> train -> record ->
 * store -> ...}.
 *
 * <p>{@code train} makes these values and hands them to a {@link org.tailoff.record.RunObserver}; {@code store} keeps
 * them and gives them back; everything later reads them. The package uses the JDK alone.
 *
 * <p>Numbering, everywhere: iterations (updates) count from 0. Epochs count from 1, so that W(e) is the state at the
 * end of epoch e and W(0) the state before the first update; a record of epoch 0 is the initial state, and no iteration
 * belongs to it.
 */
package org.tailoff.record;
