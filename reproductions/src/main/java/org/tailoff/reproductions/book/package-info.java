/** The book's own runs as specs, the numbers it printed, and how ours must agree with them. */
package org.tailoff.reproductions.book;
