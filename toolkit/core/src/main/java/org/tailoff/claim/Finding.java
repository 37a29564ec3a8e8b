package org.tailoff.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailoff.analysis.Estimate;
import org.tailoff.text.Checks;

/**
 * A claim, or one part of it, with its evidence and verdict.
 *
 * @param claim the claim
 * @param part which part: an example, a layer, a reading; never blank
 * @param prediction what the claim says of the number
 * @param evidence what was measured
 * @param controls measurements that had to come out as known; at least one
 * @param readings other readings that change what is measured, such as other numbers of first epochs; those that change
 *     the bounds alone come from the prediction
 */
public record Finding(
        Claim claim,
        String part,
        Prediction prediction,
        Evidence evidence,
        List<Control> controls,
        List<Alternative> readings) {
    /**
     * Checks that there is a control.
     *
     * @param claim see {@link #claim()}
     * @param part see {@link #part()}
     * @param prediction see {@link #prediction()}
     * @param evidence see {@link #evidence()}
     * @param controls see {@link #controls()}
     * @param readings see {@link #readings()}
     * @throws IllegalArgumentException if {@code part} is blank or there is no control
     */
    public Finding {
        Checks.requireText(part, "part of " + claim.id());
        controls = List.copyOf(controls);
        readings = List.copyOf(readings);
        if (controls.isEmpty()) {
            throw new IllegalArgumentException(
                    "claim " + claim.id() + ", " + part + ": at least one control is needed");
        }
    }

    /**
     * A finding whose other readings are those of the prediction alone.
     *
     * @param claim see {@link #claim()}
     * @param part see {@link #part()}
     * @param prediction see {@link #prediction()}
     * @param evidence see {@link #evidence()}
     * @param controls see {@link #controls()}
     * @throws IllegalArgumentException if {@code part} is blank or there is no control
     */
    public Finding(Claim claim, String part, Prediction prediction, Evidence evidence, List<Control> controls) {
        this(claim, part, prediction, evidence, controls, List.of());
    }

    /**
     * The verdict: that of the interval against the prediction, unless the evidence cannot decide or a control came out
     * wrong.
     *
     * @return never null
     */
    public Verdict verdict() {
        return verdict(prediction, evidence.measured());
    }

    private Verdict verdict(Prediction bounds, Estimate measured) {
        return undecided().isPresent() ? Verdict.INCONCLUSIVE : Verdict.of(bounds, measured);
    }

    /** {@return how far the number is from the bound at which the verdict would turn} */
    public Margin margin() {
        return Margin.of(prediction, evidence.measured());
    }

    /**
     * The other readings.
     *
     * @return those that change the bounds, then those that change what is measured; may be empty
     */
    public List<Alternative> alternatives() {
        Stream<Alternative> bounds = prediction.alternatives().stream()
                .map(other -> new Alternative(other.name(), prediction.with(other), evidence.measured()));
        return Stream.concat(bounds, readings.stream()).toList();
    }

    /**
     * {@return the verdict under each of the {@link #alternatives()}, which what makes this one open leaves open too}
     */
    public List<Alternative.Outcome> outcomes() {
        return alternatives().stream()
                .map(other -> new Alternative.Outcome(other.name(), verdict(other.prediction(), other.measured())))
                .toList();
    }

    /**
     * Why the verdict is INCONCLUSIVE whatever the number.
     *
     * @return the evidence's obstacle, or the first control that came out wrong; empty if the number decides
     */
    public Optional<String> undecided() {
        return evidence.obstacle()
                .or(() -> controls.stream()
                        .filter(control -> control.verdict() == Verdict.REFUTED)
                        .findFirst()
                        .map(control -> "control came out wrong: "
                                + control.expected().quantity() + " is "
                                + Numbers.text(control.measured().value()) + ", should be "
                                + control.expected().bounds()));
    }
}
