package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailoff.spec.ExecutionSpec.Precision;

/**
 * Any network that DL4J trains: its {@code MultiLayerConfiguration} says layers, losses, updaters, regularisation and
 * precision, so a spec says none of these beside it.
 *
 * @param configuration what {@code MultiLayerConfiguration.toJson} writes
 * @param initialiser what draws the weights of every layer; {@value #CONFIGURED} for what the configuration says
 */
@JsonDeserialize // by its own components, unlike what it implements
public record ConfiguredNetwork(String configuration, String initialiser) implements NetworkSpec {
    /** The initialiser that leaves weights to the configuration. */
    public static final String CONFIGURED = "configured";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Validates the network.
     *
     * @throws SpecException if the configuration is not JSON, or one of both is not given
     */
    public ConfiguredNetwork {
        SpecChecks.requireText(configuration, "network.configuration");
        SpecChecks.requireText(initialiser, "network.initialiser");
        tree(configuration);
    }

    private static JsonNode tree(String configuration) {
        try {
            return JSON.readTree(configuration);
        } catch (JsonProcessingException e) {
            throw new SpecException("network.configuration must be JSON, " + e.getOriginalMessage());
        }
    }

    @Override
    public ConfiguredNetwork withInitialiser(String newInitialiser) {
        return new ConfiguredNetwork(configuration, newInitialiser);
    }

    /** {@return whether the weights are drawn by the configuration's own initialisation} */
    @JsonIgnore
    public boolean isInitialisedAsConfigured() {
        return initialiser.equals(CONFIGURED);
    }

    /** {@return the floating-point format that the configuration asks for} */
    Precision precision() {
        String type = tree(configuration).path("dataType").asText("FLOAT");
        try {
            return Precision.valueOf(type);
        } catch (IllegalArgumentException e) {
            throw new SpecException("network.dl4j must have the dataType FLOAT or DOUBLE, was " + type);
        }
    }

    /**
     * How the weights are stepped.
     *
     * @return the updaters of the configuration, such as {@code Adam(learningRate=0.001)}, each once
     */
    public String updaters() {
        return inWords("iUpdater", Stream.of("learningRate", "learningRateSchedule"));
    }

    /**
     * What keeps the weights small.
     *
     * @return the regularisations of the configuration, such as {@code L2(l2=0.0001)}, each once; empty for none
     */
    public String regularisations() {
        return inWords("regularization", Stream.of("l2", "l1", "coeff"));
    }

    /**
     * Its layers.
     *
     * @return their types in order, such as {@code ConvolutionLayer, SubsamplingLayer, OutputLayer}
     */
    public String layersInWords() {
        return tree(configuration).path("confs").findValues("layer").stream()
                .map(layer -> simpleName(layer.path("@class").asText()))
                .collect(Collectors.joining(", "));
    }

    private String inWords(String key, Stream<String> settings) {
        var names = settings.toList();
        return tree(configuration).findValues(key).stream()
                .flatMap(found -> found.isArray() ? elements(found) : Stream.of(found))
                .filter(JsonNode::isObject)
                .map(found -> simpleName(found.path("@class").asText())
                        + names.stream()
                                .filter(found::hasNonNull)
                                .map(name -> name + "=" + value(found.get(name)))
                                .collect(Collectors.joining(", ", "(", ")")))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }

    /** A constant schedule is its number. */
    private static String value(JsonNode setting) {
        return setting.isObject() && setting.has("value")
                ? setting.get("value").asText()
                : setting.isObject() ? simpleName(setting.path("@class").asText()) : setting.asText();
    }

    private static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1)
                .replace("Regularization", "")
                .strip();
    }

    /** What a spec must not say beside it, with what the configuration says. */
    void requireAlone(TrainingSpec training, SeedSpec seeds, ExecutionSpec execution) {
        requireLeftOut(training.learningRate(), "training.learning-rate", updaters());
        requireLeftOut(training.rescaling(), "training.rescaling", "the whole training");
        if (training.regularisation() != null) {
            String said = regularisations();
            requireLeftOut(
                    training.regularisation().getClass().getSimpleName() + " with lambda = "
                            + training.regularisation().lambda(),
                    "training.regularisation",
                    said.isEmpty() ? "no regularisation" : said);
        }
        if (!(seeds instanceof SeedSpec.Streams)) {
            throw new SpecException("seeds.type must be streams beside network.dl4j, was book");
        }
        if (execution.precision() != precision()) {
            throw new SpecException(
                    "execution.precision must be left out beside network.dl4j, whose dataType is %s, was %s"
                            .formatted(lower(precision()), lower(execution.precision())));
        }
    }

    private static void requireLeftOut(Object value, String key, String said) {
        if (value != null) {
            throw new SpecException(
                    key + " must be left out beside network.dl4j, which says " + said + ", was " + value);
        }
    }

    private static String lower(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }
}
