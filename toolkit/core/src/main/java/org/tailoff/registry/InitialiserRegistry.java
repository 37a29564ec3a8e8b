package org.tailoff.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailoff.text.Suggestion;

/**
 * The weight initialisers that are installed: those on the class path and those in the jars of a plugins directory.
 *
 * <p>A broken jar never hides the sound ones: what is wrong with it is logged once and kept in {@link #problems()}. An
 * id that two initialisers claim is given to neither. Closing the registry closes its jars; its initialisers are not to
 * be used after that.
 */
public final class InitialiserRegistry implements AutoCloseable {
    private final SortedMap<String, List<RegisteredInitialiser>> byId;
    private final List<PluginProblem> problems;
    private final List<PluginLoader> loaders;
    private final Map<String, RegisteredInitialiser> asked = new ConcurrentHashMap<>();

    private InitialiserRegistry(PluginScan scan) {
        this.byId = scan.found().stream()
                .collect(Collectors.groupingBy(RegisteredInitialiser::id, TreeMap::new, Collectors.toList()));
        byId.values().stream()
                .filter(claims -> claims.size() > 1)
                .forEach(claims -> scan.report(claims.get(1).place(), duplicate(claims)));
        scan.found().stream()
                .collect(Collectors.groupingBy(RegisteredInitialiser::type, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(namesakes -> reportNamesakes(scan, namesakes));
        this.problems = List.copyOf(scan.problems());
        this.loaders = List.copyOf(scan.loaders());
    }

    /**
     * Finds the initialisers on the class path alone.
     *
     * @return a new registry
     */
    public static InitialiserRegistry ofClassPath() {
        PluginScan scan = new PluginScan();
        scan.classPath();
        return new InitialiserRegistry(scan);
    }

    /**
     * Finds the initialisers on the class path and in every {@code *.jar} of some directories, each jar in its own
     * class loader.
     *
     * @param directories where plugins are dropped; if one cannot be read, that is one of the problems
     * @return a new registry
     */
    public static InitialiserRegistry withPlugins(Path... directories) {
        PluginScan scan = new PluginScan();
        scan.classPath();
        Stream.of(directories).forEach(scan::directory);
        return new InitialiserRegistry(scan);
    }

    /**
     * Finds the initialisers of one jar alone.
     *
     * @param jar the file; if it is no plugin, that is the problem
     * @return a new registry
     */
    public static InitialiserRegistry ofJar(Path jar) {
        PluginScan scan = new PluginScan();
        scan.jar(jar);
        return new InitialiserRegistry(scan);
    }

    /**
     * Different initialisers whose classes have one name: both work, each from its own jar, but one may be a mistake.
     */
    private static void reportNamesakes(PluginScan scan, List<RegisteredInitialiser> namesakes) {
        if (namesakes.stream().map(RegisteredInitialiser::id).distinct().count() > 1) {
            String each = namesakes.stream()
                    .map(one -> "'" + one.id() + "' in " + one.place())
                    .collect(Collectors.joining(" and "));
            scan.report(
                    namesakes.get(1).place(),
                    String.format(
                            Locale.ROOT,
                            "class %s is in more than one jar: %s. All are used.",
                            namesakes.get(0).type(),
                            each));
        }
    }

    private static String duplicate(List<RegisteredInitialiser> claims) {
        return String.format(
                Locale.ROOT,
                "Weight initialiser '%s' is offered more than once: by %s. Remove all but one.",
                claims.get(0).id(),
                claims.stream()
                        .map(claim -> claim.type() + " in " + claim.place())
                        .collect(Collectors.joining(" and by ")));
    }

    /**
     * The initialisers that can be used.
     *
     * @return in the order of their ids, without those whose id is claimed more than once
     */
    public List<RegisteredInitialiser> initialisers() {
        return byId.values().stream()
                .filter(claims -> claims.size() == 1)
                .map(claims -> claims.get(0))
                .toList();
    }

    /**
     * What is wrong with the plugins.
     *
     * @return in the order in which it was found; empty if all is well
     */
    public List<PluginProblem> problems() {
        return problems;
    }

    /**
     * The initialiser that a text asks for: {@code id}, {@code id:name=value,...} or, for the first parameter,
     * {@code id:value}. A text is read once, however many runs ask for it.
     *
     * @param text such as {@code gaussian:stddev=0.5}
     * @return the one initialiser that has the id, with the values chosen
     * @throws UnknownInitialiserException if no initialiser, or more than one, has the id
     * @throws IllegalArgumentException if a parameter is unknown or a value not allowed; the message is one line
     */
    public RegisteredInitialiser find(String text) {
        return asked.computeIfAbsent(text, this::read);
    }

    private RegisteredInitialiser read(String text) {
        int colon = text.indexOf(':');
        RegisteredInitialiser found = withId(colon < 0 ? text : text.substring(0, colon));
        return colon < 0 ? found : found.with(Configured.of(found.initialiser(), text.substring(colon + 1)));
    }

    private RegisteredInitialiser withId(String id) {
        List<RegisteredInitialiser> claims = byId.getOrDefault(id, List.of());
        if (claims.size() > 1) {
            throw new UnknownInitialiserException(duplicate(claims));
        }
        return claims.stream().findFirst().orElseThrow(() -> unknown(id));
    }

    private UnknownInitialiserException unknown(String id) {
        List<String> ids =
                initialisers().stream().map(RegisteredInitialiser::id).toList();
        String known = ids.isEmpty() ? "none" : String.join(", ", ids);
        return new UnknownInitialiserException(String.format(
                Locale.ROOT,
                "No weight initialiser '%s'. Known: %s.%s%s",
                id,
                known,
                Suggestion.sentence(id, ids),
                broken()));
    }

    private String broken() {
        String places = problems.stream().map(PluginProblem::place).distinct().collect(Collectors.joining(", "));
        return places.isEmpty() ? "" : " Plugins with problems: " + places + ".";
    }

    /**
     * Closes the jars.
     *
     * @throws UncheckedIOException if {@code a jar cannot be closed}
     */
    @Override
    public void close() {
        List<IOException> failures = new ArrayList<>();
        for (PluginLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        failures.stream().findFirst().ifPresent(e -> {
            throw new UncheckedIOException(e);
        });
    }
}
