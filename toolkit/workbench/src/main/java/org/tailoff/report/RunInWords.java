package org.tailoff.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.tailoff.claim.Numbers;
import org.tailoff.spec.ConfiguredNetwork;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.NetworkInWords;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SpecException;
import org.tailoff.spec.Specs;
import org.tailoff.spec.TrainingSpec;

/**
 * What a stored run trained, in a few words, from its {@code spec.yaml}: the spec of a run of the command line, or the
 * configuration of a network that a program recorded.
 *
 * @param network the layers
 * @param initialiser what the weights were drawn from
 * @param setting network, training and data in one line
 * @param seeds where its random numbers come from
 */
public record RunInWords(String network, String initialiser, String setting, String seeds) {
    private static final String UNKNOWN = "unknown";

    /**
     * Reads a run's text.
     *
     * @param spec content of {@code spec.yaml}
     * @return {@code unknown} for what cannot be read
     */
    public static RunInWords of(String spec) {
        try {
            return Specs.isSpec(spec) ? of(Specs.read(spec, "spec.yaml")) : ofProgram(spec);
        } catch (SpecException e) {
            return new RunInWords(UNKNOWN, UNKNOWN, "a spec that this version cannot read", UNKNOWN);
        }
    }

    private static RunInWords of(RunSpec spec) {
        String initialiser = spec.network().initialiser();
        return new RunInWords(
                layers(spec),
                initialiser,
                setting(spec) + ", initialiser " + initialiser,
                spec.seeds().inWords());
    }

    private static RunInWords ofProgram(String configuration) {
        NetworkInWords words = NetworkInWords.read(configuration).orElse(null);
        if (words == null) {
            return new RunInWords(UNKNOWN, UNKNOWN, "a network of a program's own", UNKNOWN);
        }
        String initialiser = String.join(", ", words.initialisers());
        return new RunInWords(
                words.network(),
                initialiser.isEmpty() ? UNKNOWN : initialiser,
                String.format(
                        Locale.ROOT,
                        "a network of a program's own: %s; %s; weights drawn by %s of DL4J; data unknown",
                        words.network(),
                        words.training(),
                        initialiser.isEmpty() ? "nothing" : initialiser),
                "what the program and its configuration say");
    }

    private static String layers(RunSpec spec) {
        return spec.network() instanceof ConfiguredNetwork configured
                ? configured.inWords().network()
                : spec.dense().layers().stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /** What a spec trains, and how; not from which initialiser. */
    static String setting(RunSpec spec) {
        String training = spec.network() instanceof ConfiguredNetwork configured
                ? configured.inWords().training()
                : training(spec.dense(), spec.training());
        return String.format(
                Locale.ROOT,
                "%s, %s, mini-batches of %d, %s examples, %d epochs",
                layers(spec),
                training,
                spec.training().miniBatch(),
                String.format(Locale.ROOT, "%,d", spec.data().trainingImages()),
                spec.training().epochs());
    }

    private static String training(DenseNetwork network, TrainingSpec training) {
        return String.format(
                Locale.ROOT,
                "%s, eta = %s, %s",
                network.cost().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Numbers.text(training.learningRate()),
                decay(training.regularisation()));
    }

    private static String decay(Regularisation regularisation) {
        return regularisation instanceof Regularisation.None
                ? "no regularisation"
                : regularisation.getClass().getSimpleName() + " with lambda = " + Numbers.text(regularisation.lambda());
    }
}
