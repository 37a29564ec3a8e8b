package org.tailoff.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.analysis.Estimate;

/** Claim, evidence and controls together. */
class FindingTest {
    private static final Claim CLAIM = new Claim("T1", "statement", "source", "test", "change");
    private static final Prediction POSITIVE = Prediction.atLeast("x", 0, "test");
    private static final Control GOOD = new Control(Prediction.near("sum", 2, 0.5, "test"), Estimate.exact(2));
    private static final Control WRONG = new Control(Prediction.near("product", 6, 0.5, "test"), Estimate.exact(7.25));
    private static final Control UNDECIDED = new Control(Prediction.near("root", 2, 0.5, "test"), Estimate.mean(2));

    private static Finding finding(double measured, Control... controls) {
        return new Finding(CLAIM, "part", POSITIVE, Evidence.exact(measured, "formula", Map.of()), List.of(controls));
    }

    private static Evidence evidence(List<String> runs, Optional<String> obstacle) {
        return new Evidence(Estimate.exact(1), runs, List.of(), obstacle, Map.of());
    }

    @Nested
    class TheNumberDecides {
        @Test
        void whereTheControlsCameOutAsKnown() {
            assertThat(finding(1, GOOD).verdict()).isEqualTo(Verdict.SUPPORTED);
            assertThat(finding(-1, GOOD).verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(finding(1, GOOD).undecided()).isEmpty();
        }

        @Test
        void whereAControlHasOneSeedAndSoSaysNothing() {
            assertThat(UNDECIDED.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(finding(1, UNDECIDED).verdict()).isEqualTo(Verdict.SUPPORTED);
        }
    }

    @Nested
    class NothingIsDecided {
        @Test
        void whereAControlCameOutWrongAndItIsNamed() {
            Finding finding = finding(1, GOOD, WRONG);
            assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(finding.undecided()).contains("control came out wrong: product is 7.25, should be 5.5 to 6.5");
        }

        @Test
        void whereAControlCameOutWrongEvenIfTheNumberRefutes() {
            assertThat(finding(-1, WRONG).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }

        @Test
        void whereSomethingIsInTheWayAndThatIsSaid() {
            Finding finding = new Finding(
                    CLAIM,
                    "part",
                    POSITIVE,
                    evidence(List.of("run"), Optional.of("not stationary")),
                    List.of(GOOD, WRONG));
            assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(finding.undecided()).contains("not stationary");
        }
    }

    @Nested
    class IsRefused {
        @Test
        void withoutAControl() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> finding(1))
                    .withMessage("claim T1, part: at least one control is needed");
        }

        @Test
        void withoutAPart() {
            Evidence evidence = Evidence.exact(1, "formula", Map.of());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Finding(CLAIM, "", POSITIVE, evidence, List.of(GOOD)))
                    .withMessage("part of T1 must not be blank: ''");
        }

        @Test
        void ofAClaimWithABlankText() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Claim("", "s", "s", "t", "w"))
                    .withMessage("id must not be blank: ''");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Claim("T2", "s", "s", "t", "\t"))
                    .withMessage("wouldChange of T2 must not be blank: '\t'");
        }
    }
}
