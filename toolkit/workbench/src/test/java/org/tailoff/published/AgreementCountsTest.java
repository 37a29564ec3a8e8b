package org.tailoff.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tailoff.published.CurveComparison.Agreement;
import org.tailoff.published.EpochCurve.Quantity;
import org.tailoff.spec.DataSpec.DataSet;

class AgreementCountsTest {
    private static CurveComparison curve(Quantity quantity, boolean comparable, double[] published, double... ours) {
        EpochCurve source = new EpochCurve("run", DataSet.TEST, quantity);
        PublishedSeries series =
                new PublishedSeries("figure", "series", source, published, List.of(Criterion.relative(0.1, "why")));
        return new CurveComparison(series, Measured.byEpoch(ours), List.of(), 10_000, comparable);
    }

    private static final CurveComparison EXACT = curve(Quantity.CORRECT, true, new double[] {10, 20}, 10, 20);
    private static final CurveComparison MATCH = curve(Quantity.CORRECT, true, new double[] {10, 20}, 10, 21);
    private static final CurveComparison MISS = curve(Quantity.TOTAL_COST, true, new double[] {10, 20}, 10, 30);
    private static final CurveComparison NOT_YET = curve(Quantity.CORRECT, true, new double[] {10, 20});

    @Test
    void eachCurveIsCountedUnderItsAgreement() {
        AgreementCounts counts = new AgreementCounts(List.of(EXACT, MATCH, MATCH, MISS, NOT_YET));
        assertThat(counts.curves()).isEqualTo(5);
        assertThat(counts.curves(Agreement.EXACT)).isEqualTo(1);
        assertThat(counts.curves(Agreement.MATCH)).isEqualTo(2);
        assertThat(counts.curves(Agreement.MISS)).isEqualTo(1);
        assertThat(counts.curves(Agreement.NOT_COMPARED)).isEqualTo(1);
    }

    /** Costs have rules and no count of equal ones: a cost that is off in its last digit says nothing. */
    @Test
    void pointsAreCountedOfAccuraciesAlone() {
        AgreementCounts counts = new AgreementCounts(List.of(EXACT, MATCH, MISS, NOT_YET));
        assertThat(counts.accuracies()).isEqualTo(4);
        assertThat(counts.equalAccuracies()).isEqualTo(3);
    }

    @Test
    void oneCurveOnOtherDataMakesThemIncomparable() {
        assertThat(new AgreementCounts(List.of(EXACT, MISS)).isComparable()).isTrue();
        CurveComparison other = curve(Quantity.CORRECT, false, new double[] {10}, 10);
        AgreementCounts counts = new AgreementCounts(List.of(EXACT, other));
        assertThat(counts.isComparable()).isFalse();
        assertThat(counts.curves(Agreement.NOT_COMPARED)).isEqualTo(1);
        assertThat(counts.equalAccuracies()).as("of the other alone").isEqualTo(2);
    }
}
