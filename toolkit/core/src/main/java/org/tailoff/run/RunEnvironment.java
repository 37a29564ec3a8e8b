package org.tailoff.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tailoff.data.ExampleSets;
import org.tailoff.record.Provenance;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.PluginBuild;
import org.tailoff.registry.RegisteredInitialiser;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.store.RunStore;
import org.tailoff.train.ChosenEngine;
import org.tailoff.train.Trainer;

/** What runs share, whoever carries them out: the examples, the initialisers and the store. */
public final class RunEnvironment {
    private final ExampleSets data;

    /** Of all the examples: 55 MB to hash, so once and not for every run. */
    private final String fingerprint;

    private final InitialiserRegistry initialisers;
    private final RunStore store;
    private final Map<String, PluginBuild> builds = new ConcurrentHashMap<>();

    /**
     * Puts them together.
     *
     * @param data the examples of every run
     * @param initialisers where the runs' initialisers are found; to be closed by the caller, after the last run
     * @param store where the runs are kept
     */
    public RunEnvironment(ExampleSets data, InitialiserRegistry initialisers, RunStore store) {
        this.data = data;
        fingerprint = data.fingerprint();
        this.initialisers = initialisers;
        this.store = store;
    }

    /** {@return where the runs are kept} */
    public RunStore store() {
        return store;
    }

    /** Trains a run, in the thread that calls it. */
    Trainer trainer(RunSpec spec) {
        return new Trainer(spec, data, initialiser(spec).map(RegisteredInitialiser::initialiser));
    }

    /**
     * Stands for all that the numbers of a run depend on: spec, data, the initialiser's code, the form of the store.
     */
    String digest(RunSpec spec) {
        String build = initialiser(spec).map(found -> build(spec).digest()).orElse("");
        return Specs.digest(spec, fingerprint + RunStore.FORM + build);
    }

    /** Where a run comes from that was trained in these parts. */
    Provenance provenance(RunSpec spec, List<Provenance.Part> parts) {
        List<Provenance.Plugin> plugins = initialiser(spec)
                .map(found -> {
                    PluginBuild build = build(spec);
                    return new Provenance.Plugin(
                            found.id(), build.type(), build.jar(), build.version(), build.sha256(), build.digest());
                })
                .stream()
                .toList();
        return new Provenance(engine(spec), fingerprint, plugins, parts);
    }

    /** The engine of a run, as its provenance has it. */
    public static String engine(RunSpec spec) {
        return ChosenEngine.of(spec).engine().name().toLowerCase(Locale.ROOT);
    }

    private Optional<RegisteredInitialiser> initialiser(RunSpec spec) {
        return initialiser(initialisers, spec);
    }

    /**
     * What draws a run's weights.
     *
     * @param initialisers those that are installed
     * @param spec the run
     * @return the initialiser; empty where the configuration of the network draws them
     * @throws IllegalArgumentException if there is no such initialiser, or it has no such parameters; one line
     */
    public static Optional<RegisteredInitialiser> initialiser(InitialiserRegistry initialisers, RunSpec spec) {
        return spec.network() instanceof ConfiguredNetwork configured && configured.isInitialisedAsConfigured()
                ? Optional.empty()
                : Optional.of(initialisers.find(spec.network().initialiser()));
    }

    private PluginBuild build(RunSpec spec) {
        return builds.computeIfAbsent(
                spec.network().initialiser(), text -> initialisers.find(text).build());
    }
}
