package org.tailoff.claim;

import java.util.List;
import java.util.Optional;
import org.tailoff.text.Checks;

/**
 * A claim, or one part of it, with its evidence and verdict.
 *
 * @param claim the claim
 * @param part which part: an example, a layer, a reading; never blank
 * @param prediction what the claim says of the number
 * @param evidence what was measured
 * @param controls measurements that had to come out as known; at least one
 */
public record Finding(Claim claim, String part, Prediction prediction, Evidence evidence, List<Control> controls) {
    /**
     * Checks that there is a control.
     *
     * @param claim see {@link #claim()}
     * @param part see {@link #part()}
     * @param prediction see {@link #prediction()}
     * @param evidence see {@link #evidence()}
     * @param controls see {@link #controls()}
     * @throws IllegalArgumentException if {@code part} is blank or there is no control
     */
    public Finding {
        Checks.requireText(part, "part of " + claim.id());
        controls = List.copyOf(controls);
        if (controls.isEmpty()) {
            throw new IllegalArgumentException(
                    "claim " + claim.id() + ", " + part + ": at least one control is needed");
        }
    }

    /**
     * The verdict: that of the interval against the prediction, unless the evidence cannot decide or a control came out
     * wrong.
     *
     * @return never null
     */
    public Verdict verdict() {
        return undecided().isPresent() ? Verdict.INCONCLUSIVE : Verdict.of(prediction, evidence.measured());
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
