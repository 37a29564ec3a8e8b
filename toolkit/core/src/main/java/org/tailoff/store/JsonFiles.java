package org.tailoff.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Records as the JSON that commands leave for people, pages and scripts: a {@code largestDifference} is called
 * {@code largest_difference}, and maps stay in their order. The files of a run have the form of {@link Json}.
 */
public final class JsonFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private JsonFiles() {}

    /**
     * A value in one line, for a page's script.
     *
     * @param value records, lists and maps of them
     * @return a JSON document without an end of line
     */
    public static String line(Object value) {
        return text(MAPPER.writer(), value);
    }

    /**
     * A value as a file holds it.
     *
     * @param value records, lists and maps of them
     * @return an indented JSON document
     */
    public static String text(Object value) {
        return text(MAPPER.writerWithDefaultPrettyPrinter(), value) + "\n";
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a file, all of it or nothing.
     *
     * @param file the file
     * @param value its content
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Object value) throws IOException {
        AtomicFiles.writeText(file, text(value));
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param type its content
     * @return its content; empty if there is no such file
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it holds something else; the message names it
     */
    public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        return read(file, MAPPER.constructType(type));
    }

    /**
     * Reads a file that holds a map.
     *
     * @param file the file
     * @param type the values in it
     * @return its content; empty if there is no such file
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it holds something else; the message names it
     */
    public static <T> Optional<Map<String, T>> readMap(Path file, Class<T> type) throws IOException {
        return read(file, MAPPER.getTypeFactory().constructMapType(TreeMap.class, String.class, type));
    }

    private static <T> Optional<T> read(Path file, JavaType type) throws IOException {
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "'" + file + "' must be as tailoff wrote it, but " + e.getOriginalMessage(), e);
        }
    }
}
