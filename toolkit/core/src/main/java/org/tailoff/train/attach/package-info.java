/**
 * Records a {@code MultiLayerNetwork} of your own while your own program trains it:
 * {@link org.tailoff.train.attach.RecordedNetwork}.
 */
package org.tailoff.train.attach;
