package org.tailoff.reproductions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledImages;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.LocalExecutor;
import org.tailoff.run.RunEnvironment;
import org.tailoff.run.RunScheduler;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.store.RunStore;

/** What a spec says of the trained network is done. */
class KeptNetworkTest {
    private static final String SPEC = """
            network: {layers: [4, 3, 10], hidden: tanh, output: softmax, cost: cross-entropy, initialiser: scaled-gaussian}
            training: {learning-rate: 0.1, mini-batch: 2, epochs: 2, regularisation: {type: none}}
            data: {training-images: 4, evaluate: [test]}
            seeds: {type: streams, master: 1}
            execution: {engine: fused, precision: double, record-every: 1, keep-network: %s}
            """;

    @TempDir
    Path runs;

    @Test
    void aRunKeepsItsNetworkUnlessItsSpecSaysNot() throws InterruptedException {
        try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
            RunEnvironment environment = new RunEnvironment(data(), initialisers, RunStore.at(runs));
            Map<String, FinishedRun> finished = new RunScheduler(environment, new LocalExecutor(environment, 1))
                    .run(Map.of("kept", spec(true), "lost", spec(false)))
                    .finished();
            assertThat(finished.get("kept").stored().network()).isPresent();
            assertThat(finished.get("kept").stored().parameters()).isPresent();
            assertThat(finished.get("lost").stored().network()).isEmpty();
            assertThat(finished.get("lost").stored().parameters()).isEmpty();
        }
    }

    private static RunSpec spec(boolean keep) {
        return Specs.read(SPEC.formatted(keep), "spec");
    }

    /** Pictures of two by two in two classes. */
    private static ExampleSets data() {
        byte[] pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        LabelledImages images = LabelledImages.of(2, 2, pixels, new byte[] {0, 1, 1, 0});
        return new ExampleSets(images, images, images);
    }
}
