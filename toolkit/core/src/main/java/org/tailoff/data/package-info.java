/**
 * Labelled examples, images or rows of numbers: read once, checked, and never changed.
 *
 * <p>Place in the flow {@code data -> spec -> initialise -> train -> record -> store -> ...}: the first. Files come in
 * through DataVec's {@code RecordReader}; what goes out are bytes and plain arrays, no ND4J type.
 */
package org.tailoff.data;
