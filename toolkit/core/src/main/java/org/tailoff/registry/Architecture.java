package org.tailoff.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerShape;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.Sample;
import org.tailoff.text.Texts;

/**
 * A stack of dense layers that wants parameters, as far as it is known.
 *
 * @param shapes the layers' sizes, from the first hidden layer to the output layer
 * @param activations what each layer does to its weighted inputs; empty if that is not known
 * @param examples inputs of the first layer, for initialisers that look at data; empty if there are none
 */
public record Architecture(List<LayerShape> shapes, List<ActivationFunction> activations, Optional<Examples> examples) {
    /**
     * Checks that the lists belong together.
     *
     * @param shapes the layers' sizes
     * @param activations what each layer does to its weighted inputs
     * @param examples inputs of the first layer
     * @throws IllegalArgumentException if there are activations, but not one per layer, or examples without activations
     */
    public Architecture {
        shapes = List.copyOf(shapes);
        activations = List.copyOf(activations);
        Texts.require(
                activations.isEmpty() || activations.size() == shapes.size(),
                "activations must be " + shapes.size() + ", one per layer, were " + activations.size());
        Texts.require(examples.isEmpty() || !activations.isEmpty(), "examples need the activations of the layers");
    }

    /**
     * Layers of which nothing but the sizes is known.
     *
     * @param shapes the layers' sizes, from the first hidden layer to the output layer
     * @return the stack
     */
    public static Architecture of(List<LayerShape> shapes) {
        return new Architecture(shapes, List.of(), Optional.empty());
    }

    /**
     * What a layer does to its weighted inputs.
     *
     * @param name in lower case, such as {@code sigmoid}
     * @param function the activations of the weighted inputs of one example; given an array that it may write to
     */
    public record ActivationFunction(String name, UnaryOperator<double[]> function) {}

    /** Where examples come from, asked for only if an initialiser wants them. */
    @FunctionalInterface
    public interface Examples {
        /**
         * The examples.
         *
         * @return at least one, each as many numbers as the first layer has inputs
         */
        double[][] get();
    }

    /**
     * The first layer, as an initialiser is asked for its weights.
     *
     * @param parameters of the initialiser
     * @param biases fanOut numbers
     * @return the layer with its place and sample, where they are known
     */
    public Layer firstLayer(List<Parameter> parameters, double[] biases) {
        return new Layer(
                shapes.get(0), parameters, place(0), firstSample(biases.clone()).map(Sample.class::cast));
    }

    /** What the first layer receives. */
    Optional<LayerSample> firstSample(double[] biases) {
        return examples.map(source -> new LayerSample(biases, activations.get(0), source::get));
    }

    /** Where a layer stands, if that is known. */
    Optional<Layer.Place> place(int index) {
        return activations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Layer.Place(
                        index, shapes.size(), activations.get(index).name()));
    }
}
