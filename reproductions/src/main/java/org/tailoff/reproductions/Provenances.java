package org.tailoff.reproductions;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tailoff.record.Provenance;
import org.tailoff.spec.RunSpec;

/** Says what a run was carried out with and on. */
final class Provenances {
    private Provenances() {}

    static Provenance of(RunSpec spec, Stopwatch stopwatch) {
        return new Provenance(
                stopwatch.startedAt(),
                stopwatch.seconds(),
                spec.execution().engine().name().toLowerCase(java.util.Locale.ROOT),
                build(),
                environment());
    }

    private static Map<String, String> build() {
        Map<String, String> build = new TreeMap<>();
        build.put("tailoff", version(Provenances.class));
        return build;
    }

    private static String version(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("built from classes");
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        environment.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        environment.put(
                "OMP_NUM_THREADS",
                Optional.ofNullable(System.getenv("OMP_NUM_THREADS")).orElse("not set"));
        return environment;
    }
}
