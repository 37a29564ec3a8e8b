package org.tailoff.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tailoff.analysis.PowerLaw;
import org.tailoff.claim.Numbers;

/** Collects the further numbers of a finding, in the order in which they are to be read. */
public final class NamedNumbers {
    private final Map<String, Double> numbers = new LinkedHashMap<>();

    /** One number. */
    public NamedNumbers add(String name, double value) {
        numbers.put(name, value);
        return this;
    }

    /** One number per epoch, the mean over the runs of an experiment. */
    public NamedNumbers perEpoch(ExperimentRuns records, Experiment experiment, IntStream epochs, PerEpoch quantity) {
        epochs.forEach(epoch -> add(
                "epoch " + epoch,
                records.of(experiment).stream()
                        .mapToDouble(run -> quantity.of(run, epoch))
                        .average()
                        .orElse(Double.NaN)));
        return this;
    }

    /** What tells whether it is a power law: the exponents between neighbours of a variable, and the lack of fit. */
    public NamedNumbers add(PowerLaw law, String variable) {
        for (PowerLaw.Local local : law.local()) {
            String name = "local exponent, " + variable + " " + Numbers.text(local.from()) + " to "
                    + Numbers.text(local.to());
            add(name, local.exponent().value());
            add(name + ", lower end", local.exponent().low());
            add(name + ", upper end", local.exponent().high());
        }
        law.lackOfFit()
                .ifPresent(test -> add(
                                "lack of fit of one power, F(" + test.numerator() + ", " + test.denominator() + ")",
                                test.f())
                        .add("lack of fit of one power, p", test.pValue()));
        return this;
    }

    /** {@return the numbers by name, in the order in which they were added} */
    public Map<String, Double> asMap() {
        return numbers;
    }

    /** A number of a run at an epoch. */
    public interface PerEpoch {
        double of(RunRecord run, int epoch);
    }
}
