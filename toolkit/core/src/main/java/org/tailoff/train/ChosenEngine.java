package org.tailoff.train;

import java.util.List;
import java.util.Optional;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SpecException;

/**
 * Which engine trains a run, and why.
 *
 * @param engine fused or DL4J
 * @param why in words; empty where the spec says it and there was nothing to choose
 * @param stack the run as the fused engine sees it; empty for DL4J
 */
public record ChosenEngine(Engine engine, String why, Optional<RunSpec> stack) {
    /**
     * The engine of a run.
     *
     * @param spec the run
     * @return fused or DL4J
     * @throws SpecException if the spec asks for the fused engine, and that cannot do what the configuration of the
     *     network says; one line that names the layer
     */
    public static ChosenEngine of(RunSpec spec) {
        Engine asked = spec.execution().engine();
        if (!(spec.network() instanceof ConfiguredNetwork configured)) {
            return new ChosenEngine(asked, "", asked == Engine.FUSED ? Optional.of(spec) : Optional.empty());
        }
        if (asked == Engine.DL4J) {
            return new ChosenEngine(asked, "", Optional.empty());
        }
        try {
            requireClasses(spec);
            RunSpec stack = DenseConfiguration.of(spec, ConfiguredNetworks.configuration(configured));
            return new ChosenEngine(
                    Engine.FUSED,
                    asked == Engine.AUTO ? "a stack of dense layers under plain gradient descent" : "",
                    Optional.of(stack));
        } catch (SpecException e) {
            if (asked == Engine.FUSED) {
                throw new SpecException("execution.engine must be dl4j or auto: " + e.getMessage());
            }
            return new ChosenEngine(Engine.DL4J, "for the fused engine " + e.getMessage(), Optional.empty());
        }
    }

    private static void requireClasses(RunSpec spec) {
        List<String> targets = spec.data().source().targets();
        if (!targets.isEmpty()) {
            throw new SpecException("the data must have classes, have targets " + targets);
        }
    }
}
