package org.tailoff.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tailoff.figure.render.HeatMapChartTest;

class PictureDataTest {
    private static final Frame FRAME = new Frame(Axis.automatic("x"), Axis.automatic("y"), false);

    private static Figure figure(Line... lines) {
        return new Figure("one", "", FRAME, Legend.NONE, List.of(lines));
    }

    @Test
    void everyPointOfEveryLineIsThere() {
        Points points = Points.of(new double[] {0, 1}, new double[] {0.1, 2});
        Points above = Points.of(new double[] {0, 1}, new double[] {1.5, 3});
        assertThat(PictureData.csv(figure(
                        Line.measured("a \"b\", c", Colour.BLUE, points),
                        Line.measured("bars", Colour.BLUE, points.withErrors(new double[] {0.5, 0.25})),
                        Line.band("band", Colour.BLUE, points, above),
                        Line.horizontal("h", Colour.GREY, 3),
                        Line.vertical("v", Colour.GREY, 4))))
                .isEqualTo("""
                        panel,line,x,y,low,high
                        "one","a ""b"", c",0.0,0.1,,
                        "one","a ""b"", c",1.0,2.0,,
                        "one","bars",0.0,0.1,-0.4,0.6
                        "one","bars",1.0,2.0,1.75,2.25
                        "one","band",0.0,,0.1,1.5
                        "one","band",1.0,,2.0,3.0
                        "one","h",,3.0,,
                        "one","v",4.0,,,
                        """);
    }

    @Test
    void panelsAreToldApart() {
        Figure one = figure(Line.measured("a", Colour.BLUE, Points.from(0, new double[] {1})));
        Figure two = new Figure("two", "", FRAME, Legend.NONE, one.lines());
        assertThat(PictureData.csv(new Panels("both", "", List.of(one, two))).lines())
                .contains("\"one\",\"a\",0.0,1.0,,", "\"two\",\"a\",0.0,1.0,,");
    }

    @Test
    void aHeatMapHasARowPerCell() {
        HeatMap map = HeatMapChartTest.phases();
        assertThat(PictureData.csv(map).lines())
                .startsWith("x,y,value")
                .hasSize(1
                        + map.grid().x().values().size()
                                * map.grid().y().values().size());
    }

    @Test
    void ofALongCurveTheLowsAndHighsStay() {
        double[] y = IntStream.range(0, 100_000)
                .mapToDouble(i -> i == 54_321 ? 9 : Math.sin(i))
                .toArray();
        String csv = PictureData.csv(figure(Line.measured("a", Colour.BLUE, Points.from(0, y))));
        assertThat(csv.lines()).hasSizeLessThan(1002).contains("\"one\",\"a\",54321.0,9.0,,");
    }
}
