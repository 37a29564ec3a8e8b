package org.tailoff.spec;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a configuration of DL4J's ({@code MultiLayerConfiguration} in YAML or JSON) says, in a few words. Reads the text
 * and no class of DL4J's, so that what is not known, such as a layer of the user's own, is called by its class.
 *
 * @param layers the layers in their order, for example {@code convolution 5x5x20}, {@code ReLU}, {@code output 10
 *     softmax}
 * @param updaters the updaters with their learning rates, each once; empty if no layer has one
 * @param regularisations what layers are regularised by, each once; empty if by nothing
 * @param initialisers what the weights are drawn from, each once, for example {@code Xavier}
 */
public record NetworkInWords(
        List<String> layers, List<String> updaters, List<String> regularisations, List<String> initialisers) {
    /** The key that has the class of an object in JSON; in YAML it is a tag. */
    private static final String CLASS = "@class";

    private static final YAMLFactory YAML = new YAMLFactory();

    /** Copies the lists. */
    public NetworkInWords {
        layers = List.copyOf(layers);
        updaters = List.copyOf(updaters);
        regularisations = List.copyOf(regularisations);
        initialisers = List.copyOf(initialisers);
    }

    /**
     * Reads a configuration.
     *
     * @param text YAML or JSON
     * @return empty if it is no configuration of layers
     */
    public static Optional<NetworkInWords> read(String text) {
        try (YAMLParser parser = YAML.createParser(text)) {
            parser.nextToken();
            List<Part> layers = new Part(value(parser))
                    .parts("confs").stream()
                            .flatMap(each -> each.part("layer").stream())
                            .toList();
            return layers.isEmpty() ? Optional.empty() : Optional.of(of(layers));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static NetworkInWords of(List<Part> layers) {
        List<Part> inner = layers.stream().map(Part::innermost).toList();
        return new NetworkInWords(
                layers.stream().map(Part::layer).toList(),
                distinct(inner, layer -> layer.part("iupdater").map(Part::updater).stream()),
                distinct(inner, layer -> Stream.of(layer.regularisation()).filter(words -> !words.isEmpty())),
                distinct(inner, layer -> layer.part("weightInitFn").map(Part::initialiser).stream()));
    }

    /** What layers with weights say; those of batch normalisation begin as they do, and are not regularised. */
    private static List<String> distinct(List<Part> layers, Function<Part, Stream<String>> words) {
        return layers.stream()
                .filter(layer -> layer.values().containsKey("nout") && !layer.isBare())
                .flatMap(words)
                .distinct()
                .toList();
    }

    /** {@return the layers in one line} */
    public String network() {
        return String.join(", ", layers);
    }

    /** {@return updaters and regularisation in one line} */
    public String training() {
        return (updaters.isEmpty() ? "no updater" : String.join(" and ", updaters)) + ", "
                + (regularisations.isEmpty() ? "no regularisation" : String.join(" and ", regularisations));
    }

    /** Maps, lists and texts; a map has the class of its tag under {@link #CLASS}. */
    private static Object value(YAMLParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            if (parser.getTypeId() != null) {
                map.put(CLASS, parser.getTypeId());
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                map.put(key, value(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : Objects.requireNonNullElse(parser.getText(), "");
    }

    /** An object of the configuration. */
    private record Part(Map<?, ?> values) {
        Part(Object value) {
            this(value instanceof Map<?, ?> map ? map : Map.of());
        }

        Optional<Part> part(String key) {
            return values.get(key) instanceof Map<?, ?> map ? Optional.of(new Part(map)) : Optional.empty();
        }

        List<Part> parts(String key) {
            return values.get(key) instanceof List<?> list
                    ? list.stream().map(Part::new).toList()
                    : List.of();
        }

        String text(String key) {
            return Objects.toString(values.get(key), "");
        }

        /** The class without its package. */
        String type() {
            String name = text(CLASS);
            return name.substring(name.lastIndexOf('.') + 1);
        }

        boolean isNormalisation() {
            return type().equals("BatchNormalization");
        }

        /** Whether DL4J gives it a size and an activation function that it makes no use of. */
        boolean isBare() {
            return isNormalisation() || type().equals("DropoutLayer");
        }

        /** Of a wrapper, what it wraps. */
        Part innermost() {
            return wrapped().map(Part::innermost).orElse(this);
        }

        private Optional<Part> wrapped() {
            return Stream.of("underlying", "layer", "fwd")
                    .flatMap(key -> part(key).stream())
                    .filter(part -> !part.type().isEmpty())
                    .findFirst();
        }

        String layer() {
            String kernel = values.get("kernelSize") instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining("x"))
                    : "";
            String outputs = isBare() ? "" : text("nout");
            String size =
                    Stream.of(kernel, outputs).filter(each -> !each.isEmpty()).collect(Collectors.joining("x"));
            String function =
                    isBare() ? "" : part("activationFn").map(Part::function).orElse("");
            String own = Stream.of(kind(), size, function)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" "));
            return wrapped().map(part -> own + " of " + part.layer()).orElse(own);
        }

        private String kind() {
            String type = type();
            if (isNormalisation()) {
                return "batch normalisation";
            } else if (type.startsWith("Subsampling")) {
                return text("poolingType").toLowerCase(Locale.ROOT) + " pooling";
            } else if (type.equals("ActivationLayer")) {
                return part("activationFn").map(Part::function).orElse("").isEmpty() ? "identity" : "";
            }
            return words(type.replaceFirst("(?<=.)Layer$", ""));
        }

        private String function() {
            String name = type().replaceFirst("^Activation", "");
            if (name.equals("Identity")) {
                return "";
            }
            return name.endsWith("LU") || name.endsWith("LU6") ? name : name.toLowerCase(Locale.ROOT);
        }

        String updater() {
            String schedule = part("learningRateSchedule").map(Part::type).orElse("");
            return type() + " " + (schedule.isEmpty() ? text("learningRate") : schedule).strip();
        }

        /** More than one of a kind act one after the other. */
        String regularisation() {
            return parts("regularization").stream()
                    .map(Part::penalty)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(" + "));
        }

        private String penalty() {
            for (String key : List.of("l2", "l1", "coeff")) {
                Optional<Part> schedule = part(key);
                if (schedule.isPresent()) {
                    String value = schedule.get().text("value");
                    return (key.equals("coeff") ? "weight decay" : key.toUpperCase(Locale.ROOT)) + " "
                            + (value.isEmpty() ? schedule.get().type() : value);
                }
            }
            return type();
        }

        String initialiser() {
            return type().replaceFirst("^WeightInit(?=.)", "");
        }

        /** {@code GlobalPooling} as {@code global pooling}, {@code LSTM} as it is. */
        private static String words(String type) {
            return Stream.of(type.split("(?<=[a-z0-9])(?=[A-Z])", -1))
                    .map(word -> word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
                            ? word
                            : word.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" "));
        }
    }
}
