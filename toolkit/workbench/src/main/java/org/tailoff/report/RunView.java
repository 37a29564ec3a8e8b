package org.tailoff.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tailoff.claim.Numbers;
import org.tailoff.record.Provenance;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.store.StoredRun;
import org.tailoff.text.Texts;

/**
 * A run in a few words.
 *
 * @param names its names; equal runs are one, whatever they are called
 * @param id the name of its directory
 * @param setting what was trained, and how
 * @param seeds where its random numbers come from
 * @param spec all that it depends on, in YAML
 * @param made when, how long, with what and on what it was trained
 * @param stored names of its files
 */
record RunView(
        List<String> names,
        String id,
        String setting,
        String seeds,
        String spec,
        Provenance made,
        List<String> stored) {
    RunView {
        names = List.copyOf(names);
        stored = List.copyOf(stored);
    }

    static RunView of(List<String> names, StoredRun run) {
        String yaml = run.spec();
        if (!Specs.isSpec(yaml)) {
            String setting = "a network of a program's own, with the tensors " + String.join(", ", run.tensors());
            return of(names, run, setting, "what the program and its configuration say");
        }
        RunSpec spec = Specs.read(yaml, run.directory() + "/spec.yaml");
        return of(
                names,
                run,
                setting(spec) + ", initialiser " + spec.network().initialiser(),
                spec.seeds().inWords());
    }

    private static RunView of(List<String> names, StoredRun run, String setting, String seeds) {
        return new RunView(
                names,
                run.id(),
                setting,
                seeds,
                run.spec(),
                run.provenance(),
                List.copyOf(run.files().keySet()));
    }

    /** What a spec trains, and how; not from which initialiser. */
    static String setting(RunSpec spec) {
        String network = spec.network() instanceof ConfiguredNetwork configured
                ? setting(configured)
                : setting(spec.dense(), spec.training());
        return "%s, mini-batches of %d, %s examples, %d epochs"
                .formatted(
                        network,
                        spec.training().miniBatch(),
                        String.format(Locale.ROOT, "%,d", spec.data().trainingImages()),
                        spec.training().epochs());
    }

    private static String setting(DenseNetwork network, TrainingSpec training) {
        String layers = network.layers().stream().map(String::valueOf).collect(Collectors.joining("-"));
        return "%s, %s, eta = %s, %s"
                .formatted(
                        layers,
                        network.cost().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Numbers.text(training.learningRate()),
                        decay(training.regularisation()));
    }

    private static String setting(ConfiguredNetwork network) {
        String decay = network.regularisations();
        return "%s, %s, %s"
                .formatted(network.layersInWords(), network.updaters(), decay.isEmpty() ? "no regularisation" : decay);
    }

    private static String decay(Regularisation regularisation) {
        return regularisation instanceof Regularisation.None
                ? "no regularisation"
                : regularisation.getClass().getSimpleName() + " with lambda = " + Numbers.text(regularisation.lambda());
    }

    /** Its names in one line. */
    String name() {
        return String.join(", ", names);
    }

    /** Wall time. */
    String seconds() {
        return Texts.fixed(made.wallSeconds(), 1) + " s";
    }

    /** Where it comes from. */
    List<Origins.Fact> origins() {
        return Origins.of(made);
    }

    /** Where its page lies, relative to the report. */
    String page() {
        return RunPage.place(id);
    }

    /**
     * Everything recorded of it.
     *
     * @param root the way from the page to the output directory, such as {@code ../}
     */
    List<Link> files(String root) {
        String directory = root + "runs/" + id + "/";
        return stored.stream().map(file -> new Link(file, directory + file)).toList();
    }
}
