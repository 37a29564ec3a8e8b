/**
 * Labelled examples, images or rows of numbers: read once, checked, and never changed.
 *
 * <p>Place in the flow {@code data -> spec -> initialise -> train -> record -> store -> ...}: the first. What goes out
 * are bytes and plain arrays, no ND4J type; what is too large for memory is left in files that are mapped.
 */
package org.tailoff.data;
