package org.tailoff.reproductions.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hipparchus.stat.StatUtils;
import org.tailoff.store.RunRecorder;
import org.tailoff.train.EngineBench;

/** One way of training that is timed again and again. */
final class BenchCase {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MEDIAN = 50;

    private final List<String> names;
    private final Supplier<Timing> round;
    private final List<Timing> timings = new ArrayList<>();

    /**
     * What a round took.
     *
     * @param wallUs microseconds on the clock per iteration
     * @param cpuUs microseconds of CPU time per iteration
     */
    record Timing(double wallUs, double cpuUs) {}

    private BenchCase(List<String> names, Supplier<Timing> round) {
        this.names = names;
        this.round = round;
    }

    /** Training that records nothing. */
    static BenchCase unrecorded(String engine, String precision, EngineBench bench) {
        return new BenchCase(List.of(engine, precision, "none"), () -> timed(bench, () -> {}));
    }

    /** Training that records everything; its time ends when all has been written. */
    static BenchCase recorded(String engine, String precision, EngineBench bench, RunRecorder recorder) {
        return new BenchCase(List.of(engine, precision, "full"), () -> timed(bench, recorder::awaitWritten));
    }

    /** What is timed by somebody else; it records nothing. */
    static BenchCase foreign(String engine, String precision, Supplier<Timing> round) {
        return new BenchCase(List.of(engine, precision, "none"), round);
    }

    private static Timing timed(EngineBench bench, Runnable end) {
        bench.prepare();
        long cpuBefore = SYSTEM.getProcessCpuTime();
        long wallBefore = System.nanoTime();
        bench.run();
        end.run();
        double wall = (System.nanoTime() - wallBefore) / NANOS_PER_MICRO / bench.iterations();
        return new Timing(wall, (SYSTEM.getProcessCpuTime() - cpuBefore) / NANOS_PER_MICRO / bench.iterations());
    }

    /** Trains; the time is kept. */
    void measure() {
        timings.add(round.get());
    }

    /** Trains; the time is forgotten, and so are all before. */
    void warmUp() {
        measure();
        timings.clear();
    }

    EngineTime time(BenchRuns.Size size) {
        double[] cpu = timings.stream().mapToDouble(Timing::cpuUs).toArray();
        double[] wall = timings.stream().mapToDouble(Timing::wallUs).toArray();
        return new EngineTime(
                size.hidden(),
                size.miniBatch(),
                names.get(0),
                names.get(1),
                names.get(2),
                StatUtils.percentile(cpu, MEDIAN),
                StatUtils.percentile(wall, MEDIAN));
    }
}
