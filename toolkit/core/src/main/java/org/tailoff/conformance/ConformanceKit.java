package org.tailoff.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tailoff.initialise.WeightInitialiser;

/**
 * Every check that an initialiser has to pass.
 *
 * <p>All streams have fixed seeds, so that a verdict never changes from run to run. For an initialiser that is as it
 * declares, the probability that these streams were unlucky is below 2e-3: 1e-4 for each of the six variances, the
 * distribution, the neurons and the layers, 6e-7 for all else.
 */
public final class ConformanceKit {
    private ConformanceKit() {}

    /**
     * Checks an initialiser.
     *
     * @param initialiser with the values of its parameters that are to be checked
     * @return one element per check, in the order in which they are to be read
     */
    public static List<Check> check(WeightInitialiser initialiser) {
        Subject subject = new Subject(initialiser);
        List<Check> checks = new ArrayList<>(run(Metadata.trials(subject), List.of()));
        checks.addAll(run(Answers.trials(subject), List.of()));
        List<Check> basis = List.copyOf(checks);
        Stream.of(
                        Repetition.trials(subject),
                        Statistics.trials(subject),
                        Independence.trials(subject),
                        Kinds.trials(subject))
                .forEach(trials -> checks.addAll(run(trials, basis)));
        return List.copyOf(checks);
    }

    private static List<Check> run(List<Trial> trials, List<Check> basis) {
        return trials.stream()
                .map(trial -> basis.stream()
                        .filter(Check::failed)
                        .findFirst()
                        .map(failed -> Check.skipped(trial.name(), "that '" + failed.name() + "' failed"))
                        .orElseGet(trial::run))
                .toList();
    }
}
