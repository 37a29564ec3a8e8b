package org.tailoff.reproductions.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Draws figures with XChart in the look of the book's: {@value #WIDTH} x {@value #HEIGHT} pixels, black frame with ticks inside, dotted grid;
 * heat maps to match; panels of {@value #WIDTH} x 400 pixels each.
 *
 * <p>The same picture gives the same bytes on the same machine, whatever the locale. Needs a font on the machine, but no display. Stateless.
 */
public final class FigureRenderer {
    /** Width of a figure in pixels, as in the book. */
    public static final int WIDTH = 815;

    /** Height of a figure in pixels, as in the book. */
    public static final int HEIGHT = 615;

    /**
     * The picture as a PNG image.
     *
     * @param picture what to draw
     * @return the bytes of a PNG file, {@value #WIDTH} pixels wide
     */
    public byte[] png(Picture picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ImageIO would otherwise buffer in a temporary file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(BitmapEncoder.getBufferedImage(chart(picture)), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The picture as an SVG document. Its text is drawn as outlines, so that it needs no font of the reader's; the words are in its title and
     * description, for screen readers and for searching.
     *
     * @param picture what to draw
     * @return the bytes of an SVG file in UTF-8, {@value #WIDTH} pixels wide
     */
    public byte[] svg(Picture picture) {
        try {
            String drawn = new String(ChartEncoder.getBytes(chart(picture), "svg"), StandardCharsets.UTF_8);
            return Svg.described(drawn, picture).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IChart chart(Picture picture) {
        if (picture instanceof HeatMap map) {
            return HeatMapChart.of(map);
        }
        return picture instanceof Panels panels ? PanelsChart.of(panels) : FigureChart.of((Figure) picture);
    }
}
