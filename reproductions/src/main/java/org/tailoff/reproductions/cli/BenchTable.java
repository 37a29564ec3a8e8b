package org.tailoff.reproductions.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tailoff.reproductions.EngineTime;
import org.tailoff.reproductions.EngineTimes;

/** What {@code tailoff bench} prints: times of an iteration with the ratios that matter. */
final class BenchTable {
    private static final String NONE = "none";

    private final List<EngineTime> times;

    BenchTable(List<EngineTime> times) {
        this.times = times;
    }

    @Override
    public String toString() {
        Table table = new Table(
                "engine",
                "precision",
                "recording",
                "wall us",
                "CPU us",
                "full/none wall",
                "CPU",
                "dl4j none/this wall");
        StringBuilder products = new StringBuilder();
        for (EngineTime time : times) {
            if (time.engine().equals(EngineTimes.PRODUCTS)) {
                products.append(products(time));
            } else {
                table.row(cells(time));
            }
        }
        return table + products.toString();
    }

    private String[] cells(EngineTime time) {
        EngineTime silent = find(time.engine(), time.precision());
        boolean full = !time.recording().equals(NONE);
        return new String[] {
            time.engine(),
            time.precision(),
            time.recording(),
            number("%.1f", time.wallUs()),
            number("%.1f", time.cpuUs()),
            full ? ratio(EngineTime::wallUs, time, silent) : "",
            full ? ratio(EngineTime::cpuUs, time, silent) : "",
            ratio(EngineTime::wallUs, find("dl4j", time.precision()), time)
        };
    }

    private String products(EngineTime time) {
        EngineTime fused = find("fused", time.precision());
        return String.format(
                Locale.ROOT,
                "%nThe matrix products of a step alone, %s: wall %.1f us, CPU %.1f us;"
                        + " fused without recording takes %s times that wall time.",
                time.precision(),
                time.wallUs(),
                time.cpuUs(),
                ratio(EngineTime::wallUs, fused, time));
    }

    /** The row without recording. */
    private EngineTime find(String engine, String precision) {
        return times.stream()
                .filter(time -> time.engine().equals(engine)
                        && time.precision().equals(precision)
                        && time.recording().equals(NONE))
                .findFirst()
                .orElseThrow();
    }

    private static String ratio(ToDoubleFunction<EngineTime> time, EngineTime above, EngineTime below) {
        return number("%.2f", time.applyAsDouble(above) / time.applyAsDouble(below));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
