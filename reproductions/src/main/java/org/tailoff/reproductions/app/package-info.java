/** The {@code tailoff} command: the general commands, told of this book, and the book's own. */
package org.tailoff.reproductions.app;
