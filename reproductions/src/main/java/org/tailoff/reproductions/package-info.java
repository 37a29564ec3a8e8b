/** The chapter of the book, figure by figure. */
package org.tailoff.reproductions;
