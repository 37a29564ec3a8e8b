package org.tailoff.initialise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The weight initialisers that are installed: those on the class path and those in the jars of a plugins directory.
 *
 * <p>A broken jar never hides the sound ones: what is wrong with it is logged once and kept in {@link #problems()}. An id
 * that two initialisers claim is given to neither. Closing the registry closes its jars; its initialisers are not to be
 * used after that.
 */
public final class InitialiserRegistry implements AutoCloseable {
    private final SortedMap<String, List<RegisteredInitialiser>> byId;
    private final List<PluginProblem> problems;
    private final List<PluginLoader> loaders;

    private InitialiserRegistry(PluginScan scan) {
        this.byId = scan.found().stream()
                .collect(Collectors.groupingBy(RegisteredInitialiser::id, TreeMap::new, Collectors.toList()));
        byId.values().stream()
                .filter(claims -> claims.size() > 1)
                .forEach(claims -> scan.report(claims.get(1).place(), duplicate(claims)));
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
     * Finds the initialisers on the class path and in every {@code *.jar} of a directory, each in its own class loader.
     *
     * @param directory where plugins are dropped; if it cannot be read, that is one of the problems
     * @return a new registry
     */
    public static InitialiserRegistry withPlugins(Path directory) {
        PluginScan scan = new PluginScan();
        scan.classPath();
        scan.directory(directory);
        return new InitialiserRegistry(scan);
    }

    private static String duplicate(List<RegisteredInitialiser> claims) {
        return "Weight initialiser '%s' is offered more than once: by %s. Remove all but one."
                .formatted(
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
     * The initialiser with an id.
     *
     * @param id as in {@link WeightInitialiser#id()}
     * @return the one initialiser that has it
     * @throws UnknownInitialiserException if no initialiser, or more than one, has it
     */
    public RegisteredInitialiser find(String id) {
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
        String meant = Suggestion.nearest(id, ids)
                .map(name -> " Did you mean '" + name + "'?")
                .orElse("");
        return new UnknownInitialiserException("No weight initialiser '%s'. Known: %s.%s".formatted(id, known, meant));
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
