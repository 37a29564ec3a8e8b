package org.tailoff.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tailoff.claim.Alternative;
import org.tailoff.claim.Numbers;
import org.tailoff.claim.Verdict;

/**
 * A finding as {@code verdicts.json} holds it. Numbers that are not finite are null.
 *
 * @param id the claim
 * @param part which part of it
 * @param setting the learning rate, weight decay and hidden neurons of the runs, and what else is not the book's; empty
 *     of a formula; null in files of before it was written
 * @param statement what it says
 * @param source where it was made
 * @param test how it is tested
 * @param predicted what it says of the number
 * @param measured the number; null if it is not finite
 * @param ciLow lower end of its interval
 * @param ciHigh upper end of its interval
 * @param nSeeds seeds it comes from
 * @param details further numbers by name
 * @param runs the runs it comes from
 * @param dropped runs that could not be used
 * @param controls what had to come out as known
 * @param verdict what the number says of the claim
 * @param undecidedBecause why the verdict is open; null if the number decides
 * @param fromBound how far the number is from where the verdict would turn
 * @param otherReadings what comes out under other readings of the same words
 * @param wouldChange what would have changed the verdict
 * @param quick whether the runs were cut short
 */
public record VerdictRow(
        String id,
        String part,
        String setting,
        String statement,
        String source,
        String test,
        Predicted predicted,
        Double measured,
        Double ciLow,
        Double ciHigh,
        int nSeeds,
        Map<String, Double> details,
        List<String> runs,
        List<String> dropped,
        List<Checked> controls,
        Verdict verdict,
        String undecidedBecause,
        FromBound fromBound,
        List<OtherReading> otherReadings,
        String wouldChange,
        boolean quick) {

    /**
     * How far a number is from the nearest bound.
     *
     * @param inside the distance, positive where the claim is true; null if it is not finite
     * @param standardErrors the same in standard errors of the number; null for an exact number or a single seed
     * @param words the same for people
     */
    public record FromBound(Double inside, Double standardErrors, String words) {}

    /**
     * Another reading.
     *
     * @param name which
     * @param bounds the values for which the claim is true under it, in words
     * @param measured the number under it; null if it is not finite
     * @param ciLow lower end of its interval
     * @param ciHigh upper end of its interval
     * @param verdict what comes out
     */
    public record OtherReading(
            String name, String bounds, Double measured, Double ciLow, Double ciHigh, Verdict verdict) {}

    /**
     * What a claim says of a number.
     *
     * @param quantity the number
     * @param bounds the values for which the claim is true, in words
     * @param low the least of them; null if there is none
     * @param high the largest of them; null if there is none
     * @param why where the bounds come from
     */
    public record Predicted(String quantity, String bounds, Double low, Double high, String why) {}

    /**
     * A control.
     *
     * @param quantity what was measured
     * @param expected what is known of it
     * @param measured the number; null if it is not finite
     * @param verdict whether it came out as known
     */
    public record Checked(String quantity, String expected, Double measured, Verdict verdict) {}

    /** {@return the number with its interval, if that has a width} */
    public String value() {
        return ciLow == null || ciLow.equals(ciHigh)
                ? number(measured)
                : number(measured) + " [" + number(ciLow) + ", " + number(ciHigh) + "]";
    }

    /** {@return why the verdict is open, if the number does not decide} */
    public Optional<String> undecided() {
        return Optional.ofNullable(undecidedBecause);
    }

    /** {@return how far the number is from where the verdict would turn; empty if that was not written} */
    public String margin() {
        return fromBound == null ? "" : fromBound.words;
    }

    /** {@return whether the verdict stands under other readings; empty if there are none, or none was written} */
    public String robustness() {
        return otherReadings == null
                ? ""
                : Alternative.words(
                        verdict,
                        otherReadings.stream()
                                .map(other -> new Alternative.Outcome(other.name, other.verdict))
                                .toList());
    }

    private static String number(Double value) {
        return value == null ? "not finite" : Numbers.text(value);
    }
}
