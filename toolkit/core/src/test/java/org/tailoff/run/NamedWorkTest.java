package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedWorkTest {
    private final List<String> begun = new ArrayList<>();

    private Future<String> begin(String name, int size) {
        begun.add(name);
        return CompletableFuture.completedFuture(name + size);
    }

    @Test
    void theLongestIsBegunFirstAndOfEquallyLongOnesTheFirstByName() throws Exception {
        Map<String, Integer> work = Map.of("a", 1, "b", 3, "c", 2, "d", 3);
        NamedWork<String> named = NamedWork.begin("thing", work, Integer::longValue, this::begin);
        assertThat(begun).containsExactly("b", "d", "c", "a");
        assertThat(named.await()).isEqualTo(Map.of("a", "a1", "b", "b3", "c", "c2", "d", "d3"));
    }

    /** Against a sort by a text in which sizes are turned round. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingIsLeftOutOrDoneTwiceWhateverTheSizes(long seed) throws Exception {
        Random random = new Random(seed);
        Map<String, Integer> work = new TreeMap<>();
        for (int i = 0; i < 50; i++) {
            work.put("w" + random.nextInt(1000), random.nextInt(5));
        }
        NamedWork<String> named = NamedWork.begin("thing", work, Integer::longValue, this::begin);
        assertThat(begun)
                .as("seed %d", seed)
                .containsExactlyElementsOf(work.keySet().stream()
                        .sorted(Comparator.comparing(name -> (9 - work.get(name)) + name))
                        .toList());
        assertThat(named.await().keySet()).isEqualTo(work.keySet());
    }

    @Test
    void whatFailsIsNamedWithItsKindAndCause() {
        NamedWork<String> named = NamedWork.begin(
                "thing",
                Map.of("a", 1),
                Integer::longValue,
                (name, size) -> CompletableFuture.failedFuture(new IllegalStateException("no room")));
        assertThatThrownBy(named::await)
                .isInstanceOf(RunFailedException.class)
                .hasMessage("thing 'a' failed: no room")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailureWithoutAMessageIsNamedByItsType() {
        NamedWork<String> named = NamedWork.begin(
                "thing",
                Map.of("a", 1),
                Integer::longValue,
                (name, size) -> CompletableFuture.failedFuture(new IllegalStateException()));
        assertThatThrownBy(named::await).hasMessage("thing 'a' failed: java.lang.IllegalStateException");
    }

    @Test
    void whatIsStoppedIsNoFailure() {
        NamedWork<String> named = NamedWork.begin(
                "thing",
                Map.of("a", 1),
                Integer::longValue,
                (name, size) -> CompletableFuture.failedFuture(new StoppedException()));
        assertThatThrownBy(named::await).isInstanceOf(StoppedException.class);
    }
}
