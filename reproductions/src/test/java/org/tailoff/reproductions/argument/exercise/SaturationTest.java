package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.FakeRuns;
import org.tailoff.verify.Life;
import org.tailoff.verify.Life.Course;
import org.tailoff.verify.Life.Saturated;
import org.tailoff.verify.Plan;

/** Claim 3g, both ways. */
class SaturationTest {
    @TempDir
    private Path directory;

    private List<Finding> examine(Saturated old, Saturated fresh) {
        Course settling = (spec, layer, epoch) -> Math.max(Course.decay(spec, epoch), 0.015);
        Life life = Life.DECAY.along(settling);
        Saturation examination = new Saturation();
        List<Experiment> olds = examination.experiments().stream()
                .filter(experiment -> !experiment.equals(ExperimentGrid.example(Start.NEW)))
                .toList();
        return examination.examine(new FakeRuns(new Plan(2, false), directory)
                .addStored(life.with(old), olds)
                .add(life.with(fresh), List.of(ExperimentGrid.example(Start.NEW)))
                .records());
    }

    @Test
    void saturatedAtTheStartAndNotAtTheEndSupports() {
        assertThat(examine(new Saturated(.7, .1), new Saturated(0, .1)))
                .hasSize(9)
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED));
    }

    @Test
    void theContraryRefutes() {
        assertThat(examine(new Saturated(.4, .6), new Saturated(0, .1)))
                .hasSize(9)
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED));
    }

    @Test
    void aSaturatedNewInitialisationMakesEverythingUndecided() {
        assertThat(examine(new Saturated(.7, .1), new Saturated(.7, .1)))
                .hasSize(9)
                .allSatisfy(finding -> assertThat(finding.undecided())
                        .hasValueSatisfying(
                                why -> assertThat(why).startsWith("control came out wrong: fraction saturated")));
    }
}
