package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.DecayLaw;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.record.ValueRange;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.Life;
import org.tailoff.verify.Life.Dead;
import org.tailoff.verify.Plan;

/** Claim 2 on dead weights that decay exactly, and on some that do not. */
class DecayFactorTest {
    private static final Plan PLAN = new Plan(2, false);

    @TempDir
    private Path directory;

    private ExperimentRuns records(Dead dead, Experiment... experiments) {
        return new FakeRuns(PLAN, directory)
                .add(Life.DECAY.with(dead), List.of(experiments))
                .records();
    }

    private Finding dead(Dead dead) {
        ExperimentRuns records = records(dead, BookRun.OLD_30);
        return DecayFactor.dead(
                records, BookRun.OLD_30, records.of(BookRun.OLD_30).law());
    }

    /** Everything the examination asks for, with other dead weights where decay is off. */
    private List<Finding> findings(Dead decaying, Dead undecayed) {
        DecayFactor examination = new DecayFactor();
        FakeRuns runs = new FakeRuns(PLAN, directory).add(Life.DECAY.with(decaying), examination.experiments());
        runs.add(Life.DECAY.with(undecayed), List.of(BookRun.OVERFITTING, BookRun.OVERFITTING_FULL));
        return examination.examine(runs.records());
    }

    private static List<Finding> of(List<Finding> findings, String id, String part) {
        List<Finding> some = findings.stream()
                .filter(finding ->
                        finding.claim().id().equals(id) && finding.part().contains(part))
                .toList();
        assertThat(some).isNotEmpty();
        return some;
    }

    @Nested
    class DeadWeights {
        @Test
        void thatAreMultipliedAtEveryStepSupportTheFactor() {
            Finding finding = dead(Dead::exact);
            assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED);
            assertThat(finding.evidence().measured().value()).isBetween(0.0, 1e-13);
            assertThat(finding.evidence().details()).containsEntry("epochs", 30.0);
        }

        /** n steps an epoch instead of n/m: the exponent that the first asker of the thread writes. */
        @Test
        void refuteTheLawOfOneStepPerImage() {
            ExperimentRuns records = records(Dead::exact, BookRun.OLD_30);
            DecayLaw wrong = new DecayLaw(records.of(BookRun.OLD_30).law().q(), 50_000);
            Finding finding = DecayFactor.dead(records, BookRun.OLD_30, wrong);
            assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
            assertThat(finding.evidence().measured().value()).isGreaterThan(0.3);
        }

        @Test
        void refuteALawThatIsOffByAMillionthOfTheDecay() {
            ExperimentRuns records = records(Dead::exact, BookRun.OLD_30);
            DecayLaw wrong = new DecayLaw(1e-5 * (1 + 1e-6), 5000);
            assertThat(DecayFactor.dead(records, BookRun.OLD_30, wrong).verdict())
                    .isEqualTo(Verdict.REFUTED);
        }

        @Test
        void refuteTheFactorIfTheSmallestOfOneEpochIsOff() {
            assertThat(dead((spec, epoch) -> off(spec, epoch, -2e-12, 0)).verdict())
                    .isEqualTo(Verdict.REFUTED);
        }

        @Test
        void refuteTheFactorIfTheLargestOfOneEpochIsOff() {
            assertThat(dead((spec, epoch) -> off(spec, epoch, 0, 2e-12)).verdict())
                    .isEqualTo(Verdict.REFUTED);
        }

        private ValueRange off(org.tailoff.spec.RunSpec spec, int epoch, double min, double max) {
            ValueRange exact = Dead.exact(spec, epoch);
            return epoch == 17 ? new ValueRange(exact.min() + min, exact.max() + max) : exact;
        }

        @Test
        void thatDoNotMoveAreSeenThroughByTheirControl() {
            Finding finding = dead((spec, epoch) -> new ValueRange(1, 1));
            assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
        }
    }

    @Nested
    class WithoutDecay {
        @Test
        void bitIdenticalWeightsSupport() {
            assertThat(of(findings(Dead::exact, Dead::exact), "C2b", "without decay"))
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED));
        }

        @Test
        void oneBitOfOneEpochRefutes() {
            Dead oneBit = (spec, epoch) -> epoch == 7 ? new ValueRange(1, Math.nextUp(1.0)) : new ValueRange(1, 1);
            assertThat(of(findings(Dead::exact, oneBit), "C2b", "without decay"))
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED));
        }
    }

    @Nested
    class TheProviso {
        /** Oracle: ln |1-q| / -q, the exponent of one step over its approximation: 1 % off at q = 0.02, 12 % at 0.2. */
        @Test
        void holdsWhileQIsSmallAndFailsFromTwoTenthsOn() {
            List<Finding> findings = of(findings(Dead::exact, Dead::exact), "C2-proviso", "");
            assertThat(findings)
                    .extracting(Finding::verdict)
                    .containsExactly(
                            Verdict.SUPPORTED,
                            Verdict.SUPPORTED,
                            Verdict.REFUTED,
                            Verdict.REFUTED,
                            Verdict.REFUTED,
                            Verdict.REFUTED);
            List<Double> measured = new ArrayList<>();
            findings.forEach(
                    finding -> measured.add(finding.evidence().measured().value()));
            assertThat(measured.get(1)).isCloseTo(Math.log(0.98) / -0.02, within(1e-12));
            assertThat(measured.get(2)).isCloseTo(Math.log(0.8) / -0.2, within(1e-12));
            assertThat(measured.get(3)).isInfinite();
            assertThat(measured.get(4)).isCloseTo(0, within(1e-12));
            assertThat(measured.get(5)).isCloseTo(Math.log(9) / -10, within(1e-12));
        }

        @Test
        void saysNothingWhereEvenTheExactLawFails() {
            Dead another = (spec, epoch) -> new ValueRange(0.5, 0.5);
            assertThat(of(findings(another, Dead::exact), "C2-proviso", ""))
                    .hasSize(6)
                    .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE));
        }
    }

    @Test
    void theArithmeticHoldsInEveryExample() {
        List<Finding> findings = of(findings(Dead::exact, Dead::exact), "C2a", "");
        assertThat(findings).extracting(Finding::verdict).hasSize(4).containsOnly(Verdict.SUPPORTED);
        Finding last = findings.get(3);
        assertThat(last.part()).isEqualTo("weight_initialization_100_old");
        assertThat(last.evidence().details().get("epochs from 1 to 1/sqrt(N_w)"))
                .isCloseTo(112.82, within(0.005));
        assertThat(last.evidence().details().get("left after the whole run")).isCloseTo(0.223128, within(5e-7));
    }

    @Test
    void everyFindingHasItsRunsNamed() {
        Stream<String> runs =
                findings(Dead::exact, Dead::exact).stream().flatMap(finding -> finding.evidence().runs().stream());
        assertThat(runs)
                .contains("weight_initialization_30_old", "overfitting", "n1000_h0_eta10_lambda20_new_1epochs_seed1");
    }
}
