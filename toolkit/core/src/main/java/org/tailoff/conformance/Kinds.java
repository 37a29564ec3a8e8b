package org.tailoff.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.LayerShape;

/** The layers that are not dense: whether there are answers for those that an initialiser says it does. */
final class Kinds {
    /** Fan-in 75, fan-out 200: neither is the number of neurons, 8. */
    private static final LayerShape CONVOLUTION = LayerShape.convolution(3, 8, List.of(5, 5));

    private static final LayerShape RECURRENT = LayerShape.matrix(new LayerKind.Recurrent(4, true), 30, 120);
    private static final LayerShape EMBEDDING = LayerShape.matrix(new LayerKind.Embedding(), 50, 20);

    private Kinds() {}

    static List<Trial> trials(Subject subject) {
        List<Trial> trials = new ArrayList<>();
        for (LayerShape shape : List.of(CONVOLUTION, RECURRENT, EMBEDDING)) {
            String name = Subject.text(shape);
            trials.add(new Trial(name, () -> supported(subject, shape, name)));
        }
        for (Trial moment : Statistics.moments(subject, CONVOLUTION)) {
            trials.add(new Trial(
                    moment.name(),
                    () -> subject.initialiser().supports(CONVOLUTION.kind())
                            ? moment.body().call()
                            : unsupported(moment.name())));
        }
        return trials;
    }

    private static Check unsupported(String name) {
        return Check.skipped(name, "that it does not support such layers");
    }

    private static Check supported(Subject subject, LayerShape shape, String name) {
        if (!subject.initialiser().supports(shape.kind())) {
            return unsupported(name);
        }
        Optional<String> wrong = Answers.wrong(subject, shape)
                .or(() -> Optional.of("other numbers from the same stream")
                        .filter(what ->
                                !Arrays.equals(subject.weights(shape, name, 2), subject.weights(shape, name, 2))));
        return Check.of(
                name,
                wrong.isEmpty(),
                String.format(
                        Locale.ROOT,
                        "%d weights and %d biases, finite, the same from the same stream",
                        shape.weightCount(),
                        shape.biasCount()),
                wrong.orElse("that"));
    }
}
