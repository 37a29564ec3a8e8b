/**
 * The weight initialisers that ship with Tailoff: one small class each, found through {@link java.util.ServiceLoader} like
 * anybody else's.
 *
 * <p>Place in the flow {@code data -> spec -> initialise -> train -> record -> store -> ...}: behind {@code initialise},
 * whose interface and JDK types are all that is used here.
 */
package org.tailoff.plugins.initialisers;
