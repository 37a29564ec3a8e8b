package org.tailoff.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.StreamSupport;

/** The book's draws as an independent program computed them (rng_and_init_reference.json). */
public final class BookReference {
    public static final long SEED = 12345678;

    private static final JsonNode ROOT = read();

    private BookReference() {}

    private static JsonNode read() {
        try (InputStream in = BookReference.class.getResourceAsStream("rng_and_init_reference.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode get(String name) {
        JsonNode node = ROOT.get(name);
        if (node == null) {
            throw new IllegalArgumentException("the reference has no '" + name + "'");
        }
        return node;
    }

    public static String text(String name) {
        return get(name).asText();
    }

    public static double[] doubles(String name) {
        return doubles(get(name));
    }

    public static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    public static int[] ints(String name) {
        return StreamSupport.stream(get(name).spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
    }
}
