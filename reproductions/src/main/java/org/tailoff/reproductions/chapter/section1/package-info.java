/** Section 3.1: a single neuron that learns, and activation functions. */
package org.tailoff.reproductions.chapter.section1;
