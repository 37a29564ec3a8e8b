package org.tailoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tailoff.run.SmallRuns.data;
import static org.tailoff.run.SmallRuns.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.ValueType;

class RunIndexTest {
    @TempDir
    private Path runs;

    @ParameterizedTest
    @CsvSource({
        "overfitting-0123456789ab, overfitting",
        "a-b-0123456789ab, a-b",
        "a-0123456789a, a-0123456789a",
        "a-0123456789AB, a-0123456789AB",
        "a-0123456789abc, a-0123456789abc",
        "plain, plain"
    })
    void theNameOfARunIsThatOfItsDirectoryWithoutTwelveDigits(String id, String name) {
        assertThat(RunIndex.name(id)).isEqualTo(name);
    }

    /** Everything that its numbers depend on, and its name nowhere. */
    @Test
    void aRunIsAnotherIfItsSpecOrItsDataAre() {
        try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
            RunIndex index = new RunIndex(new RunEnvironment(data(1), initialisers, RunStore.at(runs)));
            RunIndex otherData = new RunIndex(new RunEnvironment(data(2), initialisers, RunStore.at(runs)));
            RunSpec recordingRarely = spec(1).withExecution(ExecutionSpec.DEFAULT.recordingEvery(2));
            assertThat(List.of(
                            index.id("a", spec(1)),
                            index.id("a", spec(2)),
                            index.id("a", recordingRarely),
                            index.id("a", spec(1).withEpochs(4)),
                            otherData.id("a", spec(1))))
                    .allMatch(id -> id.matches("a-[0-9a-f]{12}"))
                    .doesNotHaveDuplicates();
            assertThat(index.id("b", spec(1))).as("known by now").isEqualTo(index.id("a", spec(1)));
        }
    }

    /** Two people began the same run under two names; whose is finished is taken, and nothing else in the store is. */
    @Test
    void ofEqualRunsTheFinishedOneIsFoundBeforeAnyThatWasBrokenOff() throws Exception {
        RunStore store = RunStore.at(runs);
        try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
            RunEnvironment environment = new RunEnvironment(data(1), initialisers, store);
            String finished = new RunScheduler(environment, new LocalExecutor(environment, 1))
                    .run(Map.of("m", spec(1)))
                    .finished()
                    .get("m")
                    .stored()
                    .id();
            Files.createDirectory(runs.resolve("not-a-run"));
            for (String name : List.of("a", "z")) {
                RunSetup setup = new RunSetup(
                        finished.replaceFirst("m-", name + "-"), "by: hand\n", List.of("0_W"), ValueType.DOUBLE);
                store.open(setup).close();
                assertThat(store.isUnfinished(setup.id())).isTrue();
            }
            RunIndex index = new RunIndex(environment);
            assertThat(index.id("x", spec(1))).isEqualTo(finished);
            assertThat(index.id("a", spec(1))).as("its own is not finished").isEqualTo(finished);
            store.delete(finished);
            assertThat(new RunIndex(environment).id("x", spec(1))).matches("[az]-[0-9a-f]{12}");
        }
    }
}
