/**
 * Labelled images: read once, checked, and never changed.
 *
 * <p>Place in the flow {@code data -> spec -> initialise -> train -> record -> store -> ...}: the first. Files in IDX form
 * come in through DataVec's {@code RecordReader}; what goes out are bytes and plain arrays, no ND4J type.
 */
package org.tailoff.data;
