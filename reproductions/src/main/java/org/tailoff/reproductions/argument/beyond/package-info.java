/**
 * Claims on networks that a spec cannot describe, a normalised layer and Adam with two kinds of decay: they are trained
 * here by DL4J's own {@code fit}, under {@link org.tailoff.train.attach.RecordedNetwork}, when the claims are examined.
 */
package org.tailoff.reproductions.argument.beyond;
