package org.tailoff.published;

import java.util.List;
import java.util.Optional;
import org.tailoff.svm.SvmResult;

/**
 * The number of validation examples that each of several support vector machines classifies correctly.
 *
 * @param svms their names, smallest training set first; those that were left out because they take long are the last
 */
public record SvmCurve(List<String> svms) implements MeasuredSource {
    /** Copies the names. */
    public SvmCurve {
        svms = List.copyOf(svms);
    }

    @Override
    public List<String> runs() {
        return svms;
    }

    @Override
    public boolean counts() {
        return true;
    }

    /** The support vector machines up to the first that was left out. */
    @Override
    public Counterpart in(Curves measured) {
        List<SvmResult> trained = svms.stream()
                .map(measured::svm)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
        Measured correct = new Measured(
                trained.stream().mapToDouble(svm -> svm.spec().trainingImages()).toArray(),
                trained.stream().mapToDouble(SvmResult::correct).toArray());
        return new Counterpart(
                correct, List.of(), trained.isEmpty() ? 1 : trained.get(0).images());
    }
}
