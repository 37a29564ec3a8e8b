package org.tailoff.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.SetScore;
import org.tailoff.report.Browser;
import org.tailoff.reproductions.chapter.section2.Overfitting;
import org.tailoff.run.FinishedRun;

/** The live page in a real browser, while a run goes on as slowly as the test wants. */
class LiveBrowserTest {
    private static final String RUN = "overfitting";
    private static final Overfitting BOOK = new Overfitting();
    private static final double[] PUBLISHED = BOOK.series().stream()
            .filter(series -> series.name().equals("test accuracy"))
            .findFirst()
            .orElseThrow()
            .published();

    private static Browser browser;

    private final LiveRuns live = new LiveRuns(List.of(BOOK), BOOK.runs(), true, System::nanoTime);
    private final LiveServer server = LiveServer.start(live, 0);

    @BeforeAll
    static void startBrowser() {
        browser = Browser.shared();
    }

    @BeforeEach
    void openPage() {
        browser.width(1280);
        browser.open(server.address(), "light");
        stateBecomes("0 % done, about unknown left.");
    }

    /** What begins with chrome is the page that the browser itself shows first. */
    @AfterEach
    void nothingWentWrongAndNothingLeftThisMachine() {
        server.close();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .contains(server.address().resolve("live.json").toString())
                .allSatisfy(address ->
                        assertThat(address).matches("(" + server.address() + "|data:|chrome:|chrome-untrusted:).*"));
    }

    private static EpochRecord epoch(int number) {
        int correct = number == 0 ? 980 : (int) PUBLISHED[number - 1];
        SetScore.Cost cost = new SetScore.Cost(1.0 / (1 + number), 1.0 / (1 + number));
        return new EpochRecord(
                number,
                List.of(
                        new SetScore("test", 10_000, correct, cost),
                        new SetScore("training", 1000, Math.min(1000, 500 + number), cost)),
                List.of(),
                List.of());
    }

    /** An epoch of 100 mini-batches, at whose last one the norms of two tensors have changed. */
    private void train(int number) {
        double[] values = new double[2 * IterationColumn.COUNT];
        Arrays.fill(values, number);
        long[] last = {100L * number - 1};
        live.observing(RUN).iterations(IterationBlock.copyOf(number, List.of("0_W", "1_W"), last, values));
        live.observing(RUN).epoch(epoch(number));
    }

    /** The first two epochs. */
    private void begin() {
        live.started(RUN);
        live.observing(RUN).epoch(epoch(0));
        train(1);
        train(2);
        captionBecomes("2 of 2 points equal so far: EXACT");
    }

    private void finish() {
        // The page shows the epochs and nothing of the files.
        live.finished(new FinishedRun(RUN, null, List.of(epoch(0), epoch(1), epoch(2), epoch(3)), 1, false));
        stateBecomes("All runs are finished. The command says where the report is.");
    }

    private static void stateBecomes(String text) {
        browser.await(() -> browser.find("#state").getText().equals(text));
    }

    /** Of the curve of the accuracy on the test images. */
    private static void captionBecomes(String text) {
        browser.await(() -> browser.all("#curves figcaption").stream()
                .map(WebElement::getText)
                .anyMatch(("overfitting, test accuracy: " + text)::equals));
    }

    private static double done() {
        return ((Number) browser.run("return document.getElementById('progress').value")).doubleValue();
    }

    private static Object picture(String place) {
        return browser.run("return arguments[0].toDataURL()", browser.find(place + " canvas"));
    }

    @Test
    void curvesAppearAndGrowAndTheEndIsShown() {
        assertThat(browser.all("figure")).isEmpty();
        begin();
        assertThat(browser.all("#curves figure")).hasSize(4);
        assertThat(browser.all("#norms figure")).hasSize(1);
        assertThat(browser.all("figure canvas")).noneMatch(browser::isBlank);
        assertThat(done()).isCloseTo(2.0 / 400, within(1e-12));
        Object curve = picture("#curves");
        Object norm = picture("#norms");
        train(3);
        captionBecomes("3 of 3 points equal so far: EXACT");
        assertThat(done()).isCloseTo(3.0 / 400, within(1e-12));
        assertThat(picture("#curves")).isNotEqualTo(curve);
        browser.await(() -> !picture("#norms").equals(norm));
        assertThat(browser.find("#runs tr").getText()).isEqualTo("overfitting training 300 of 40,000 iterations");
        finish();
        assertThat(done()).isEqualTo(1);
        assertThat(browser.find("#runs tr").findElements(By.tagName("td")))
                .extracting(WebElement::getText)
                .containsExactly("finished", "40,000 of 40,000 iterations");
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void axeFindsNothingWrongAndNothingHangsOverTheEdge(String colours, int width) throws IOException {
        browser.width(width);
        browser.open(server.address(), colours);
        begin();
        assertThat(browser.violations()).isEmpty();
        finish();
        assertThat(browser.violations()).isEmpty();
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }
}
