package org.tailoff.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Evidence;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.reproductions.argument.experiment.OneSeed;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.reproductions.argument.experiment.SeededExperiment.Start;

class ExperimentRunsTest {
    private static final SeededExperiment WORLD = ExperimentGrid.example(Start.OLD);

    @TempDir
    private Path directory;

    private ExperimentRuns records;

    @BeforeEach
    void makeRuns() {
        records = new FakeRuns(new Plan(3, false), directory)
                .add(Life.DECAY, List.of(WORLD, BookRun.OLD_30))
                .records();
    }

    private static double seed(RunRecord run) {
        return Double.parseDouble(run.name().replaceAll(".*seed", ""));
    }

    @Test
    void anExampleIsExactAndAWorldHasAnIntervalOverItsSeeds() {
        assertThat(records.estimate(BookRun.OLD_30, run -> 2)).isEqualTo(Estimate.exact(2));
        assertThat(records.estimate(WORLD, ExperimentRunsTest::seed)).isEqualTo(Estimate.mean(1, 2, 3));
    }

    @Test
    void runsComeInTheOrderOfTheirSeeds() {
        assertThat(records.of(WORLD)).extracting(ExperimentRunsTest::seed).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void oneSeedOfAWorldIsItsFirst() {
        assertThat(records.of(new OneSeed(WORLD)))
                .extracting(ExperimentRunsTest::seed)
                .containsExactly(1.0);
    }

    @Test
    void evidenceNamesTheRunsOfAllItsExperiments() {
        Evidence evidence = records.evidence(List.of(BookRun.OLD_30, WORLD), Estimate.exact(1), Map.of());
        assertThat(evidence.runs()).hasSize(4).startsWith("weight_initialization_30_old");
        assertThat(evidence.dropped()).isEmpty();
    }
}
