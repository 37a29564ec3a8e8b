/** The book's own runs as specs, the numbers it printed, and why they are demanded as they are. */
package org.tailoff.reproductions.book;
