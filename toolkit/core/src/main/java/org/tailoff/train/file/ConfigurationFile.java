package org.tailoff.train.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.tailoff.spec.SpecException;

/**
 * A file with a {@code MultiLayerConfiguration}, of any release of DL4J that this one reads: JSON or YAML as DL4J
 * writes it, or a model zip of {@code ModelSerializer}, of which the configuration alone is taken.
 *
 * <p>DL4J's JSON names classes, which DL4J then loads; a file in which others than DL4J's are named is refused before
 * that. No Java object is ever deserialised.
 */
public final class ConfigurationFile {
    private static final String ENTRY = "configuration.json";

    /** In a zip these hold serialised Java objects. */
    private static final List<String> SERIALISED = List.of("preprocessor.bin", "normalizer.bin");

    private static final List<String> TRUSTED = List.of(
            "org.deeplearning4j.nn.",
            "org.nd4j.linalg.",
            "org.nd4j.autodiff.",
            "org.tailoff.train.Exact",
            "org.tailoff.train.PluginWeightInit");

    private static final byte[] ZIP = {'P', 'K'};
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String name;

    private ConfigurationFile(String name) {
        this.name = name;
    }

    /**
     * Reads a configuration.
     *
     * @param file JSON, YAML or a zip
     * @return the configuration as JSON, as it is before any training and without its seed
     * @throws SpecException if the file cannot be read or is something else; one line that names it
     */
    public static String read(Path file) {
        return new ConfigurationFile(file.toString()).parsed(file).toJson();
    }

    /**
     * Reads a text.
     *
     * @param text JSON or YAML
     * @param name what to call it in a message
     * @return the configuration, as it is before any training and without its seed
     * @throws SpecException if the text is something else
     */
    public static MultiLayerConfiguration parse(String text, String name) {
        return new ConfigurationFile(name).parsed(text);
    }

    private MultiLayerConfiguration parsed(Path file) {
        if (!Files.isRegularFile(file)) {
            throw wrong("expected a file, found " + (Files.exists(file) ? "a directory" : "nothing"));
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean zip = bytes.length > ZIP.length && bytes[0] == ZIP[0] && bytes[1] == ZIP[1];
            return parsed(zip ? unzipped(file) : text(bytes));
        } catch (ZipException e) {
            throw wrong("expected a whole zip of ModelSerializer, found " + e.getMessage());
        } catch (IOException e) {
            throw wrong("expected a file that can be read, found " + e);
        }
    }

    private String unzipped(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String entry : SERIALISED) {
                if (zip.getEntry(entry) != null) {
                    throw wrong("expected a zip without serialised Java objects, found " + entry);
                }
            }
            ZipEntry configuration = zip.getEntry(ENTRY);
            if (configuration == null) {
                throw wrong("expected a zip of ModelSerializer with " + ENTRY + ", found "
                        + zip.stream().map(ZipEntry::getName).toList());
            }
            return text(zip.getInputStream(configuration).readAllBytes());
        }
    }

    private String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw wrong("expected a text in UTF-8 or a zip of ModelSerializer, found other bytes");
        }
    }

    private MultiLayerConfiguration parsed(String text) {
        boolean json = text.stripLeading().startsWith("{");
        Named named = named(text, json ? JSON : YAML);
        requireConfiguration(named.tree());
        named.classes().stream()
                .filter(type -> TRUSTED.stream().noneMatch(type::startsWith))
                .findFirst()
                .ifPresent(type -> {
                    throw wrong("expected classes of DL4J's alone, found '" + type + "'");
                });
        MultiLayerConfiguration read =
                dl4j(text, json ? MultiLayerConfiguration::fromJson : MultiLayerConfiguration::fromYaml);
        if (read == null || read.getConfs() == null || read.getConfs().isEmpty()) {
            throw wrong("expected a MultiLayerConfiguration with layers, found none");
        }
        read.getConfs().forEach(ConfigurationFile::untrain);
        read.setIterationCount(0);
        read.setEpochCount(0);
        return read;
    }

    /** The seed is the spec's, and DL4J's default, the time of day, would make every file another network. */
    private static void untrain(NeuralNetConfiguration layer) {
        layer.setSeed(0);
        layer.setIterationCount(0);
        layer.setEpochCount(0);
    }

    /**
     * A text as it lies there, without anything that it names.
     *
     * @param tree its keys and values
     * @param classes the classes that it names: JSON in {@code @class}, YAML in tags
     */
    private record Named(JsonNode tree, List<String> classes) {}

    private Named named(String text, ObjectMapper format) {
        List<String> classes = new ArrayList<>();
        try (JsonParser parser = format.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.getTypeId() != null) {
                    classes.add(parser.getTypeId().toString());
                }
            }
            JsonNode tree = format.readTree(text);
            classes.addAll(tree.findValuesAsText("@class"));
            return new Named(tree, classes);
        } catch (JsonProcessingException e) {
            throw wrong(String.format(
                    Locale.ROOT,
                    "expected JSON or YAML, found %s (line %d)",
                    e.getOriginalMessage().strip().replaceAll("\\s*\\R\\s*", "; "),
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading a text", e);
        }
    }

    private void requireConfiguration(JsonNode tree) {
        if (tree.has("vertices") || tree.has("networkInputs")) {
            throw wrong("expected a MultiLayerConfiguration, found a ComputationGraphConfiguration, which tailoff"
                    + " does not train");
        }
        if (tree.has("class_name") || tree.has("keras_version")) {
            throw wrong("expected a MultiLayerConfiguration of DL4J's, found a model of Keras's; import it in DL4J and"
                    + " write toJson()");
        }
        if (!tree.has("confs")) {
            throw wrong("expected what MultiLayerConfiguration.toJson writes, found no 'confs'");
        }
    }

    private MultiLayerConfiguration dl4j(String text, Function<String, MultiLayerConfiguration> read) {
        try {
            return read.apply(text);
        } catch (RuntimeException e) {
            throw wrong("expected what MultiLayerConfiguration.toJson writes, found "
                    + e.toString().lines().findFirst().orElseThrow());
        }
    }

    private SpecException wrong(String what) {
        return new SpecException(name + ": " + what);
    }
}
