package org.tailoff.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Line;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;

class EpochFiguresTest {
    private static final SetScore.Cost COST = new SetScore.Cost(0.25, 0.5);

    private static double drawn(SetScore score, String id) {
        List<EpochRecord> epochs = List.of(new EpochRecord(3, List.of(score), List.of(), List.of()));
        Figure figure = (Figure) EpochFigures.of(epochs).get(0);
        assertThat(figure.id()).isEqualTo(id);
        return ((Line.Curve) figure.lines().get(0)).points().y(0);
    }

    @Test
    void drawTheAccuracyInPercent() {
        assertThat(drawn(new SetScore("test", 4, 3, COST), "accuracy")).isEqualTo(75);
    }

    @Test
    void drawTheDataCostWhereThereAreNoClasses() {
        assertThat(drawn(new SetScore("test", 4, COST), "set-cost")).isEqualTo(0.25);
    }
}
