package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that need no training, drawn again in another look by the real command. */
class StylingTest {
    private static final String FIGURE = "out/figures/polynomial_fit/polynomial";

    @TempDir
    private static Path directory;

    @BeforeAll
    static void makeFigures() throws Exception {
        ChildProcess.Ended ended = tailoff("reproduce", "polynomial_fit", "--out", "out");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).as("a bar over no run").doesNotContain("Training");
        assertThat(ended.out()).contains("\ncurves: ").doesNotContain("0 of 0");
    }

    private static ChildProcess.Ended tailoff(String... args) {
        return SameProcess.tailoff(directory, args);
    }

    /** Every file that is there, with its bytes. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(directory.resolve("out"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void figuresAreDrawnInTheLookWantedAndBackAgain() throws Exception {
        Map<String, String> book = files();
        ChildProcess.Ended ended = tailoff("report", "out", "--theme", "plain", "--width", "400", "--format", "pdf");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("Written to ");
        Map<String, String> plain = files();
        assertThat(plain.get(FIGURE + ".pdf")).startsWith("%PDF-").containsPattern("/MediaBox .0 0 (400|399[.]99)");
        assertThat(plain.get(FIGURE + ".svg"))
                .contains("width=\"400px\"")
                .isEqualTo(plain.get("out/report/figures/polynomial_fit/polynomial.svg"));
        assertThat(book.get(FIGURE + ".svg")).contains("width=\"815px\"");
        assertThat(plain).doesNotContainKey(FIGURE + ".png");
        assertThat(plain.get(FIGURE + ".csv")).isEqualTo(book.get(FIGURE + ".csv"));
        assertThat(plain.get("out/report/index.html"))
                .contains("polynomial.pdf\">PDF<")
                .doesNotContain(".png\"");
        assertThat(tailoff("report", "out").code()).isZero();
        assertThat(files()).isEqualTo(book);
    }

    @Test
    void itIsSaidThatTheFiguresOfClaimsStayAsTheyAre() throws Exception {
        Path verified = Files.createDirectory(directory.resolve("verified"));
        Files.createFile(verified.resolve(".tailoff"));
        Files.writeString(verified.resolve("verified.json"), "{\"runs\": {}, \"dropped\": {}, \"groups\": []}");
        assertThat(tailoff("report", "verified").out()).startsWith("Written to ");
        assertThat(tailoff("report", "verified", "--width", "400").out())
                .startsWith("The figures of claims stay as tailoff verify drew them.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--theme|fancy|Invalid value for option '--theme': expected one of [BOOK, PLAIN] (case-insensitive)"
                        + " but was 'fancy'",
                "--width|199|the width of a figure must be 200 to 8000 pixels, was 199",
                "--width|8001|the width of a figure must be 200 to 8000 pixels, was 8001",
                "--width|wide|Invalid value for option '--width': 'wide' is not an int",
                "--format|png,gif|Invalid value for option '--format' (FORMAT): expected one of [PNG, SVG, PDF]"
                        + " (case-insensitive) but was 'gif'",
            })
    void aWrongValueIsNamedAndNothingIsDrawn(String option, String value, String message) throws Exception {
        Map<String, String> before = files();
        ChildProcess.Ended ended = tailoff("report", "out", option, value);
        assertThat(ended.lines()).containsExactly("tailoff: " + message);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(files()).isEqualTo(before);
    }
}
