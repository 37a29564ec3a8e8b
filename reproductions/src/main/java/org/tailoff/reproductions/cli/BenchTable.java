package org.tailoff.reproductions.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
        times.stream().filter(EngineTime::isEngine).forEach(time -> table.row(cells(time)));
        return times.stream()
                .filter(time -> !time.isEngine())
                .map(this::beside)
                .collect(Collectors.joining("\n", table + "\n", ""));
    }

    private String[] cells(EngineTime time) {
        EngineTime silent = find(time.engine(), time.precision(), NONE);
        boolean full = !time.recording().equals(NONE);
        return new String[] {
            time.engine(),
            time.precision(),
            time.recording(),
            number("%.1f", time.wallUs()),
            number("%.1f", time.cpuUs()),
            full ? ratio(EngineTime::wallUs, time, silent) : "",
            full ? ratio(EngineTime::cpuUs, time, silent) : "",
            ratio(EngineTime::wallUs, find("dl4j", time.precision(), NONE), time)
        };
    }

    /** What is timed beside the engines, and an engine as a multiple of it. */
    private String beside(EngineTime time) {
        return time.engine().equals(EngineTimes.PRODUCTS)
                ? line("matrix products of a step alone", time, find("fused", time.precision(), NONE))
                : line("Tailoff's loop around fit", time, find("dl4j", time.precision(), "full"));
    }

    private static String line(String what, EngineTime time, EngineTime engine) {
        return String.format(
                Locale.ROOT,
                "%s, %s: wall %.1f us, CPU %.1f us; %s recording %s takes %s times that wall time",
                what,
                time.precision(),
                time.wallUs(),
                time.cpuUs(),
                engine.engine(),
                engine.recording(),
                ratio(EngineTime::wallUs, engine, time));
    }

    /** An engine's row. */
    private EngineTime find(String engine, String precision, String recording) {
        return times.stream()
                .filter(time -> time.engine().equals(engine)
                        && time.precision().equals(precision)
                        && time.recording().equals(recording))
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
