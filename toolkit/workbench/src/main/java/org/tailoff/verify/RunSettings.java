package org.tailoff.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.tailoff.claim.Numbers;
import org.tailoff.spec.RunSpec;

/** The setting in which something was measured, in a few words, so that no number is quoted without it. */
final class RunSettings {
    /** The book's mini-batch and the size of its training set; said where they are others. */
    private static final double MINI_BATCH = 10;

    private static final double IMAGES = 50_000;

    private RunSettings() {}

    /**
     * The setting of runs.
     *
     * @param names their names; those that are no runs, such as a formula, are passed over
     * @param specs all runs by name
     * @return for example {@code eta 0.1, lambda 5, h 30}; of several values all, or the smallest and the largest;
     *     empty if none is a run
     */
    static String of(Collection<String> names, Map<String, RunSpec> specs) {
        List<RunSpec> runs =
                names.stream().map(specs::get).filter(Objects::nonNull).toList();
        if (runs.isEmpty()) {
            return "";
        }
        List<String> words = new ArrayList<>();
        words.add(values("eta", runs, run -> run.training().learningRate()));
        words.add(values("lambda", runs, run -> run.training().regularisation().coefficient(1)));
        add(words, "m", runs, run -> run.training().miniBatch(), MINI_BATCH);
        words.add(values("h", runs, RunSettings::hidden));
        add(
                words,
                "n_in",
                runs,
                run -> run.dense().inputs(),
                runs.get(0).dense().inputs());
        add(words, "n", runs, run -> run.data().trainingImages(), IMAGES);
        return String.join(", ", words);
    }

    private static double hidden(RunSpec run) {
        List<Integer> layers = run.dense().layers();
        return layers.size() < 3 ? 0 : layers.get(1);
    }

    private static void add(
            List<String> words, String name, List<RunSpec> runs, ToDoubleFunction<RunSpec> of, double usual) {
        if (runs.stream().anyMatch(run -> of.applyAsDouble(run) != usual)) {
            words.add(values(name, runs, of));
        }
    }

    private static String values(String name, List<RunSpec> runs, ToDoubleFunction<RunSpec> of) {
        List<String> values = runs.stream()
                .mapToDouble(of)
                .distinct()
                .sorted()
                .mapToObj(Numbers::text)
                .toList();
        return values.size() < 3
                ? name + " " + values.stream().collect(Collectors.joining(" and "))
                : name + " " + values.get(0) + " to " + values.get(values.size() - 1);
    }
}
