package org.tailoff.reproductions.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.Specs;

/** The specs of the book's runs, one YAML file each among the resources. */
public final class BookSpecs {
    private BookSpecs() {}

    /**
     * Reads the spec of a run.
     *
     * @param run its name, which is also the file's
     * @return the spec
     * @throws IllegalArgumentException if there is no such file
     */
    public static RunSpec spec(String run) {
        String resource = "specs/" + run + ".yaml";
        try (InputStream in = BookSpecs.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return Specs.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }

    /**
     * The replicas of a run, which are named after it.
     *
     * @param run its name
     * @param replicas how many
     * @return their names
     */
    public static List<String> replicas(String run, int replicas) {
        return IntStream.rangeClosed(1, replicas)
                .mapToObj(replica -> run + "_replica" + replica)
                .toList();
    }

    /**
     * A run of the book with its replicas.
     *
     * @param run its name
     * @param replicas their names
     * @return the specs by name
     */
    public static Map<String, RunSpec> withReplicas(String run, List<String> replicas) {
        RunSpec spec = spec(run);
        SeedSpec.Book book = (SeedSpec.Book) spec.seeds();
        Map<String, RunSpec> runs = new TreeMap<>(Map.of(run, spec));
        for (String replica : replicas) {
            SeedSpec seeds = new SeedSpec.Book(book.seed(), book.networksBefore(), book.epochsBefore(), runs.size());
            runs.put(replica, spec.withSeeds(seeds));
        }
        return runs;
    }
}
