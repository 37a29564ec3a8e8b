/** DL4J's own weight initialisation as initialisers of ours ({@code dl4j:XAVIER}), and ours as one of DL4J's. */
package org.tailoff.train.initialise;
