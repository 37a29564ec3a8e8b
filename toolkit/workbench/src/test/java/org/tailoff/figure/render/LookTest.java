package org.tailoff.figure.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tailoff.figure.render.FigureRendererTest.initialisation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.figure.Look;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Theme;

class LookTest {
    private static final Panels PANELS = PanelsTest.residuals();

    private static BufferedImage png(Look look, Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(new FigureRenderer(look).png(picture)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Black pixels of the second column from the left that is not all white: of the frame or of the first letters. */
    private static long frame(BufferedImage image) {
        long longest = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            long black = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                black += (image.getRGB(x, y) & 0xFFFFFF) == 0 ? 1 : 0;
            }
            longest = Math.max(longest, black);
        }
        return longest;
    }

    @Test
    void everythingGrowsWithTheWidth() throws IOException {
        for (Picture picture : List.of(initialisation(), PANELS, HeatMapChartTest.phases())) {
            BufferedImage book = png(Look.BOOK, picture);
            BufferedImage twice = png(new Look(Theme.BOOK, 2 * FigureRenderer.WIDTH), picture);
            assertThat(twice.getWidth()).isEqualTo(2 * book.getWidth());
            assertThat(twice.getHeight()).isEqualTo(2 * book.getHeight());
            // Its ink covers about four times as many pixels; with text of the same size it would be far fewer.
            assertThat((double) ink(twice) / ink(book)).isBetween(3.2, 4.8);
        }
    }

    private static long ink(BufferedImage image) {
        long ink = 0;
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            ink += (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFF) < 128 ? 1 : 0;
        }
        return ink;
    }

    @Test
    void thePlainThemeHasNoFrame() throws IOException {
        assertThat(frame(png(Look.BOOK, initialisation()))).isGreaterThan(400);
        assertThat(frame(png(new Look(Theme.PLAIN, FigureRenderer.WIDTH), initialisation())))
                .isLessThan(50);
    }

    @Test
    void aPdfIsOnePageOfTheWidthAskedForAndTheSameEveryTime() {
        byte[] pdf = new FigureRenderer(new Look(Theme.BOOK, 400)).pdf(initialisation());
        assertThat(text(pdf)).startsWith("%PDF-").contains("%%EOF");
        Matcher page = Pattern.compile("/MediaBox \\[0 0 (\\S+) (\\S+)]").matcher(text(pdf));
        assertThat(page.find()).isTrue();
        assertThat(Double.parseDouble(page.group(1))).isEqualTo(400, within(1e-6));
        assertThat(Double.parseDouble(page.group(2))).isEqualTo(302, within(1e-6));
        assertThat(text(pdf)).containsOnlyOnce("/MediaBox").doesNotContain("CreationDate");
        assertThat(new FigureRenderer(new Look(Theme.BOOK, 400)).pdf(initialisation()))
                .isEqualTo(pdf);
    }

    @Test
    void anSvgSaysTheWidth() {
        assertThat(new String(
                        new FigureRenderer(new Look(Theme.PLAIN, 400)).svg(initialisation()), StandardCharsets.UTF_8))
                .containsPattern("<svg[^>]*width=\"400px\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 199, 8001})
    void aWidthBeyondReasonIsRefused(int width) {
        assertThatThrownBy(() -> new Look(Theme.BOOK, width))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the width of a figure must be 200 to 8000 pixels, was " + width);
    }
}
