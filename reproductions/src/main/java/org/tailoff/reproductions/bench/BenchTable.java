package org.tailoff.reproductions.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailoff.terminal.Table;
import org.tailoff.text.Texts;

/** What {@code tailoff bench} prints: times of an iteration with the ratios that matter. */
final class BenchTable {
    private static final String NONE = "none";
    private static final String FULL = "full";

    private final List<EngineTime> times;

    /** {@code times}: of one size. */
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
                .filter(time -> !time.isEngine() || time.engine().equals(EngineTimes.NUMPY))
                .flatMap(this::beside)
                .collect(Collectors.joining("\n", table + "\n", ""));
    }

    private String[] cells(EngineTime time) {
        EngineTime silent = find(time.engine(), time.precision(), NONE);
        boolean full = time.recording().equals(FULL);
        return new String[] {
            time.engine(),
            time.precision(),
            time.recording(),
            Texts.fixed(time.wallUs(), 1),
            Texts.fixed(time.cpuUs(), 1),
            full ? ratio(EngineTime::wallUs, time, silent) : "",
            full ? ratio(EngineTime::cpuUs, time, silent) : "",
            ratio(EngineTime::wallUs, find("dl4j", time.precision(), NONE), time)
        };
    }

    /** What is timed beside the engines, and an engine as a multiple of it. */
    private Stream<String> beside(EngineTime time) {
        return switch (time.engine()) {
            case EngineTimes.PRODUCTS ->
                Stream.of(NONE, FULL)
                        .map(recording -> line("matrix products of a step alone", time, "fused", recording));
            case EngineTimes.NUMPY ->
                Stream.of(NONE, FULL).map(recording -> line("NumPy, recording nothing", time, "fused", recording));
            default -> Stream.of(line("Tailoff's loop around fit", time, "dl4j", FULL));
        };
    }

    private String line(String what, EngineTime time, String engine, String recording) {
        EngineTime compared = find(engine, time.precision(), recording);
        return String.format(
                Locale.ROOT,
                "%s, %s: wall %s us, CPU %s us; %s recording %s takes %s times that wall time and %s times that CPU time",
                what,
                time.precision(),
                Texts.fixed(time.wallUs(), 1),
                Texts.fixed(time.cpuUs(), 1),
                engine,
                recording,
                ratio(EngineTime::wallUs, compared, time),
                ratio(EngineTime::cpuUs, compared, time));
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
        return Texts.fixed(time.applyAsDouble(above) / time.applyAsDouble(below), 2);
    }
}
