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

    /** 1.25 is within 0.3 and 0.6 of 1, and not within 0.15; 1.75 is not within 0.3. */
    @Nested
    class UnderOtherReadings {
        private final Prediction near = Prediction.near("x", 1, 0.3, "test");
        private final Alternative later = new Alternative("later", near, Estimate.exact(1.75));

        private Finding finding(Control control) {
            Evidence evidence = Evidence.exact(1.25, "formula", Map.of());
            return new Finding(CLAIM, "part", near, evidence, List.of(control), List.of(later));
        }

        @Test
        void theVerdictIsThatOfTheirBoundsAndTheirNumber() {
            assertThat(finding(GOOD).verdict()).isEqualTo(Verdict.SUPPORTED);
            assertThat(finding(GOOD).outcomes())
                    .containsExactly(
                            new Alternative.Outcome("half the tolerance", Verdict.REFUTED),
                            new Alternative.Outcome("double the tolerance", Verdict.SUPPORTED),
                            new Alternative.Outcome("later", Verdict.REFUTED));
            assertThat(Alternative.words(finding(GOOD).verdict(), finding(GOOD).outcomes()))
                    .isEqualTo("same for double the tolerance; refuted for half the tolerance, later");
        }

        @Test
        void whatLeavesTheVerdictOpenLeavesThemOpenToo() {
            assertThat(finding(WRONG).outcomes())
                    .extracting(Alternative.Outcome::verdict)
                    .containsOnly(Verdict.INCONCLUSIVE);
        }

        @Test
        void withoutAnyThereIsNothingToSay() {
            Finding finding = FindingTest.finding(1, GOOD);
            assertThat(finding.alternatives()).isEmpty();
            assertThat(Alternative.words(finding.verdict(), finding.outcomes())).isEmpty();
            assertThat(finding.margin().words()).isEqualTo("exact");
        }

        @Test
        void aReadingHasAName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Alternative(" ", near, Estimate.exact(1)))
                    .withMessage("name of an alternative must not be blank: ' '");
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
