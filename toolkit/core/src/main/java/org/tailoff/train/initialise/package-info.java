/** DL4J's own weight initialisation as initialisers of ours: {@code dl4j:XAVIER} and its kin. */
package org.tailoff.train.initialise;
