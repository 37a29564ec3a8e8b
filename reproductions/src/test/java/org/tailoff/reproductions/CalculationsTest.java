package org.tailoff.reproductions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tailoff.figure.Sampled;
import org.tailoff.published.Calculation;
import org.tailoff.published.Criterion;
import org.tailoff.published.CurveComparison.Agreement;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Curves;
import org.tailoff.published.Measured;
import org.tailoff.published.PublishedSeries;
import org.tailoff.reproductions.book.Reference;
import org.tailoff.reproductions.book.Reference.Title;
import org.tailoff.reproductions.chapter.Chapter;
import org.tailoff.reproductions.chapter.section1.SingleNeuron;
import org.tailoff.reproductions.chapter.section2.PolynomialFit;

/** The reproductions that train nothing: each printed number must be met, and would not be by another calculation. */
class CalculationsTest {
    static Stream<Arguments> calculated() {
        return Chapter.reproductions().stream()
                .filter(each -> each.runs().isEmpty())
                .flatMap(each -> each.series().stream().map(series -> Arguments.of(each.id(), series)));
    }

    private static Agreement verdict(PublishedSeries series, double[] ours) {
        double[] x = ((Calculation) series.source()).result().x();
        PublishedSeries other = new PublishedSeries(
                series.figure(),
                series.name(),
                new Calculation(new Measured(x, ours)),
                series.published(),
                series.criteria());
        return CurveComparisons.of(List.of(other), new Curves(Map.of()), false)
                .named(series.name())
                .verdict();
    }

    private static double[] ours(PublishedSeries series) {
        return ((Calculation) series.source()).result().values();
    }

    @Test
    void thereAreSome() {
        assertThat(calculated()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("calculated")
    void everyPrintedNumberIsMet(String id, PublishedSeries series) {
        assertThat(verdict(series, ours(series))).isIn(Agreement.MATCH, Agreement.EXACT);
    }

    /** The coarsest number is 0.04 with a single digit: 0.0404 may become 0.045, 11 % more. */
    @ParameterizedTest
    @MethodSource("calculated")
    void aCalculationThatIsOffIsAMiss(String id, PublishedSeries series) {
        for (int i = 0; i < series.published().length; i++) {
            double[] off = ours(series);
            off[i] *= 1.13;
            assertThat(verdict(series, off)).as("number %d", i).isEqualTo(Agreement.MISS);
        }
    }

    @Test
    void aNumberIsMetWithinHalfAUnitOfItsLastDigitTrailingZerosIncluded() {
        Title title = new Title("figure", "name");
        String pointer = "/polynomial_fit/recalculated/rms, largest residual of the line";
        assertThat(Reference.printed(pointer)).containsExactly(new BigDecimal("0.26646"), new BigDecimal("0.40"));
        assertThat(verdict(title, pointer, 0.266464, 0.4049)).isEqualTo(Agreement.MATCH);
        assertThat(verdict(title, pointer, 0.266466, 0.4)).isEqualTo(Agreement.MISS);
        assertThat(verdict(title, pointer, 0.26646, 0.4051)).isEqualTo(Agreement.MISS);
        assertThat(verdict(title, pointer, 0.26646, Double.NaN)).isEqualTo(Agreement.MISS);
    }

    private static Agreement verdict(Title title, String pointer, double... ours) {
        PublishedSeries series = Reference.toTheLastDigit(title, new Measured(new double[ours.length], ours), pointer);
        return verdict(series, ours);
    }

    /** Oracle: 1/2 - 1/3. */
    @Test
    void theMeanSlopeIsOneSixth() {
        assertThat(SingleNeuron.meanSlope()).isCloseTo(1.0 / 6, within(Math.ulp(1.0)));
    }

    /**
     * In double precision the powers of x lose ten digits; what the tolerance adds for that must not swallow the
     * comparison.
     */
    @Test
    void theToleranceOfTheCoefficientsStaysBelowATenThousandthOfAUnit() {
        PublishedSeries series = new PolynomialFit().series().get(0);
        Criterion.Each rule = (Criterion.Each) series.criteria().get(0);
        assertThat(DoubleStream.of(
                                rule.tolerances().stream().mapToDouble(t -> t).toArray())
                        .max()
                        .orElseThrow())
                .isLessThan(1.1e-4);
        double[] off = Arrays.stream(ours(series)).map(c -> c * (1 + 1e-6)).toArray();
        assertThat(verdict(series, off)).isEqualTo(Agreement.MISS);
    }

    @Test
    void sampledPlacesIncludeBothEndsAndWholeNumbers() {
        assertThat(new Sampled(-5, 5, 100).of(x -> x).x(50)).isZero();
        assertThat(new Sampled(0, 5.5, 550).of(x -> x).x(550)).isEqualTo(5.5);
    }
}
