package org.tailoff.reproductions.book;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tailoff.published.Criterion;
import org.tailoff.published.EpochCurve;
import org.tailoff.published.PublishedSeries;

/**
 * The curves stored in the book's own repository and the numbers of its calculations, as reference data.
 *
 * <p>This class is the only reader of the published files; what it reads is held by {@link PublishedSeries} and judged
 * by the argument.
 */
public final class Published {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** What was parsed, since each file holds several curves. */
    private static final Map<String, JsonNode> FILES = new ConcurrentHashMap<>();

    private Published() {}

    /**
     * Accuracies that were published in percent, as the counts they were computed from.
     *
     * @param file name of the book's file without its ending
     * @param pointer JSON pointer to an array of percentages in it
     * @param images how many images were evaluated
     * @return one integer per accuracy
     * @throws IllegalArgumentException if there is no array of numbers at {@code pointer}, or one is not the percentage
     *     of a whole count
     */
    public static double[] counts(String file, String pointer, int images) {
        return Arrays.stream(curve(file, pointer))
                .map(percent -> wholeCount(percent * images / 100))
                .toArray();
    }

    private static double wholeCount(double count) {
        double whole = Math.rint(count);
        if (Math.abs(count - whole) > 1e-6) {
            throw new IllegalArgumentException(
                    "a published accuracy must be that of a whole number of images, was " + count);
        }
        return whole;
    }

    /**
     * A curve that the book's repository holds under the name of its run.
     *
     * @param figure id of the figure that shows it
     * @param curve what it is
     * @param pointer JSON pointer to an array of numbers in the run's file
     * @param criteria how ours must agree with it
     * @return the series
     * @throws IllegalArgumentException if there is no array of numbers at {@code pointer}
     */
    public static PublishedSeries series(String figure, EpochCurve curve, String pointer, List<Criterion> criteria) {
        String name = curve.set().label() + (curve.counts() ? " accuracy" : " cost");
        return new PublishedSeries(figure, name, curve, curve(curve.run(), pointer), criteria);
    }

    /**
     * A published curve.
     *
     * @param file name of the book's file without its ending
     * @param pointer JSON pointer to an array of numbers in it
     * @return one number per epoch
     * @throws IllegalArgumentException if there is no array of numbers at {@code pointer}
     */
    public static double[] curve(String file, String pointer) {
        return printed(file, pointer).stream()
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }

    /**
     * Published numbers with all the digits that were printed: 0.40 is not 0.4.
     *
     * @param file name of the file without its ending
     * @param pointer JSON pointer to an array of numbers in it
     * @return the numbers
     * @throws IllegalArgumentException if there is no array of numbers at {@code pointer}
     */
    public static List<BigDecimal> printed(String file, String pointer) {
        String resource = "published/" + file + ".json";
        JsonNode array = FILES.computeIfAbsent(resource, Published::parse).at(pointer);
        if (!array.isArray() || array.isEmpty()) {
            throw new IllegalArgumentException(resource + " holds no curve at '" + pointer + "'");
        }
        List<BigDecimal> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.decimalValue()));
        return numbers;
    }

    private static JsonNode parse(String resource) {
        try (InputStream in = Published.class.getResourceAsStream(resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
