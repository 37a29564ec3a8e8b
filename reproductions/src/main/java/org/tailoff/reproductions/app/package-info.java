/** The {@code tailoff} command: the general commands, with this book, and the book's own. */
package org.tailoff.reproductions.app;
