package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.TrainingSpec;

/** The estimate of times against what runs of {@code verify} took on the machine it was made on. */
class TimeEstimateTest {
    private static double seconds(RunSpec run) {
        return TimeEstimate.seconds(List.of(run), 1);
    }

    /** 7.3 s on average of the 59 runs of 30 hidden neurons and 30 epochs on 50,000 images. */
    @Test
    void aRunOfTheExercisesExampleIsAboutAsLongAsItWas() {
        assertThat(seconds(BookSpecs.spec("weight_initialization_30_old"))).isCloseTo(7.3, within(0.3 * 7.3));
    }

    /** 23.1 s with 100 hidden neurons; 14.1 s for 400 epochs on 1,000 images, nearly all of it evaluation. */
    @Test
    void widthAndEvaluationCount() {
        assertThat(seconds(BookSpecs.spec("weight_initialization_100_old"))).isCloseTo(23.1, within(0.3 * 23.1));
        assertThat(seconds(BookSpecs.spec("overfitting"))).isCloseTo(14.1, within(0.3 * 14.1));
    }

    @Test
    void epochsCountWhereTheyAreShort() {
        RunSpec book = BookSpecs.spec("overfitting");
        TrainingSpec training = book.training();
        RunSpec few = new RunSpec(
                book.network(),
                new TrainingSpec(training.learningRate(), training.miniBatch(), 1000, training.regularisation()),
                new DataSpec(10, List.of()),
                book.seeds(),
                book.execution());
        assertThat(seconds(few)).isGreaterThan(1000 * 0.5e-3);
    }

    @Test
    void severalAtATimeShareTheTime() {
        RunSpec run = BookSpecs.spec("overfitting");
        assertThat(TimeEstimate.seconds(List.of(run, run), 2)).isEqualTo(seconds(run));
        assertThat(TimeEstimate.seconds(List.of(run), 2)).isEqualTo(seconds(run));
        assertThat(TimeEstimate.seconds(List.of(), 2)).isZero();
    }
}
