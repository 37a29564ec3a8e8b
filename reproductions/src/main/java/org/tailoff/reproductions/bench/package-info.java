/** {@code tailoff bench}: what an iteration costs, beside NumPy and beside the matrix products alone. */
package org.tailoff.reproductions.bench;
