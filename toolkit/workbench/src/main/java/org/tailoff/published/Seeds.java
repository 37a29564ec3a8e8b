package org.tailoff.published;

import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.text.Checks;

/**
 * How many draws are made of a session that the book gave no seed.
 *
 * @param asked how many the user wants of each; at least 2, because one has no spread
 * @param quick whether two are enough
 */
public record Seeds(OptionalInt asked, boolean quick) {
    /** As many as each session has by itself. */
    public static final Seeds USUAL = new Seeds(OptionalInt.empty(), false);

    private static final int FEWEST = 2;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if fewer than two are asked for
     */
    public Seeds {
        asked.ifPresent(count -> Checks.requireAtLeast(FEWEST, count, "seeds"));
    }

    /**
     * The draws of a session, from the master seeds 1, 2, ....
     *
     * @param session its name
     * @param spec the session
     * @param usual how many draws there are unless the user asks for others
     * @return the specs by name
     */
    public TreeMap<String, RunSpec> runs(String session, RunSpec spec, int usual) {
        int count = asked.orElse(quick ? FEWEST : usual);
        TreeMap<String, RunSpec> runs = new TreeMap<>();
        IntStream.rangeClosed(1, count)
                .forEach(seed -> runs.put(session + "_seed" + seed, spec.withSeeds(new SeedSpec.Streams(seed))));
        return runs;
    }
}
