package org.tailoff.reproductions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The curves stored in the book's own repository, as reference data.
 *
 * <p>This class is the only reader of the published files; what it reads is held by {@link Series} and judged by the argument.
 */
public final class Published {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Published() {}

    /**
     * A published curve.
     *
     * @param file name of the book's file without its ending
     * @param pointer JSON pointer to an array of numbers in it
     * @return one number per epoch
     * @throws IllegalArgumentException if there is no array of numbers at {@code pointer}
     */
    public static double[] curve(String file, String pointer) {
        String resource = "published/" + file + ".json";
        try (InputStream in = Published.class.getResourceAsStream(resource)) {
            JsonNode array = JSON.readTree(in).at(pointer);
            if (!array.isArray() || array.isEmpty()) {
                throw new IllegalArgumentException(resource + " holds no curve at '" + pointer + "'");
            }
            double[] values = new double[array.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = array.get(i).doubleValue();
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
