package org.tailoff.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tailoff.record.Provenance;
import org.tailoff.record.Provenance.Platform;
import org.tailoff.store.Bytes;
import org.tailoff.store.Checkpoint;
import org.tailoff.train.TrainingState;
import org.tailoff.train.platform.RunClock;
import org.tailoff.train.platform.Surroundings;

/**
 * Where a run goes on, and how it can go on again.
 *
 * @param saved the checkpoint from which it goes on; empty if it begins
 * @param clock measures the part from there on
 */
public record Continuation(Optional<Checkpoint> saved, RunClock clock) {
    /** The state from which training goes on. */
    Optional<TrainingState> from() {
        return saved.map(checkpoint -> new TrainingState(
                checkpoint.position().epochsDone(),
                checkpoint.position().iterationsDone(),
                checkpoint.parameters().toArray(),
                checkpoint.shuffledOrder()));
    }

    /** The state after an epoch, with the time it took to get there. */
    public Checkpoint checkpoint(TrainingState state) {
        return new Checkpoint(
                new Checkpoint.Position(state.epochsDone(), state.iterationsDone()),
                Bytes.copyOf(state.parameters()),
                state.orderDigest(),
                parts());
    }

    /** The parts before, each up to the last checkpoint in it, and this one up to now. */
    public List<Provenance.Part> parts() {
        return Stream.concat(saved.stream().flatMap(checkpoint -> checkpoint.parts().stream()), Stream.of(clock.part()))
                .toList();
    }

    /**
     * Refuses to go on where the last bits may come out otherwise.
     *
     * @param id the run
     * @param saved where it would go on
     * @throws IllegalArgumentException if it came there under another kernel or JDK; one line that names both
     */
    static void requireSamePlatform(String id, Checkpoint saved) {
        Platform here = Surroundings.platform();
        Platform there = saved.parts().get(saved.parts().size() - 1).platform();
        if (!there.calculatesLike(here)) {
            throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "run %s was trained so far with %s and would go on with %s, which may change its last bits; ",
                            id,
                            there.arithmetic(),
                            here.arithmetic())
                    + "--resume-anyway goes on, --force begins anew");
        }
    }
}
