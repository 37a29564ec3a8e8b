package org.tailoff.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunStore;

/**
 * Finds runs by what they depend on: the spec, the data, the code of the initialiser and the form in which runs are
 * stored. The digest of all that ends the name of a run's directory; what stands before it is a label, the name of the
 * run when it was begun.
 */
public final class RunIndex {
    private static final int DIGITS = 12;
    private static final Pattern ID = Pattern.compile("(.*)-([0-9a-f]{" + DIGITS + "})");

    private final RunEnvironment environment;
    /** The directory of each digest, that of a finished run before any other. */
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /** The runs of a store, as it is now. */
    RunIndex(RunEnvironment environment) {
        this.environment = environment;
        RunStore store = environment.store();
        Map<String, String> unfinished = new HashMap<>();
        for (String id : store.ids()) {
            Matcher parts = ID.matcher(id);
            if (parts.matches()) {
                (store.isFinished(id) ? ids : unfinished).putIfAbsent(parts.group(2), id);
            }
        }
        unfinished.forEach(ids::putIfAbsent);
    }

    /**
     * The name that a run was given when it was begun.
     *
     * @param id the name of its directory
     * @return the name without the digest
     */
    public static String name(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches() ? parts.group(1) : id;
    }

    /** The directory of a run: the one there is, under whatever name, or one of its own name. */
    String id(String name, RunSpec spec) {
        String digest = digest(spec);
        String own = name + "-" + digest;
        return environment.store().isFinished(own) ? own : ids.computeIfAbsent(digest, absent -> own);
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

    private String digest(RunSpec spec) {
        return environment.digest(spec).substring(0, DIGITS);
    }
}
