package org.tailoff.reproductions.argument.beyond;

/**
 * What was recorded of the weights of a network's two layers.
 *
 * @param hidden of the hidden layer
 * @param output of the output layer
 */
record TrainedLayers(LayerSteps hidden, LayerSteps output) {}
