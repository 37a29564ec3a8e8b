package org.tailoff.reproductions.argument.experiment;

import java.util.Map;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.Experiment;
import org.tailoff.verify.Plan;

/**
 * The first seed of an experiment about the world, however many are asked for: where the number does not depend on the
 * seed, or the picture is wanted rather than an interval.
 *
 * @param world the experiment
 */
public record OneSeed(SeededExperiment world) implements Experiment {
    private static final int ONE = 1;

    @Override
    public String label() {
        return world.label();
    }

    @Override
    public Map<String, RunSpec> runs(Plan plan) {
        return world.runs(new Plan(ONE, plan.quick()));
    }
}
