package org.tailoff.reproductions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTableTest {
    private static EngineTime time(String engine, String recording, double wall) {
        return new EngineTime(300, 100, engine, "double", recording, 7 * wall, wall);
    }

    @Test
    void aRowIsTheWallTimesOverThatOfTheProducts() {
        GrowthTable table = new GrowthTable();
        table.add(List.of(time("products", "none", 200), time("fused", "none", 250), time("fused", "full", 310)));
        assertThat(table.toString().lines().toList())
                .containsExactly(
                        "hidden  mini-batch  products us  not recording/products  recorded and stored/products",
                        "   300         100        200.0                    1.25                          1.55");
    }

    @Test
    void otherTimesAreRefused() {
        List<EngineTime> times = List.of(time("fused", "none", 250));
        assertThatThrownBy(() -> new GrowthTable().add(times))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("times must be those of the products and of fused, were ");
    }
}
