package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.Life;
import org.tailoff.verify.Life.Course;
import org.tailoff.verify.Life.Motion;
import org.tailoff.verify.Plan;

/** The three readings of claim 1, each both ways. */
class DominanceTest {
    @TempDir
    private Path directory;

    private final Dominance examination = new Dominance();

    private List<Finding> examine(int seeds, Life life) {
        return examination.examine(new FakeRuns(new Plan(seeds, false), directory)
                .add(life, examination.experiments())
                .records());
    }

    /** Of the examples' setting in several seeds, hidden layer: the first finding of a claim. */
    private static Finding world(List<Finding> findings, String id) {
        return findings.stream()
                .filter(finding -> finding.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Finding example(List<Finding> findings, String id) {
        return findings.stream()
                .filter(finding -> finding.claim().id().equals(id)
                        && finding.part().equals("weight_initialization_30_old, hidden layer"))
                .findFirst()
                .orElseThrow();
    }

    private static void allAre(Verdict verdict, Finding... findings) {
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .as(finding.part() + " " + finding.undecided())
                        .isEqualTo(verdict));
    }

    @Test
    void pureDecaySupportsEveryReading() {
        List<Finding> findings = examine(2, Life.DECAY);
        for (String id : List.of("C1a", "C1b", "C1c")) {
            allAre(Verdict.SUPPORTED, world(findings, id), example(findings, id));
        }
    }

    /** rho = (5/50,000) sqrt(23,520) f^4 / 0.02 by the start of the fifth epoch, f = 0.951229. */
    @Test
    void aStrongerGradientRefutesTheReadingAsForceAlone() {
        List<Finding> findings = examine(2, Life.DECAY.with(new Motion(1e-3, 0.02, 1)));
        allAre(Verdict.REFUTED, world(findings, "C1a"), example(findings, "C1a"));
        allAre(Verdict.SUPPORTED, world(findings, "C1b"), world(findings, "C1c"));
        assertThat(world(findings, "C1a").evidence().measured().value())
                .isCloseTo(1e-4 * Math.sqrt(23_520) * Math.pow(0.951229186692, 4) / 0.02, within(1e-10));
    }

    /** D = (1 - 0.951229) ||W||. */
    @Test
    void aDriftThatGoesFurtherRefutesTheReadingAsDisplacementAlone() {
        List<Finding> findings = examine(2, Life.DECAY.with(new Motion(0.06, 1e-3, 1)));
        allAre(Verdict.REFUTED, world(findings, "C1b"), example(findings, "C1b"));
        allAre(Verdict.SUPPORTED, world(findings, "C1a"), world(findings, "C1c"));
        assertThat(world(findings, "C1b").evidence().measured().value())
                .isCloseTo((1 - 0.951229186692) / 0.06, within(1e-10));
        assertThat(world(findings, "C1b").evidence().details())
                .containsEntry("first epoch in which D exceeds R", Double.NaN);
    }

    @Test
    void theWorstOfTheFirstFiveEpochsCountsAndNoLaterOne() {
        Course fifth = (spec, layer, epoch) -> Course.decay(spec, epoch) * (epoch >= 5 && spec.decay() > 0 ? 1.02 : 1);
        Course sixth = (spec, layer, epoch) -> Course.decay(spec, epoch) * (epoch >= 6 && spec.decay() > 0 ? 1.02 : 1);
        allAre(Verdict.REFUTED, world(examine(2, Life.DECAY.along(fifth)), "C1c"));
        allAre(Verdict.SUPPORTED, world(examine(2, Life.DECAY.along(sixth)), "C1c"));
    }

    /** f is 0.995 on 1000 images, so that "within 1 %" of it would have passed. */
    @Test
    void normsThatStayWhatTheyAreRefuteTheReadingAsShrinkageEverywhere() {
        List<Finding> shrinkage = examine(2, Life.DECAY.along((spec, layer, epoch) -> 1)).stream()
                .filter(finding -> finding.claim().id().equals("C1c"))
                .toList();
        assertThat(shrinkage).hasSize(18).allSatisfy(finding -> {
            assertThat(finding.verdict()).as(finding.part()).isEqualTo(Verdict.REFUTED);
            assertThat(finding.evidence().measured().value()).isEqualTo(1);
        });
    }

    /** At lambda = 500 the first epoch is five time constants, and nothing is said of later ones. */
    @Test
    void theFirstEpochsEndWithDecaysTime() {
        Course later = (spec, layer, epoch) -> epoch > 1 && spec.decay() > 5e-4 ? 0.05 : Course.decay(spec, epoch);
        Finding strong = examine(2, Life.DECAY.along(later)).stream()
                .filter(finding -> finding.claim().id().equals("C1c")
                        && finding.part().contains("lambda 500,")
                        && finding.part().endsWith("hidden layer"))
                .findFirst()
                .orElseThrow();
        allAre(Verdict.SUPPORTED, strong);
        assertThat(strong.evidence().details()).containsOnlyKeys("epoch 1");
    }

    /** The tenth epoch is among the first ten, not among the first five. */
    @Test
    void otherNumbersOfFirstEpochsAreLookedAtToo() {
        Course tenth = (spec, layer, epoch) -> Course.decay(spec, epoch) * (epoch >= 10 && spec.decay() > 0 ? 1.02 : 1);
        Finding world = world(examine(2, Life.DECAY.along(tenth)), "C1c");
        assertThat(world.outcomes())
                .extracting(outcome -> outcome.name() + " " + outcome.verdict())
                .containsExactly(
                        "half the tolerance SUPPORTED",
                        "double the tolerance SUPPORTED",
                        "first 3 epochs SUPPORTED",
                        "first 10 epochs REFUTED");
    }

    @Test
    void oneSeedDecidesForTheExampleAndNotForTheWorld() {
        List<Finding> findings = examine(1, Life.DECAY);
        allAre(Verdict.INCONCLUSIVE, world(findings, "C1a"), world(findings, "C1b"), world(findings, "C1c"));
        allAre(Verdict.SUPPORTED, example(findings, "C1a"), example(findings, "C1b"), example(findings, "C1c"));
    }

    @Test
    void normsThatShrinkWithoutDecayMakeEverythingUndecided() {
        Course shrinking = (spec, layer, epoch) -> Math.pow(0.95, epoch);
        assertThat(examine(2, Life.DECAY.along(shrinking)))
                .hasSize(54)
                .allSatisfy(
                        finding -> assertThat(finding.undecided())
                                .hasValueSatisfying(
                                        why -> assertThat(why)
                                                .startsWith(
                                                        "control came out wrong: largest rate of the norm at lambda = 0, in units of decay's at 5 is 1.026")));
    }
}
