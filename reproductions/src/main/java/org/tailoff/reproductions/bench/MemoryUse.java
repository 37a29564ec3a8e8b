package org.tailoff.reproductions.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory of this process during a run.
 *
 * @param iterations updates made
 * @param residentMegabytes everything in main memory, Java's and native, before a collection; 0 where there is no /proc
 * @param heapMegabytes Java objects after a collection
 */
public record MemoryUse(long iterations, double residentMegabytes, double heapMegabytes) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KILO = 1024;

    static MemoryUse after(long iterations) {
        double resident = resident();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new MemoryUse(iterations, resident, heap / KILO / KILO);
    }

    private static double resident() {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILO)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + STATUS, e);
        }
    }
}
