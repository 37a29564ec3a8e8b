/**
 * Cross-entropy and the quadratic cost as the book has them, where DL4J clips, and the exponential that both engines
 * use.
 */
package org.tailoff.train.loss;
