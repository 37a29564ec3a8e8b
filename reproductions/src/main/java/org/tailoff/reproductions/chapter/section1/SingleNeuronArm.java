package org.tailoff.reproductions.chapter.section1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.figure.Colour;
import org.tailoff.published.Measured;
import org.tailoff.published.PublishedSeries;
import org.tailoff.reproductions.book.Reference;
import org.tailoff.reproductions.book.Reference.Title;
import org.tailoff.reproductions.calculated.LearningRule;
import org.tailoff.reproductions.calculated.Neuron;
import org.tailoff.reproductions.calculated.NeuronTraining;
import org.tailoff.text.Texts;

/** The ways in which the single neuron of section 3.1 is trained. */
enum SingleNeuronArm {
    QUADRATIC("quadratic", LearningRule.QUADRATIC, 0.15, Colour.BLUE),
    GRADIENT_SLOW("gradient slow", LearningRule.CROSS_ENTROPY, 0.005, Colour.BLUE),
    GRADIENT_FAST("gradient fast", LearningRule.CROSS_ENTROPY, 0.15, Colour.ORANGE),
    BY_OUTPUT("by output", LearningRule.CROSS_ENTROPY_BY_OUTPUT, 0.005, Colour.GREEN);

    static final int EPOCHS = 300;
    /**
     * "For the first 150 or so learning epochs, the weights and biases don't change much at all", says the text of this
     * start.
     */
    private static final int HALFWAY = 150;

    private final String key;
    private final LearningRule rule;
    private final double learningRate;
    private final Colour colour;

    SingleNeuronArm(String key, LearningRule rule, double learningRate, Colour colour) {
        this.key = key;
        this.rule = rule;
        this.learningRate = learningRate;
        this.colour = colour;
    }

    /** The neuron before its training. */
    enum Begin {
        FIRST(0.6, 0.9, 0),
        SECOND(2, 2, 1);

        private final double weight;
        private final double bias;
        private final int place;

        Begin(double weight, double bias, int place) {
            this.weight = weight;
            this.bias = bias;
            this.place = place;
        }

        Neuron neuron() {
            return new Neuron(weight, bias);
        }

        String words() {
            return "w = " + Texts.fixed(weight, 1) + ", b = " + Texts.fixed(bias, 1);
        }
    }

    Colour colour() {
        return colour;
    }

    /** What the legend calls it. */
    String words() {
        String step = this == BY_OUTPUT ? "steps of 1/(1-a)" : "gradient";
        return step + ", eta = " + learningRate;
    }

    /** The figures' numbers are those of a printed edition that shows the animations as pictures. */
    String figure(Begin begin) {
        int first = this == QUADRATIC ? 31 : 33;
        return "animation_" + (first + begin.place);
    }

    double cost(Neuron neuron) {
        return rule.cost(neuron.output());
    }

    /** The neuron after 0, 1, ... 300 epochs. */
    List<Neuron> states(Begin begin) {
        return new NeuronTraining(begin.neuron(), rule, learningRate).states(EPOCHS);
    }

    /** Some quantities after the last epoch. */
    Measured after(Begin begin, List<ToDoubleFunction<Neuron>> quantities) {
        Neuron last = states(begin).get(EPOCHS);
        double[] values =
                quantities.stream().mapToDouble(q -> q.applyAsDouble(last)).toArray();
        return new Measured(
                IntStream.range(0, values.length).mapToDouble(i -> EPOCHS).toArray(), values);
    }

    String outputName(Begin begin) {
        return name(begin) + ": output";
    }

    private String name(Begin begin) {
        return (this == QUADRATIC ? "quadratic" : words()) + ", w = " + begin.weight;
    }

    /** The recalculated numbers, each beside ours. */
    List<PublishedSeries> series(Begin begin) {
        String pointer =
                "/single_neuron/recalculated/" + key + " " + begin.name().toLowerCase(Locale.ROOT) + "/";
        List<PublishedSeries> series = new ArrayList<>();
        series.add(Reference.toTheLastDigit(
                new Title(figure(begin), outputName(begin)), outputs(begin), pointer + "output"));
        if (this == QUADRATIC) {
            series.add(Reference.toTheLastDigit(
                    new Title(figure(begin), name(begin) + ": weight, bias, cost"),
                    after(begin, List.of(Neuron::weight, Neuron::bias, this::cost)),
                    pointer + "weight, bias, cost"));
        } else if (this == BY_OUTPUT) {
            series.add(Reference.toTheLastDigit(
                    new Title(figure(begin), name(begin) + ": weight, bias"),
                    after(begin, List.of(Neuron::weight, Neuron::bias)),
                    pointer + "weight, bias"));
        }
        return series;
    }

    private Measured outputs(Begin begin) {
        if (this != QUADRATIC || begin == Begin.FIRST) {
            return after(begin, List.of(Neuron::output));
        }
        List<Neuron> states = states(begin);
        return new Measured(
                new double[] {HALFWAY, EPOCHS},
                new double[] {states.get(HALFWAY).output(), states.get(EPOCHS).output()});
    }
}
