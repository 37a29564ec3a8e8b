package org.tailoff.initialise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tailoff.text.Texts;

/**
 * A layer that an initialiser is asked about: its size, the values of the initialiser's parameters, and, where they are
 * known, its place in the network and a sample of its inputs. Immutable.
 *
 * @param shape kind, fan-in and fan-out
 * @param parameters the initialiser's parameters, with the values chosen
 * @param place where the layer stands; empty where nobody knows, as in DL4J's {@code IWeightInit}
 * @param sample some of the layer's inputs; empty where there are no data
 */
public record Layer(LayerShape shape, List<Parameter> parameters, Optional<Place> place, Optional<Sample> sample) {
    /**
     * Copies the parameters.
     *
     * @param shape fan-in and fan-out
     * @param parameters the initialiser's parameters, with the values chosen
     * @param place where the layer stands
     * @param sample some of the layer's inputs
     */
    public Layer {
        parameters = List.copyOf(parameters);
    }

    /**
     * A layer about which no more is known than its size.
     *
     * @param shape fan-in and fan-out
     * @param parameters as {@link WeightInitialiser#parameters()} declares them
     */
    public Layer(LayerShape shape, List<Parameter> parameters) {
        this(shape, parameters, Optional.empty(), Optional.empty());
    }

    /**
     * A layer's place in its network.
     *
     * @param index 0 for the first hidden layer
     * @param count how many layers have weights
     * @param activation what the layer does to its weighted inputs: {@code sigmoid}, {@code tanh}, {@code relu},
     *     {@code softmax} or another name of DL4J's in lower case
     */
    public record Place(int index, int count, String activation) {
        /**
         * Checks the place.
         *
         * @param index 0 for the first hidden layer
         * @param count how many layers have weights
         * @param activation what the layer does to its weighted inputs
         * @throws IllegalArgumentException if {@code index < 0} or {@code index >= count}
         */
        public Place {
            Texts.require(
                    index >= 0 && index < count,
                    "index must be in 0.." + (count - 1) + " in a network of " + count + " layers, was " + index);
        }
    }

    /**
     * What the layer does with its weights.
     *
     * @return dense where nobody says otherwise
     */
    public LayerKind kind() {
        return shape.kind();
    }

    /**
     * How many weights each neuron has.
     *
     * @return at least 1
     */
    public int fanIn() {
        return shape.fanIn();
    }

    /**
     * How many neurons an input reaches.
     *
     * @return at least 1; the number of neurons for all but convolutions
     */
    public int fanOut() {
        return shape.fanOut();
    }

    /**
     * How many neurons have weights of their own.
     *
     * @return at least 1
     */
    public int neurons() {
        return shape.neurons();
    }

    /**
     * How many weights there are.
     *
     * @return fanIn x neurons
     */
    public int weightCount() {
        return shape.weightCount();
    }

    /**
     * How many biases there are.
     *
     * @return at least 1; the number of neurons for all but transposed and locally connected convolutions
     */
    public int biasCount() {
        return shape.biasCount();
    }

    /**
     * The value of a real parameter.
     *
     * @param name as declared
     * @return its value
     * @throws IllegalArgumentException if no {@link Parameter.Real} of that name is declared
     */
    public double real(String name) {
        return parameter(name, Parameter.Real.class).value();
    }

    /**
     * The value of a whole parameter.
     *
     * @param name as declared
     * @return its value
     * @throws IllegalArgumentException if no {@link Parameter.Whole} of that name is declared
     */
    public int whole(String name) {
        return parameter(name, Parameter.Whole.class).value();
    }

    /**
     * The word chosen.
     *
     * @param name as declared
     * @return one of the parameter's options
     * @throws IllegalArgumentException if no {@link Parameter.Choice} of that name is declared
     */
    public String choice(String name) {
        return parameter(name, Parameter.Choice.class).value();
    }

    private <P extends Parameter> P parameter(String name, Class<P> type) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name) && type.isInstance(parameter))
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "no parameter %s %s is declared; declared: %s",
                        type.getSimpleName(),
                        name,
                        parameters.stream().map(Parameter::name).collect(Collectors.joining(", ")))));
    }
}
