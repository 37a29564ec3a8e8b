package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
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

    /** {@return what it says of layers, updaters and regularisation} */
    public NetworkInWords inWords() {
        return NetworkInWords.read(configuration)
                .orElseThrow(() -> new SpecException("network.configuration must have layers, has none"));
    }

    /** What a spec must not say beside it, with what the configuration says. */
    void requireAlone(TrainingSpec training, SeedSpec seeds, ExecutionSpec execution) {
        requireLeftOut(training.learningRate(), "training.learning-rate");
        requireLeftOut(training.rescaling(), "training.rescaling");
        if (training.regularisation() != null) {
            requireLeftOut(
                    training.regularisation().getClass().getSimpleName() + " with lambda = "
                            + training.regularisation().lambda(),
                    "training.regularisation");
        }
        if (!(seeds instanceof SeedSpec.Streams)) {
            throw new SpecException("seeds.type must be streams beside network.dl4j, was book");
        }
        if (execution.precision() != precision()) {
            throw new SpecException(String.format(
                    Locale.ROOT,
                    "execution.precision must be left out beside network.dl4j, whose dataType is %s, was %s",
                    lower(precision()),
                    lower(execution.precision())));
        }
    }

    private void requireLeftOut(Object value, String key) {
        if (value != null) {
            throw new SpecException(key + " must be left out beside network.dl4j, which says "
                    + inWords().training() + ", was " + value);
        }
    }

    private static String lower(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }
}
