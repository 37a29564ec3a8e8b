package org.tailoff.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads and writes specs as strict YAML: every key known, none missing or given twice, every value of its own type. */
public final class Specs {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .addModule(new SimpleModule().setDeserializerModifier(new UnknownKeys()))
            .build();

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Specs() {}

    /**
     * Whether a text is a spec, and not the configuration of a network that a program of its own trained.
     *
     * @param yaml the text of one YAML document
     * @return whether it says how to train
     */
    public static boolean isSpec(String yaml) {
        try {
            return YAML.readTree(yaml).has("training");
        } catch (JsonProcessingException e) {
            return true; // reading it says what is wrong
        }
    }

    /**
     * Reads a spec.
     *
     * @param yaml the text of one YAML document
     * @param name what to call it in a message, usually the file
     * @return the spec
     * @throws SpecException if the text is not YAML, or a key is unknown, missing or given twice, or a value has the
     *     wrong type or breaks a rule; the message is one line that begins with {@code name}
     */
    public static RunSpec read(String yaml, String name) {
        return read(YAML.readerFor(RunSpec.class), yaml, name);
    }

    /**
     * Reads a spec whose network may be in a file of DL4J's.
     *
     * @param yaml the text of one YAML document
     * @param name what to call it in a message, usually the file
     * @param dl4j reads the configuration in the file that {@code network.dl4j} names, as JSON; its own
     *     {@link SpecException}s name the file
     * @return the spec
     * @throws SpecException as {@link #read(String, String)}
     */
    public static RunSpec read(String yaml, String name, UnaryOperator<String> dl4j) {
        NetworkSection.Dl4j files = dl4j::apply;
        return read(YAML.readerFor(RunSpec.class).withAttribute(NetworkSection.DL4J, files), yaml, name);
    }

    private static RunSpec read(ObjectReader reader, String yaml, String name) {
        try {
            RunSpec spec = reader.readValue(yaml);
            return SpecChecks.requirePresent(spec, "the spec");
        } catch (JsonProcessingException | SpecException e) {
            throw new SpecException(name + ": " + explain(e));
        }
    }

    /**
     * Writes a spec so that {@link #read} gives it back.
     *
     * @param spec the spec
     * @return one YAML document
     */
    public static String write(RunSpec spec) {
        try {
            return YAML.writeValueAsString(spec);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing " + spec, e);
        }
    }

    /**
     * The identity of a run.
     *
     * @param spec what is done
     * @param data a digest of the examples it is done with
     * @return SHA-256 of the canonical form of both, 64 hexadecimal digits
     */
    public static String digest(RunSpec spec, String data) {
        try {
            return DigestUtils.sha256Hex(CANONICAL.writeValueAsString(spec) + data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing " + spec, e);
        }
    }

    private static String explain(Exception e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return "unknown key '" + path(unknown) + "'; known: " + known;
        }
        if (e instanceof MismatchedInputException mismatch && wanted(mismatch).isPresent()) {
            return path(mismatch) + " must be " + wanted(mismatch).get();
        }
        if (e instanceof JsonMappingException mapping) {
            return mapping.getCause() instanceof SpecException rule
                    ? rule.getMessage()
                    : path(mapping) + ": " + firstLine(mapping.getOriginalMessage()) + at(mapping);
        }
        return e instanceof JsonProcessingException syntax
                ? firstLine(syntax.getOriginalMessage()) + at(syntax)
                : e.getMessage();
    }

    /** What is said better without the names of our classes. */
    private static Optional<String> wanted(MismatchedInputException e) {
        if (e.getOriginalMessage().startsWith("Cannot map `null`")) {
            return Optional.of("given");
        }
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return Optional.of("one document");
        }
        if (e instanceof InvalidTypeIdException kind && kind.getTypeId() == null) {
            return Optional.of("a section with a key 'type'");
        }
        Class<?> target = e.getTargetType();
        if (e.getClass() != MismatchedInputException.class || target == null) {
            return Optional.empty();
        }
        if (Collection.class.isAssignableFrom(target)) {
            return Optional.of("a list");
        }
        return target.isRecord() ? Optional.of("a section of keys and values") : Optional.empty();
    }

    private static String path(JsonMappingException e) {
        return e.getPath().isEmpty() ? "the spec" : keys(e);
    }

    private static String keys(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
