package org.tailoff.reproductions.argument;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.reproductions.argument.thread.AnswerFour;
import org.tailoff.reproductions.argument.thread.AnswerOne;
import org.tailoff.reproductions.argument.thread.AnswerThree;
import org.tailoff.reproductions.argument.thread.AnswerTwo;
import org.tailoff.reproductions.argument.thread.TheQuestion;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.ClaimTests;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.FakeRuns.Behaviour;
import org.tailoff.verify.Plan;

/** The thread's statements as a whole. */
class ThreadTest {
    private static final List<ClaimTest> THREAD =
            List.of(new TheQuestion(), new AnswerOne(), new AnswerTwo(), new AnswerThree(), new AnswerFour());

    @TempDir
    Path runs;

    @Test
    void everyStatementIsExaminedOnceInOrder() {
        assertThat(THREAD.stream().flatMap(e -> e.claims().stream()).map(Claim::id))
                .containsExactly(
                        "Q-a", "Q-b", "Q-c", "A1-1", "A1-2", "A2", "A3-1", "A3-2", "A3-3", "A3-4", "A3-5", "A4-1",
                        "A4-2", "A4-3");
    }

    @Test
    void theArgumentHoldsThemAll() {
        assertThat(new ClaimTests(Argument.tests()).of(List.of()).all().stream().map(Object::getClass))
                .containsSubsequence(THREAD.stream().map(Object::getClass).toList());
    }

    @Test
    void everyStatementHasAFindingAndNoControlOfItComesOutWrong() {
        for (ClaimTest examination : THREAD) {
            Plan plan = new Plan(2, false);
            ExperimentRuns records = examination instanceof TheQuestion || examination instanceof AnswerOne
                    ? FakeRuns.stored(examination, plan, FakeRuns.NEARLY_DECAY_ALONE, runs)
                    : FakeRuns.records(examination, plan, new Behaviour() {});
            List<Finding> findings = examination.examine(records);
            assertThat(findings.stream().map(finding -> finding.claim().id()).distinct())
                    .containsExactlyElementsOf(
                            examination.claims().stream().map(Claim::id).toList());
            findings.forEach(finding -> assertThat(finding.controls())
                    .as("%s", finding)
                    .noneMatch(control -> control.verdict() == Verdict.REFUTED));
        }
    }

    @Test
    void aSingleSeedSaysNothingOfTheWorld() {
        AnswerFour answer = new AnswerFour();
        List<Finding> findings = answer.examine(FakeRuns.records(answer, new Plan(1, false), new Behaviour() {}));
        assertThat(FakeRuns.select(findings, "A4-1", "saturated: 50000 images")
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }
}
