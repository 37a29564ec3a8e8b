package org.tailoff.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailoff.record.Provenance;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.PluginBuild;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.store.RunStore;

/**
 * Finds runs by what they depend on: the spec, the data, the code of the initialiser and the form in which runs are
 * stored. The digest of all that ends the name of a run's directory; what stands before it is a label, the name of the
 * run when it was begun.
 */
public final class RunIndex {
    private static final int DIGITS = 12;
    private static final Pattern ID = Pattern.compile("(.*)-([0-9a-f]{" + DIGITS + "})");

    /** Of all the examples: 55 MB to hash, so once and not for every run. */
    private final String data;

    private final InitialiserRegistry initialisers;
    private final RunStore store;
    private final Map<String, PluginBuild> builds = new ConcurrentHashMap<>();
    /** The directory of each digest, that of a finished run before any other. */
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /**
     * The runs of a store.
     *
     * @param data digest of the examples
     * @param initialisers where the runs' initialisers are found
     * @param store where the runs are kept
     */
    RunIndex(String data, InitialiserRegistry initialisers, RunStore store) {
        this.data = data;
        this.initialisers = initialisers;
        this.store = store;
        Map<String, String> unfinished = new HashMap<>();
        for (String id : store.ids()) {
            Matcher parts = ID.matcher(id);
            if (parts.matches()) {
                (store.isFinished(id) ? ids : unfinished).putIfAbsent(parts.group(2), id);
            }
        }
        unfinished.forEach(ids::putIfAbsent);
    }

    /** The label of a run's directory. */
    static String label(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches() ? parts.group(1) : id;
    }

    /** The directory of a run: the one there is, under whatever name, or one of its own name. */
    String id(String name, RunSpec spec) {
        String digest = digest(spec);
        String own = name + "-" + digest;
        return store.isFinished(own) ? own : ids.computeIfAbsent(digest, absent -> own);
    }

    /** The names of equal runs together, each list sorted; by the first of them. */
    Map<String, List<String>> equal(Map<String, RunSpec> runs) {
        Map<String, String> first = new HashMap<>();
        Map<String, List<String>> names = new TreeMap<>();
        new TreeMap<>(runs)
                .forEach((name, spec) -> names.computeIfAbsent(
                                first.computeIfAbsent(digest(spec), absent -> name), absent -> new ArrayList<>())
                        .add(name));
        return names;
    }

    /** Where a run comes from that was trained in these parts. */
    Provenance provenance(RunSpec spec, List<Provenance.Part> parts) {
        PluginBuild build = build(spec);
        String id = initialisers.find(spec.network().initialiser()).id();
        Provenance.Plugin plugin =
                new Provenance.Plugin(id, build.type(), build.jar(), build.version(), build.sha256(), build.digest());
        return new Provenance(engine(spec), data, List.of(plugin), parts);
    }

    /** The engine of a run, as its provenance has it. */
    public static String engine(RunSpec spec) {
        return spec.execution().engine().name().toLowerCase(Locale.ROOT);
    }

    private String digest(RunSpec spec) {
        return Specs.digest(spec, data + RunStore.FORM + build(spec).digest()).substring(0, DIGITS);
    }

    private PluginBuild build(RunSpec spec) {
        return builds.computeIfAbsent(
                spec.network().initialiser(), text -> initialisers.find(text).build());
    }
}
