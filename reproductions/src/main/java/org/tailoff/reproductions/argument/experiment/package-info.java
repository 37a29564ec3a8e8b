/** The runs that decide the claims: the book's own, and the same network under other settings from several seeds. */
package org.tailoff.reproductions.argument.experiment;
