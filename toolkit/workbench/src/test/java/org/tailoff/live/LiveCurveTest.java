package org.tailoff.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveCurveTest {
    private static LiveCurve of(int points) {
        LiveCurve curve = new LiveCurve();
        IntStream.range(0, points).forEach(i -> curve.add(i, -i));
        return curve;
    }

    @Test
    void aShortCurveIsKeptWhole() {
        LiveCurve curve = of(LiveCurve.MOST_POINTS);
        assertThat(curve.x()).hasSize(LiveCurve.MOST_POINTS).startsWith(0, 1, 2);
        assertThat(curve.y()).startsWith(0, -1, -2);
    }

    @Test
    void aLongCurveKeepsEquallyDistantPointsFromItsStartToAboutItsEnd() {
        for (int points : new int[] {LiveCurve.MOST_POINTS + 1, 5 * LiveCurve.MOST_POINTS, 100_000}) {
            double[] x = of(points).x();
            double distance = x[1] - x[0];
            assertThat(x.length).isBetween(LiveCurve.MOST_POINTS / 2, LiveCurve.MOST_POINTS);
            for (int i = 0; i < x.length; i++) {
                assertThat(x[i]).isEqualTo(i * distance);
            }
            assertThat(points - 1 - x[x.length - 1]).isBetween(0.0, distance);
        }
    }
}
