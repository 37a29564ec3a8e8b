package org.tailoff.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** One small report in a real browser, from {@code file:}. */
class BrowserTest {
    @TempDir
    private static Path directory;

    private static Path page;
    private static Path runPage;
    private static Path comparePage;
    private static Browser browser;

    @BeforeAll
    static void writeReportAndStartBrowser() throws IOException {
        Path out = directory.resolve("out");
        SmallOutput.write(out);
        SmallContest.write(out);
        page = SmallOutput.report(out);
        runPage = page.resolveSibling("runs").resolve(SmallOutput.ID + ".html");
        comparePage = page.resolveSibling("compare.html");
        browser = Browser.shared();
    }

    /**
     * Whatever a test did, the page neither complained nor asked for anything beyond the files beside it. What begins
     * with chrome is the page that the browser itself shows first.
     */
    @AfterEach
    void nothingWentWrongAndNothingLeftThePage() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .allSatisfy(address -> assertThat(address).matches("(file|data|chrome|chrome-untrusted):.*"));
        assertThat(browser.driver().getTitle()).startsWith("Tailoff").doesNotContain("taken over");
    }

    private static void openAllDetails() {
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    /** Scrolls to each figure in turn, since figures are drawn when they come near. */
    private static void lookAtEverything() {
        openAllDetails();
        for (WebElement figure : browser.all("figure")) {
            browser.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", figure);
            if (!figure.findElements(By.cssSelector(".plot-data")).isEmpty()) {
                browser.await(
                        () -> !figure.findElements(By.cssSelector("canvas")).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyFigureIsDrawnAndVisible(String colours) {
        for (Path each : List.of(page, runPage, comparePage)) {
            browser.open(each, colours);
            lookAtEverything();
            assertThat(browser.all("figure")).isNotEmpty().allSatisfy(figure -> {
                List<WebElement> canvases = figure.findElements(By.cssSelector("canvas"));
                if (canvases.isEmpty()) {
                    WebElement image = figure.findElement(By.cssSelector("img"));
                    assertThat(image.isDisplayed()).isTrue();
                    browser.await(() -> (Boolean) browser.run("return arguments[0].naturalWidth > 0", image));
                }
                assertThat(canvases).noneMatch(browser::isBlank);
            });
        }
    }

    /** Were the log of requests empty, it would show nothing wrong whatever the page asked for. */
    @Test
    void whatThePageAsksForIsSeen() {
        browser.open(page, "light");
        assertThat(browser.requests())
                .contains(
                        page.toUri().toString(),
                        page.resolveSibling("charts.js").toUri().toString());
    }

    @Test
    void withoutScriptsEveryFigureIsADrawing() {
        browser.scripts(false);
        try {
            browser.open(page, "light");
            assertThat(browser.all(".plot")).isEmpty();
            assertThat(browser.all("section.reproduction img")).hasSize(3).allSatisfy(image -> {
                browser.run("arguments[0].scrollIntoView({behavior: 'instant'})", image);
                browser.await(() -> (Boolean) browser.run("return arguments[0].naturalWidth > 0", image));
                assertThat(image.isDisplayed()).isTrue();
                assertThat(image.getAttribute("alt")).isNotBlank();
            });
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void pointingAtAChartSaysItsValues() {
        browser.open(page, "light");
        WebElement area = browser.find("#figure-small1 .u-over");
        new Actions(browser.driver()).moveToElement(area).perform();
        WebElement readout = browser.find("#figure-small1 .readout");
        browser.await(() -> readout.getText().startsWith("Epoch 1: "));
        assertThat(readout.getText()).isEqualTo("Epoch 1: measured " + SmallOutput.MARKUP + " 82; published 82");
    }

    @Test
    void aChartCanBeReadZoomedAndThinnedOutWithKeysAlone() {
        browser.open(page, "light");
        WebElement area = browser.find("#figure-small1 .area");
        WebElement readout = browser.find("#figure-small1 .readout");
        area.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.await(() -> readout.getText().contains("83; published 83"));
        Object whole = browser.run("return arguments[0].toDataURL()", browser.find("#figure-small1 canvas"));
        area.sendKeys("+");
        browser.await(() -> !browser.run("return arguments[0].toDataURL()", browser.find("#figure-small1 canvas"))
                .equals(whole));
        area.sendKeys("0");
        browser.await(() -> browser.run("return arguments[0].toDataURL()", browser.find("#figure-small1 canvas"))
                .equals(whole));
        WebElement published = browser.all("#figure-small1 .keys button").get(1);
        published.sendKeys(Keys.SPACE);
        assertThat(published.getAttribute("aria-pressed")).isEqualTo("false");
        area.sendKeys(Keys.ARROW_LEFT);
        browser.await(() -> readout.getText().startsWith("Epoch 1: "));
        assertThat(readout.getText()).doesNotContain("published");
    }

    @Test
    void draggingZoomsAndADoubleClickShowsTheWhole() {
        browser.open(page, "light");
        WebElement over = browser.find("#figure-small1 .u-over");
        WebElement canvas = browser.find("#figure-small1 canvas");
        Object whole = browser.run("return arguments[0].toDataURL()", canvas);
        new Actions(browser.driver())
                .moveToElement(over, -100, 0)
                .clickAndHold()
                .moveByOffset(40, 0)
                .moveByOffset(40, 0)
                .release()
                .perform();
        browser.await(
                () -> !browser.run("return arguments[0].toDataURL()", canvas).equals(whole));
        new Actions(browser.driver()).doubleClick(over).perform();
        browser.await(
                () -> browser.run("return arguments[0].toDataURL()", canvas).equals(whole));
    }

    @Test
    void theHistogramMovesThroughTheEpochs() {
        browser.open(runPage, "light");
        WebElement slider = browser.find(".scrubber input");
        WebElement output = browser.find(".scrubber output");
        WebElement canvas = browser.find(".scrubber canvas");
        assertThat(output.getText()).isEqualTo("3 epochs trained: 6 values in view");
        Object last = browser.run("return arguments[0].toDataURL()", canvas);
        slider.sendKeys(Keys.HOME);
        browser.await(() -> output.getText().equals("0 epochs trained: 6 values in view"));
        browser.await(
                () -> !browser.run("return arguments[0].toDataURL()", canvas).equals(last));
        slider.sendKeys(Keys.ARROW_RIGHT);
        assertThat(output.getText()).startsWith("1 epochs trained");
    }

    @Test
    void thePeakOfAnIterationIsOnTheRunsPage() {
        browser.open(runPage, "light");
        WebElement area = browser.find("#figure-norm .area");
        for (int iteration = 0; iteration <= 33; iteration++) {
            area.sendKeys(Keys.ARROW_RIGHT);
        }
        browser.await(() -> browser.find("#figure-norm .readout").getText().startsWith("Iteration 33: "));
        assertThat(browser.find("#figure-norm .readout").getText()).contains("20 to 20");
    }

    @Test
    void claimsCanBeSoughtByVerdictAndByWords() {
        browser.open(page, "light");
        WebElement shown = browser.find("#filter-shown");
        assertThat(shown.getText()).isEqualTo("2 of 2 claims");
        browser.find("#filter-words").sendKeys("SECOND");
        browser.await(() -> shown.getText().equals("1 of 2 claims"));
        assertThat(browser.find("#claim-T1").isDisplayed()).isFalse();
        assertThat(browser.find("#claim-T2").isDisplayed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void axeFindsNothingWrongAndNothingHangsOverTheEdge(String colours, int width) throws IOException {
        browser.width(width);
        for (Path each : List.of(page, runPage, comparePage)) {
            browser.open(each, colours);
            lookAtEverything();
            assertThat(browser.violations()).isEmpty();
            assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void aComparisonShowsItsIntervalsOnOneScaleAndNamesWhatIsOut() {
        browser.open(comparePage, "light");
        List<WebElement> bars = browser.all(".intervals dt");
        assertThat(bars.get(0).getText()).isEqualTo("named " + SmallOutput.MARKUP);
        assertThat(browser.find(".comparison tbody tr").getText()).startsWith("named " + SmallOutput.MARKUP + " 93.50");
        List<WebElement> means = browser.all(".intervals .mean");
        assertThat(means.get(0).getRect().getX())
                .isGreaterThan(means.get(1).getRect().getX() + 50);
        assertThat(browser.find("#comparison ul").getText()).isEqualTo("lost " + SmallOutput.MARKUP);
    }
}
