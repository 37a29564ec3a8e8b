/**
 * The chapter of the book, figure by figure: {@code ... record -> store -> figure -> report}.
 *
 * <p>A {@link org.tailoff.reproductions.Reproduction} says which runs a group of figures needs, which published numbers
 * they are compared with, and what to draw. Published numbers are compared with and drawn, and used for nothing else.
 */
package org.tailoff.reproductions;
