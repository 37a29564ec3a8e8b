package org.tailoff.figure.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tailoff.figure.render.FigureRendererTest.costs;
import static org.tailoff.figure.render.FigureRendererTest.initialisation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;

/** The bytes of a figure's files depend on the figure alone. */
class FigureBytesTest {
    private final FigureRenderer renderer = new FigureRenderer();

    @TempDir
    Path directory;

    @Test
    void areTheSameEveryTime() {
        assertThat(renderer.png(initialisation())).isEqualTo(new FigureRenderer().png(initialisation()));
        assertThat(renderer.svg(initialisation())).isEqualTo(new FigureRenderer().svg(initialisation()));
    }

    @Test
    void areTheSameInGerman() {
        inGerman(costs(Line.measured("ours", Colour.BLUE, Points.from(0, new double[] {0.25, 0.75}))));
    }

    @Test
    void ofAHeatMapAreTheSameInGerman() {
        inGerman(HeatMapChartTest.phases());
    }

    private void inGerman(Picture picture) {
        Locale before = Locale.getDefault();
        for (Function<Picture, byte[]> format : List.<Function<Picture, byte[]>>of(renderer::png, renderer::svg)) {
            byte[] english = format.apply(picture);
            try {
                Locale.setDefault(Locale.GERMANY);
                assertThat(format.apply(picture)).isEqualTo(english);
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void areTheSameInAnotherJvm() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process other = new ProcessBuilder(
                        java.toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherJvm.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(other.inputReader(StandardCharsets.UTF_8).lines()).isEmpty();
        assertThat(other.waitFor()).isZero();
        assertThat(directory.resolve("figure.png")).hasBinaryContent(renderer.png(initialisation()));
        assertThat(directory.resolve("figure.svg")).hasBinaryContent(renderer.svg(initialisation()));
    }

    /** Draws the same figure in a JVM of its own. */
    static final class OtherJvm {
        private OtherJvm() {}

        public static void main(String[] args) throws IOException {
            Path directory = Path.of(args[0]);
            Files.write(directory.resolve("figure.png"), new FigureRenderer().png(initialisation()));
            Files.write(directory.resolve("figure.svg"), new FigureRenderer().svg(initialisation()));
        }
    }
}
