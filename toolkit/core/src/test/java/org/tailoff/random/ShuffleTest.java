package org.tailoff.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    @Test
    void noElementAndOneElementStayAndDrawNothing() {
        int[] one = {7};
        Shuffle.inPlace(new int[0], () -> {
            throw new AssertionError("drew");
        });
        Shuffle.inPlace(one, () -> {
            throw new AssertionError("drew");
        });

        assertThat(one).containsExactly(7);
    }

    @Test
    void negativeLengthsAreRefused() {
        assertThatThrownBy(() -> Shuffle.identity(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n must be at least 0: -1");
    }

    @RandomCases(200)
    void everyElementIsKept(RandomCase random) {
        int n = random.between(0, 300);
        int[] order = Shuffle.identity(n);
        Shuffle.inPlace(order, new NamedStreams(random.seed()).shuffling());

        assertThat(order).containsExactlyInAnyOrder(Shuffle.identity(n));
    }

    /**
     * 60,000 shuffles of 3 elements with seed 1: each of the 6 orders is binomial, mean 10,000, standard error 91.3;
     * five of them allow 456. False alarm: 6 x 5.7e-7.
     */
    @Test
    void everyOrderIsEquallyLikely() {
        Map<String, Integer> counts = new HashMap<>();
        RandomGenerator random = new NamedStreams(1).shuffling();
        for (int i = 0; i < 60_000; i++) {
            int[] order = Shuffle.identity(3);
            Shuffle.inPlace(order, random);
            counts.merge(Arrays.toString(order), 1, Integer::sum);
        }

        assertThat(counts.values())
                .hasSize(6)
                .allSatisfy(count -> assertThat(count).isBetween(10_000 - 456, 10_000 + 456));
    }
}
