package org.tailoff.conformance;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerShape;

/** Whether there are numbers at all, as many as asked for, finite, and the caller's own. */
final class Answers {
    private Answers() {}

    static List<Trial> trials(Subject subject) {
        return List.of(
                new Trial("shape", () -> shape(subject)),
                new Trial("finite", () -> finite(subject)),
                new Trial("own arrays", () -> own(subject)));
    }

    /** What is wrong with weights and biases of the first shape where something is. */
    private static Optional<String> wrong(
            Subject subject, List<LayerShape> shapes, BiFunction<double[], Integer, Optional<String>> rule) {
        for (LayerShape shape : shapes) {
            Layer layer = subject.layer(shape);
            double[] biases = subject.initialiser().biases(layer, Subject.stream("biases"));
            double[] weights = subject.initialiser().weights(layer, Subject.stream("weights"));
            Optional<String> wrong = rule.apply(weights, shape.weightCount())
                    .map(what -> what + " weights")
                    .or(() -> rule.apply(biases, shape.biasCount()).map(what -> what + " biases"));
            if (wrong.isPresent()) {
                return wrong.map(what -> what + " at " + Subject.text(shape));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrongCount(double[] values, int count) {
        return values == null
                ? Optional.of("null for")
                : Optional.of(values.length + " instead of " + count).filter(what -> values.length != count);
    }

    private static Optional<String> notFinite(double[] values, int count) {
        return values == null
                ? Optional.of("null for")
                : IntStream.range(0, values.length)
                        .filter(i -> !Double.isFinite(values[i]))
                        .mapToObj(i -> values[i] + " at index " + i + " of")
                        .findFirst();
    }

    /** What is wrong with the answers for one shape, if something is. */
    static Optional<String> wrong(Subject subject, LayerShape shape) {
        return wrong(subject, List.of(shape), Answers::wrongCount)
                .or(() -> wrong(subject, List.of(shape), Answers::notFinite));
    }

    private static Check shape(Subject subject) {
        Optional<String> wrong = wrong(subject, Subject.SHAPES, Answers::wrongCount);
        return Check.of(
                "shape",
                wrong.isEmpty(),
                "fanIn x fanOut weights and fanOut biases at five shapes",
                wrong.orElse("that"));
    }

    private static Check finite(Subject subject) {
        Optional<String> wrong = wrong(subject, Subject.SHAPES, Answers::notFinite);
        return Check.of("finite", wrong.isEmpty(), "finite numbers at five shapes", wrong.orElse("that"));
    }

    private static Check own(Subject subject) {
        LayerShape shape = new LayerShape(3, 7);
        double[] first = subject.weights(shape, Subject.stream("own"));
        double[] second = subject.weights(shape, Subject.stream("own"));
        boolean own = first != second;
        return Check.of("own arrays", own, "a new array at every call", own ? "that" : "the same array twice");
    }
}
