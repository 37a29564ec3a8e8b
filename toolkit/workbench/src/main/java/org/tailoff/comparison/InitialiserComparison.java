package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.text.Checks;

/**
 * What is trained: one spec from several initialisers and several seeds. Runs of equal seed are paired: each
 * initialiser is given the same random stream, and all see the same images in the same order.
 *
 * @param base the spec; its initialiser and seeds give way to those of the comparison
 * @param initialisers what is compared, in the order given
 * @param seeds how many, from the master seed 1 on
 */
public record InitialiserComparison(RunSpec base, List<String> initialisers, int seeds) {
    private static final int FEWEST_SEEDS = 2;
    private static final int MOST_SEEDS = 10_000;
    private static final int FEWEST_INITIALISERS = 2;

    /** Held-out images first: what a network does on those it was trained on says little. */
    private static final List<DataSet> JUDGES =
            List.of(DataSet.VALIDATION, DataSet.TEST, DataSet.VALIDATION_100, DataSet.TRAINING);

    /**
     * Checks that there is something to compare.
     *
     * @throws IllegalArgumentException if there are fewer than two initialisers or seeds or more than
     *     {@value #MOST_SEEDS} seeds, one initialiser is named twice, or the spec evaluates no set or one without
     *     classes
     */
    public InitialiserComparison {
        initialisers = List.copyOf(initialisers);
        if (initialisers.size() < FEWEST_INITIALISERS) {
            throw new IllegalArgumentException(
                    "initialisers must be at least " + FEWEST_INITIALISERS + ", was " + initialisers);
        }
        Set<String> seen = new HashSet<>();
        initialisers.stream().filter(each -> !seen.add(each)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException("initialisers must be different, '" + twice + "' was given twice");
        });
        Checks.requireAtMost(MOST_SEEDS, Checks.requireAtLeast(FEWEST_SEEDS, seeds, "seeds"), "seeds");
        if (!base.data().source().targets().isEmpty()) {
            throw new IllegalArgumentException(
                    "compare needs classes to judge by: data.source.label, not data.source.targets, was "
                            + base.data().source().targets());
        }
        if (base.data().evaluate().isEmpty()) {
            throw new IllegalArgumentException("data.evaluate must name at least one set to compare on, was []");
        }
    }

    /**
     * Whether the regulariser acts.
     *
     * @return with weight decay first, where the spec has any, and without; of a configured network, as it is
     *     configured
     */
    public List<Boolean> regimes() {
        if (base.network() instanceof ConfiguredNetwork configured) {
            return List.of(!configured.inWords().regularisations().isEmpty());
        }
        return base.training().regularisation().lambda() > 0 ? List.of(true, false) : List.of(false);
    }

    /**
     * The initialisers under one regime.
     *
     * @param decay whether the regulariser of the spec acts
     * @return one arm each, in the order given
     */
    public List<Arm> arms(boolean decay) {
        return initialisers.stream()
                .map(initialiser -> new Arm(initialiser, decay))
                .toList();
    }

    /** {@return every run, by name} */
    public Map<String, RunSpec> runs() {
        Map<String, RunSpec> runs = new TreeMap<>();
        for (Arm arm : allArms()) {
            for (int seed = 1; seed <= seeds; seed++) {
                runs.put(arm.run(seed), spec(arm, seed));
            }
        }
        return runs;
    }

    private List<Arm> allArms() {
        List<Arm> arms = new ArrayList<>();
        regimes().forEach(decay -> arms.addAll(arms(decay)));
        return arms;
    }

    private RunSpec spec(Arm arm, int seed) {
        RunSpec spec = base.withInitialiser(arm.initialiser()).withSeeds(new SeedSpec.Streams(seed));
        return arm.decay() || spec.network() instanceof ConfiguredNetwork
                ? spec
                : spec.withRegularisation(new Regularisation.None());
    }

    /** {@return the set whose accuracy decides: the validation images, where the spec evaluates them} */
    public DataSet judge() {
        return base.data().evaluate().stream()
                .min(Comparator.comparingInt(JUDGES::indexOf))
                .orElseThrow();
    }
}
