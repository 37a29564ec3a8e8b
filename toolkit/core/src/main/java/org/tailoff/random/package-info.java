/**
 * Where randomness comes from: generators that are always handed over as arguments, never looked up.
 *
 * <p>Place in the flow {@code data -> spec -> initialise -> train -> record -> store -> ...}: beside it. The
 * {@code spec} names the seeds, {@code initialise} and {@code train} draw from the streams, and nothing here depends on
 * them.
 */
package org.tailoff.random;
