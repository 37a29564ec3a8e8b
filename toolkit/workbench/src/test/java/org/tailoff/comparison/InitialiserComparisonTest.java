package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tailoff.spec.DataSource;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;

class InitialiserComparisonTest {
    private static final RunSpec BOOK = MadeUp.spec();

    @Test
    void armsOfEqualSeedDifferInTheInitialiserAndTheDecayAlone() {
        Map<String, RunSpec> runs = new InitialiserComparison(BOOK, List.of("zeros", "gaussian:stddev=0.5"), 3).runs();
        assertThat(runs).hasSize(2 * 2 * 3);
        RunSpec first = runs.get("compare_zeros_seed2");
        RunSpec second = runs.get("compare_gaussian_stddev_0.5_no-decay_seed2");
        assertThat(first.network().initialiser()).isEqualTo("zeros");
        assertThat(second.network().initialiser()).isEqualTo("gaussian:stddev=0.5");
        assertThat(first.seeds()).isEqualTo(new SeedSpec.Streams(2)).isEqualTo(second.seeds());
        assertThat(first.training().regularisation()).isEqualTo(new Regularisation.L2(5));
        assertThat(second.withInitialiser("zeros").withRegularisation(new Regularisation.L2(5)))
                .isEqualTo(first);
    }

    /** So that more seeds later find the runs of the fewer, by name and by all that a run depends on. */
    @Test
    void moreSeedsAddRunsAndChangeNone() {
        List<String> initialisers = List.of("zeros", "gaussian");
        Map<String, RunSpec> few = new InitialiserComparison(BOOK, initialisers, 3).runs();
        Map<String, RunSpec> many = new InitialiserComparison(BOOK, initialisers, 5).runs();
        assertThat(many).hasSize(2 * 2 * 5).containsAllEntriesOf(few);
    }

    @Test
    void aSpecWithoutDecayHasOneRegime() {
        InitialiserComparison comparison = new InitialiserComparison(
                BOOK.withRegularisation(new Regularisation.None()), List.of("zeros", "gaussian"), 2);
        assertThat(comparison.regimes()).containsExactly(false);
        assertThat(comparison.runs()).hasSize(2 * 2);
    }

    @Test
    void whatHasNoClassesCannotBeRanked() {
        DataSource.Csv table = new DataSource.Csv(
                "a.csv",
                true,
                null,
                List.of("price"),
                List.of(),
                ",",
                ".",
                DataSource.Rescaling.NONE,
                new DataSource.Split(0, 0.5, 1));
        RunSpec regression = BOOK.withData(BOOK.data().withSource(table));
        assertThatThrownBy(() -> new InitialiserComparison(regression, List.of("a", "b"), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "compare needs classes to judge by: data.source.label, not data.source.targets, was [price]");
    }

    @Test
    void heldOutImagesDecide() {
        assertThat(new InitialiserComparison(evaluating(DataSet.TRAINING, DataSet.TEST), List.of("a", "b"), 2).judge())
                .isEqualTo(DataSet.TEST);
        assertThat(new InitialiserComparison(evaluating(DataSet.TEST, DataSet.VALIDATION), List.of("a", "b"), 2)
                        .judge())
                .isEqualTo(DataSet.VALIDATION);
    }

    private static RunSpec evaluating(DataSet... sets) {
        return new RunSpec(
                BOOK.network(), BOOK.training(), new DataSpec(100, List.of(sets)), BOOK.seeds(), BOOK.execution());
    }

    @Test
    void whatCannotBeComparedIsRefusedInOneLine() {
        assertThatThrownBy(() -> new InitialiserComparison(BOOK, List.of("zeros"), 5))
                .hasMessage("initialisers must be at least 2, was [zeros]");
        assertThatThrownBy(() -> new InitialiserComparison(BOOK, List.of("zeros", "gaussian", "zeros"), 5))
                .hasMessage("initialisers must be different, 'zeros' was given twice");
        assertThatThrownBy(() -> new InitialiserComparison(BOOK, List.of("zeros", "gaussian"), 1))
                .hasMessage("seeds must be at least 2, was 1");
        assertThatThrownBy(() -> new InitialiserComparison(BOOK, List.of("zeros", "gaussian"), 10_001))
                .hasMessage("seeds must be at most 10000, was 10001");
        assertThatThrownBy(() -> new InitialiserComparison(evaluating(), List.of("zeros", "gaussian"), 2))
                .hasMessage("data.evaluate must name at least one set to compare on, was []");
    }
}
