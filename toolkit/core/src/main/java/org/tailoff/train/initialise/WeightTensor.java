package org.tailoff.train.initialise;

import org.tailoff.initialise.Layer;

/**
 * One of the tensors of a network that an initialiser draws.
 *
 * @param name DL4J's name, such as {@code 0_W}
 * @param layer its layer in words, such as {@code layer 0 (conv1, ConvolutionLayer)}
 * @param place where its layer stands among those with weights, and the layer's activation function
 * @param layout how its numbers lie, or why they are not drawn
 */
public record WeightTensor(String name, String layer, Layer.Place place, WeightLayout layout) {}
