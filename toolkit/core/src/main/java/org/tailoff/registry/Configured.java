package org.tailoff.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.Layer;
import org.tailoff.initialise.LayerKind;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.text.Suggestion;
import org.tailoff.text.Texts;

/**
 * An initialiser with other values for its parameters than it declares.
 *
 * @param plugin the initialiser as it was found
 * @param parameters its parameters with the values chosen
 */
record Configured(WeightInitialiser plugin, List<Parameter> parameters) implements WeightInitialiser {
    /**
     * Reads {@code name=value,name=value}; a first value without a name belongs to the first parameter.
     *
     * @throws IllegalArgumentException if a parameter is unknown or given twice, or a value not allowed; one line
     */
    static WeightInitialiser of(WeightInitialiser plugin, String settings) {
        try {
            return new Configured(plugin, chosen(plugin.parameters(), settings));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Weight initialiser '%s': %s", plugin.id(), e.getMessage()), e);
        }
    }

    private static List<Parameter> chosen(List<Parameter> declared, String settings) {
        List<Parameter> parameters = new ArrayList<>(declared);
        Set<String> given = new HashSet<>();
        String[] pieces = settings.split(",", -1);
        for (int piece = 0; piece < pieces.length; piece++) {
            Setting setting = Setting.of(pieces[piece], piece == 0, declared);
            Texts.require(given.add(setting.name()), setting.name() + " is given twice in '" + settings + "'");
            int at = index(declared, setting.name());
            parameters.set(at, declared.get(at).with(setting.value()));
        }
        return List.copyOf(parameters);
    }

    private static int index(List<Parameter> declared, String name) {
        List<String> names = names(declared);
        Texts.require(
                names.contains(name),
                String.format(
                        Locale.ROOT,
                        "no parameter '%s'. Known: %s.%s",
                        name,
                        describe(declared),
                        Suggestion.sentence(name, names)));
        return names.indexOf(name);
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    private static String describe(List<Parameter> declared) {
        return declared.isEmpty()
                ? "none"
                : declared.stream()
                        .map(parameter -> parameter.name() + " (" + parameter.allowed() + ")")
                        .collect(Collectors.joining(", "));
    }

    /** One {@code name=value}. */
    private record Setting(String name, String value) {
        static Setting of(String text, boolean first, List<Parameter> declared) {
            int equals = text.indexOf('=');
            if (equals < 0 && first && !text.isBlank() && !declared.isEmpty()) {
                return new Setting(declared.get(0).name(), text.strip());
            }
            Texts.require(
                    equals > 0,
                    String.format(
                            Locale.ROOT,
                            "expected name=value, found '%s'. Known: %s.",
                            text.strip(),
                            describe(declared)));
            return new Setting(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }
    }

    @Override
    public String id() {
        return plugin.id();
    }

    @Override
    public String description() {
        return plugin.description();
    }

    @Override
    public String source() {
        return plugin.source();
    }

    @Override
    public boolean supports(LayerKind kind) {
        return plugin.supports(kind);
    }

    @Override
    public Optional<String> structure() {
        return plugin.structure();
    }

    @Override
    public Distribution distribution(Layer layer) {
        return plugin.distribution(layer);
    }

    @Override
    public double[] weights(Layer layer, RandomGenerator random) {
        return plugin.weights(layer, random);
    }

    @Override
    public double[] biases(Layer layer, RandomGenerator random) {
        return plugin.biases(layer, random);
    }
}
