package org.tailoff.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tailoff.data.ExampleSets;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.Provenance;
import org.tailoff.record.TensorEpoch;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.PluginBuild;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.store.StoredRun;
import org.tailoff.train.platform.Surroundings;

/**
 * Trains a stored run anew, once as its spec says and once recording no iteration (or every one, if the run records
 * none), and compares bit by bit. The first must leave the same bytes in every file but the provenance. The second
 * leaves other iterations, and without them no gradients of the whole training set; everything else of its epochs, and
 * every further file, must be the same.
 *
 * @param stored the run
 * @param spec what was run
 * @param made where it comes from
 */
public record Retraining(StoredRun stored, RunSpec spec, Provenance made) {
    private static final String EPOCHS = "epochs.parquet";
    private static final Set<String> OF_THE_START = Set.of("provenance.json");
    private static final Set<String> OF_THE_RECORDING =
            Set.of("provenance.json", "spec.yaml", "iterations.parquet", EPOCHS);

    /**
     * The result of one of the two.
     *
     * @param same whether all compared files are the same
     * @param line says so
     */
    public record Retrained(boolean same, String line) {}

    /**
     * Prepares to train a run anew.
     *
     * @param stored the run
     * @return the two runs to make
     * @throws org.tailoff.spec.SpecException if its spec is none of Tailoff's
     * @throws org.tailoff.store.RunStoreException if its provenance has another form
     */
    public static Retraining of(StoredRun stored) {
        return new Retraining(
                stored, Specs.read(stored.spec(), stored.directory() + "/spec.yaml"), stored.provenance());
    }

    /**
     * Refuses what the run cannot be trained anew with.
     *
     * @param data the examples at hand
     * @param initialisers the initialisers at hand
     * @throws IllegalArgumentException if the run was trained on other data, or with another build of its initialiser;
     *     one line
     */
    public void requireSame(ExampleSets data, InitialiserRegistry initialisers) {
        String found = data.fingerprint();
        if (!found.equals(made.data())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "run %s was trained on data of SHA-256 %s, found SHA-256 %s; --data says where they are",
                    stored.id(),
                    made.data(),
                    found));
        }
        for (Provenance.Plugin plugin : made.plugins()) {
            PluginBuild build = initialisers.find(spec.network().initialiser()).build();
            if (!plugin.build().equals(build.digest())) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "run %s was trained with another build of initialiser '%s', %s of SHA-256 %s; installed is %s of SHA-256 %s",
                        stored.id(),
                        plugin.id(),
                        plugin.jar(),
                        plugin.sha256(),
                        build.jar(),
                        build.sha256()));
            }
        }
    }

    /**
     * Says so if the run was trained elsewhere.
     *
     * @return one line; empty if every part of it ran with the kernel and the JDK in use
     */
    public Optional<String> elsewhere() {
        Provenance.Platform here = Surroundings.platform();
        return made.parts().stream()
                .map(Provenance.Part::platform)
                .filter(platform -> !platform.calculatesLike(here))
                .findFirst()
                .map(there -> String.format(
                        Locale.ROOT,
                        "%s was trained with %s and is trained anew with %s: its last bits may differ",
                        stored.id(),
                        there.arithmetic(),
                        here.arithmetic()));
    }

    /**
     * The two runs to make.
     *
     * @return by name
     */
    public Map<String, RunSpec> runs() {
        ExecutionSpec execution = spec.execution();
        ExecutionSpec other = execution.recordingEvery(execution.recordEvery() == 0 ? 1 : 0);
        return Map.of(again(), spec, otherwise(), spec.withExecution(other));
    }

    /**
     * Compares their results with the stored run.
     *
     * @param results of {@link #runs}
     * @return one outcome for each run
     */
    public List<Retrained> outcomes(RunResults results) {
        String how = spec.execution().recordEvery() == 0 ? ", recording every iteration" : ", recording nothing";
        return List.of(
                outcome(results, again(), "", run -> differing(run, OF_THE_START)),
                outcome(results, otherwise(), how, this::differingOtherwise));
    }

    private Retrained outcome(RunResults results, String name, String how, Function<StoredRun, Set<String>> differing) {
        String begin = stored.id() + ": trained anew" + how + ": ";
        if (results.diverged().containsKey(name)) {
            return new Retrained(false, begin + results.diverged().get(name));
        }
        Set<String> files = differing.apply(results.finished().get(name).stored());
        return new Retrained(
                files.isEmpty(),
                begin + (files.isEmpty() ? "the same, bit by bit" : "OTHER BITS in " + String.join(", ", files)));
    }

    /** The files that differ, but for some that may. */
    private Set<String> differing(StoredRun run, Set<String> left) {
        SortedMap<String, String> then = stored.files();
        SortedMap<String, String> now = run.files();
        Set<String> differing = new TreeSet<>(then.keySet());
        differing.addAll(now.keySet());
        differing.removeIf(file ->
                left.contains(file) || (then.containsKey(file) && then.get(file).equals(now.get(file))));
        return differing;
    }

    private Set<String> differingOtherwise(StoredRun run) {
        Set<String> differing = differing(run, OF_THE_RECORDING);
        if (!withoutGradients(stored.epochs()).equals(withoutGradients(run.epochs()))) {
            differing.add(EPOCHS);
        }
        return differing;
    }

    private static List<EpochRecord> withoutGradients(List<EpochRecord> epochs) {
        return epochs.stream()
                .map(epoch -> new EpochRecord(
                        epoch.epoch(),
                        epoch.sets(),
                        epoch.tensors().stream()
                                .map(Retraining::withoutGradient)
                                .toList(),
                        epoch.layers()))
                .toList();
    }

    private static TensorEpoch withoutGradient(TensorEpoch tensor) {
        return new TensorEpoch(
                tensor.tensor(),
                tensor.statistics(),
                new TensorEpoch.Motion(tensor.motion().displacement(), Optional.empty()),
                tensor.inputs(),
                tensor.distribution());
    }

    private String again() {
        return stored.id() + "_again";
    }

    private String otherwise() {
        return stored.id() + "_otherwise";
    }
}
