package org.tailoff.reproductions.calculated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tailoff.reproductions.calculated.NoImprovement.Stop;

class NoImprovementTest {
    private final NoImprovement two = new NoImprovement(2);

    @Test
    void trainingStopsWhenTwoEpochsAreNotBetterThanTheBest() {
        assertThat(two.on(0.1, 0.5, 0.4, 0.3, 0.9)).contains(new Stop(3, 1));
    }

    @Test
    void anImprovementBeginsTheCountAnew() {
        assertThat(two.on(0.5, 0.4, 0.6, 0.5, 0.5)).contains(new Stop(4, 2));
    }

    @Test
    void anEqualAccuracyIsNoImprovement() {
        assertThat(two.on(0.5, 0.5, 0.5, 0.9)).contains(new Stop(2, 0));
    }

    @Test
    void trainingThatImprovesOrIsShortDoesNotStop() {
        assertThat(two.on(0.1, 0.2, 0.3, 0.4)).isEmpty();
        assertThat(two.on(0.5, 0.4)).isEmpty();
        assertThat(two.on()).isEmpty();
    }

    @Test
    void noEpochsAreRefused() {
        assertThatThrownBy(() -> new NoImprovement(0))
                .hasMessage("epochs without improvement must be at least 1, was 0");
    }
}
