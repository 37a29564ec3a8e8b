package org.tailoff.reproductions.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.ChartEncoder;

/**
 * Draws figures with XChart in the look of the book's: {@value #WIDTH} x {@value #HEIGHT} pixels, black frame with ticks inside, dotted grid.
 *
 * <p>The same figure gives the same bytes on the same machine, whatever the locale. Needs a font on the machine, but no display. Stateless.
 */
public final class FigureRenderer {
    /** Width of a figure in pixels, as in the book. */
    public static final int WIDTH = 815;

    /** Height of a figure in pixels, as in the book. */
    public static final int HEIGHT = 615;

    /**
     * The figure as a PNG image.
     *
     * @param figure what to draw
     * @return the bytes of a PNG file, {@value #WIDTH} x {@value #HEIGHT} pixels
     */
    public byte[] png(Figure figure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // ImageIO would otherwise buffer in a temporary file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(BitmapEncoder.getBufferedImage(FigureChart.of(figure)), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The figure as an SVG document. Its text is drawn as outlines, so that it needs no font of the reader's; the words are in its title and
     * description, for screen readers and for searching.
     *
     * @param figure what to draw
     * @return the bytes of an SVG file in UTF-8, {@value #WIDTH} x {@value #HEIGHT} pixels
     */
    public byte[] svg(Figure figure) {
        try {
            String drawn = new String(ChartEncoder.getBytes(FigureChart.of(figure), "svg"), StandardCharsets.UTF_8);
            return Svg.described(drawn, figure).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
