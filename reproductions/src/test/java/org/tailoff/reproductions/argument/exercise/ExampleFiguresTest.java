package org.tailoff.reproductions.argument.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tailoff.figure.Figure;
import org.tailoff.figure.HeatMap;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueRange;
import org.tailoff.reproductions.argument.experiment.BookRun;
import org.tailoff.reproductions.argument.experiment.ExperimentGrid;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunResults;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.Plan;

/** The figures of runs made by hand: D is 2 in every epoch e and R is 6/e, so that D exceeds R from epoch 4 on. */
class ExampleFiguresTest {
    private static final int EPOCHS = 6;

    private static TensorEpoch tensor(int epoch) {
        Optional<TensorEpoch.Displacement> moved =
                epoch == 0 ? Optional.empty() : Optional.of(new TensorEpoch.Displacement(2, 6.0 / epoch));
        return new TensorEpoch(
                "tensor",
                new TensorStatistics(0, 1, 1, 10, new ValueRange(-1, 1)),
                new TensorEpoch.Motion(moved, Optional.empty()),
                TensorEpoch.InputRms.NONE,
                new ValueDistribution(
                        new ValueDistribution.Quantiles(List.of(), List.of()),
                        new ValueDistribution.Histogram(List.of(), List.of())));
    }

    private static List<EpochRecord> epochs(int last) {
        return IntStream.rangeClosed(0, last)
                .mapToObj(epoch -> new EpochRecord(
                        epoch,
                        List.of(new SetScore("validation", 4, 3, new SetScore.Cost(0, 0))),
                        Stream.generate(() -> tensor(epoch)).limit(4).toList(),
                        List.of()))
                .toList();
    }

    private static ExperimentRuns records(List<? extends Experiment> experiments, int last) {
        Plan plan = new Plan(1, false);
        Map<String, RunSpec> specs = new TreeMap<>();
        experiments.forEach(experiment -> specs.putAll(experiment.runs(plan)));
        Map<String, FinishedRun> finished = new TreeMap<>();
        specs.keySet().forEach(name -> finished.put(name, new FinishedRun(name, null, epochs(last), 1, true)));
        return new ExperimentRuns(plan, specs, new RunResults(new TreeMap<>(finished), new TreeMap<>()));
    }

    private static Panels dominance(int last) {
        return (Panels) DominanceFigures.of(records(BookRun.DECAYING, last)).get(0);
    }

    @Test
    void dominanceShowsBothWaysAndWhereTheyCross() {
        Figure ways = dominance(EPOCHS).figures().get(0);
        assertThat(ways.lines())
                .hasSize(4)
                .filteredOn(Line.Curve.class::isInstance)
                .extracting(line -> ((Line.Curve) line).points())
                .containsExactly(
                        Points.from(1, new double[] {2, 2, 2, 2, 2, 2}),
                        Points.from(1, new double[] {6, 3, 2, 1.5, 1.2, 1}));
        assertThat(ways.lines())
                .filteredOn(Line.Rule.class::isInstance)
                .extracting(line -> ((Line.Rule) line).at())
                .containsExactly(4.0, 6.0);
    }

    @Test
    void dominanceShowsTheRatioOfEveryExampleBesideOne() {
        Figure ratios = dominance(EPOCHS).figures().get(1);
        assertThat(ratios.lines())
                .extracting(Line::name)
                .containsExactly(
                        "weight_initialization_30",
                        "weight_initialization_100",
                        "regularized_full",
                        "regularized, 1000 images",
                        "as far as each other");
        assertThat(((Line.Curve) ratios.lines().get(0)).points().y(2)).isEqualTo(1);
    }

    @Test
    void runsOfOneEpochHaveNoCurveOverEpochs() {
        assertThat(DominanceFigures.of(records(BookRun.DECAYING, 1))).isEmpty();
        assertThat(DecayFigures.of(records(BookRun.DECAYING, 1))).isEmpty();
    }

    @Test
    void thePhaseDiagramHasACellPerSettingAndTheExamplesInIt() {
        HeatMap dominance = (HeatMap)
                PhaseDiagram.of(records(PhaseDiagram.experiments(), 1)).get(0);
        assertThat(PhaseDiagram.experiments()).hasSize(45).doesNotHaveDuplicates();
        assertThat(dominance.grid().x().values()).isEqualTo(ExperimentGrid.PHASE_EXPONENTS);
        assertThat(dominance.grid().y().values()).isEqualTo(ExperimentGrid.PHASE_LAMBDAS);
        // both layers alike: sqrt(2) D over sqrt(2) R
        assertThat(dominance.grid().value(2, 3)).isCloseTo(2 / 6.0, within(1e-15));
        assertThat(dominance.marks())
                .extracting(HeatMap.Mark::name)
                .containsExactly("both graphed", "regularized_full", "regularized (but n = 1000)");
    }

    @Test
    void thePhaseDiagramShowsAccuracyInPercentAndSizeInUnitsOfTheClaimedOne() {
        List<Picture> maps = PhaseDiagram.of(records(PhaseDiagram.experiments(), 1));
        HeatMap size = (HeatMap) maps.get(1);
        assertThat(((HeatMap) maps.get(2)).grid().value(0, 0)).isEqualTo(75);
        // sqrt(S) of two layers of norm 10
        assertThat(size.grid().value(0, 0)).isCloseTo(Math.sqrt(200), within(1e-12));
    }
}
