package org.tailoff.reproductions.argument.beyond;

import java.util.List;
import java.util.function.Consumer;
import org.tailoff.verify.ClaimTest;

/** The claims whose networks no spec can describe. */
public final class Beyond {
    private Beyond() {}

    /**
     * The claims, on networks that are trained when they are examined: about five minutes.
     *
     * @param progress is told in a line how far training is, every second or two
     * @return every test, in the order of the claims
     */
    public static List<ClaimTest> tests(Consumer<String> progress) {
        Dl4jRuns runs = new Dl4jRuns(progress);
        return List.of(new NormalisedLayer(runs), new AdamRotation(runs));
    }
}
