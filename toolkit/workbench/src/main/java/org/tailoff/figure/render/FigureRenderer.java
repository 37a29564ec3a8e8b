package org.tailoff.figure.render;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.pdf.PDFProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.tailoff.figure.Figure;
import org.tailoff.figure.HeatMap;
import org.tailoff.figure.Look;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;

/**
 * Draws figures with XChart in the look of the book's: {@value #WIDTH} x {@value #HEIGHT} pixels, black frame with
 * ticks inside, dotted grid; heat maps to match; panels of {@value #WIDTH} x 400 pixels each.
 *
 * <p>The same picture gives the same bytes on the same machine, whatever the locale. Needs a font on the machine, but
 * no display. Stateless.
 *
 * @param look theme and size; {@link Look#BOOK} is the one described
 */
public record FigureRenderer(Look look) {
    /** Width of a figure in pixels, as in the book. */
    public static final int WIDTH = Look.BOOK_WIDTH;

    /** Height of a figure in pixels, as in the book. */
    public static final int HEIGHT = 615;

    /** The unit in which VectorGraphics2D takes the lengths of a PDF. */
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

    /** A renderer with the look of the book. */
    public FigureRenderer() {
        this(Look.BOOK);
    }

    /**
     * The picture as a PNG image.
     *
     * @param picture what to draw
     * @return the bytes of a PNG file, as wide as the look says
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
     * The picture as an SVG document. Its text is drawn as outlines, so that it needs no font of the reader's; the
     * words are in its title and description, for screen readers and for searching.
     *
     * @param picture what to draw
     * @return the bytes of an SVG file in UTF-8, as wide as the look says
     */
    public byte[] svg(Picture picture) {
        try {
            String drawn = new String(ChartEncoder.getBytes(chart(picture), "svg"), StandardCharsets.UTF_8);
            return Svg.described(drawn, picture).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The picture as a PDF document of one page. XChart's own writer would draw in another library and embed the time.
     *
     * @param picture what to draw
     * @return the bytes of a PDF file, as many points wide as the look says pixels; text is drawn as outlines
     */
    public byte[] pdf(Picture picture) {
        IChart chart = chart(picture);
        VectorGraphics2D graphics = new VectorGraphics2D();
        new ScaledChart(chart, MILLIMETRES_PER_POINT).paint(graphics, chart.getWidth(), chart.getHeight());
        PageSize page =
                new PageSize(chart.getWidth() * MILLIMETRES_PER_POINT, chart.getHeight() * MILLIMETRES_PER_POINT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PDFProcessor(true).getDocument(graphics.getCommands(), page).writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private IChart chart(Picture picture) {
        IChart chart = inBookSize(picture);
        return look.width() == WIDTH ? chart : new ScaledChart(chart, look.scale());
    }

    private IChart inBookSize(Picture picture) {
        if (picture instanceof HeatMap map) {
            return HeatMapChart.of(map);
        }
        return picture instanceof Panels panels
                ? PanelsChart.of(panels, Pen.of(look.theme()))
                : FigureChart.of((Figure) picture, Pen.of(look.theme()));
    }
}
