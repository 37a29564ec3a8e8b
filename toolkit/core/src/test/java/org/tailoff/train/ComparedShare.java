package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;

/** Counts what was compared and what had no digit to compare, lest a column goes unchecked without anybody's notice. */
public final class ComparedShare {
    private int all;
    private int compared;

    public void count(boolean wasCompared) {
        all++;
        compared += wasCompared ? 1 : 0;
    }

    /** Fails if less than a share was compared; of nothing, nothing is asked. */
    public void requireAtLeast(double share) {
        assertThat(compared).as("compared of %d", all).isGreaterThanOrEqualTo((int) (share * all));
    }
}
