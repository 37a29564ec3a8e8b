/**
 * The exponential and the sigmoid of both engines: the same bits on every JDK and processor, and stable where the
 * textbook's formula overflows.
 */
package org.tailoff.train.activation;
