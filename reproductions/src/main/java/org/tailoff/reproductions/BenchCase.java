package org.tailoff.reproductions;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tailoff.store.RunRecorder;
import org.tailoff.train.EngineBench;

/** One way of training that is timed again and again. */
final class BenchCase {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS_PER_MICRO = 1e3;

    private final List<String> names;
    private final EngineBench bench;
    private final Runnable end;
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> wall = new ArrayList<>();

    private BenchCase(List<String> names, EngineBench bench, Runnable end) {
        this.names = names;
        this.bench = bench;
        this.end = end;
    }

    /** Training that records nothing. */
    static BenchCase unrecorded(String engine, String precision, EngineBench bench) {
        return new BenchCase(List.of(engine, precision, "none"), bench, () -> {});
    }

    /** Training that records everything; its time ends when all has been written. */
    static BenchCase recorded(String engine, String precision, EngineBench bench, RunRecorder recorder) {
        return new BenchCase(List.of(engine, precision, "full"), bench, recorder::awaitWritten);
    }

    /** Trains; the time is kept. */
    void measure() {
        bench.prepare();
        long cpuBefore = SYSTEM.getProcessCpuTime();
        long wallBefore = System.nanoTime();
        bench.run();
        end.run();
        wall.add((System.nanoTime() - wallBefore) / NANOS_PER_MICRO / bench.iterations());
        cpu.add((SYSTEM.getProcessCpuTime() - cpuBefore) / NANOS_PER_MICRO / bench.iterations());
    }

    /** Trains; the time is forgotten, and so are all before. */
    void warmUp() {
        measure();
        cpu.clear();
        wall.clear();
    }

    EngineTime time() {
        return new EngineTime(names.get(0), names.get(1), names.get(2), median(cpu), median(wall));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
