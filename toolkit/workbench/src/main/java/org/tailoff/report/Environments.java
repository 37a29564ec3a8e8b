package org.tailoff.report;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tailoff.record.Provenance;

/** What runs were made with and on: every value that occurs among them, by name. */
final class Environments {
    private final SortedMap<String, SortedSet<String>> values = new TreeMap<>();

    private Environments() {}

    static Map<String, List<String>> of(List<RunView> runs) {
        Environments all = new Environments();
        runs.forEach(run -> all.add(run.made()));
        SortedMap<String, List<String>> lists = new TreeMap<>();
        all.values.forEach((name, set) -> lists.put(name, List.copyOf(set)));
        return lists;
    }

    private void add(Provenance made) {
        add("engine", made.engine());
        made.plugins().forEach(plugin -> add("initialisers", plugin.jar() + " " + plugin.version()));
        made.parts().forEach(part -> {
            add(part.software());
            add(part.platform());
        });
    }

    private void add(Provenance.Software software) {
        add("Tailoff", software.tailoff() + ", commit " + software.commit());
        add("DL4J", software.dl4j());
        add("ND4J", software.nd4j());
        add("JavaCPP", software.javacpp());
    }

    private void add(Provenance.Platform platform) {
        add("operating system", platform.os());
        add("processor", platform.processor() + ", " + platform.processors() + " of them");
        add("Java", platform.jdk());
        add("BLAS kernel", platform.kernel());
        add("OMP_NUM_THREADS", platform.ompThreads());
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, first -> new TreeSet<>()).add(value);
    }
}
