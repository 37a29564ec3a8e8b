package org.tailoff.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.Mnist;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.LocalExecutor;
import org.tailoff.run.RunEnvironment;
import org.tailoff.run.RunListener;
import org.tailoff.run.RunScheduler;
import org.tailoff.run.StoppedException;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.store.RunStore;
import org.tailoff.svm.SvmSpec.Gamma;

/** Runs and support vector machines in the same threads. */
class SvmsBesideRunsTest {
    private static final ExampleSets FEW = new ExampleSets(
            Mnist.embedded().training().first(60),
            Mnist.embedded().validation().first(40),
            Mnist.embedded().test().first(1));

    private static final RunSpec SPEC = new RunSpec(
            new DenseNetwork(
                    List.of(784, 5, 10), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "gaussian"),
            new TrainingSpec(0.5, 10, 1, new Regularisation.None()),
            new DataSpec(60, List.of()),
            new SeedSpec.Streams(1),
            ExecutionSpec.DEFAULT);

    @TempDir
    private Path directory;

    private final List<String> notified = Collections.synchronizedList(new ArrayList<>());

    private RunScheduler scheduler() {
        RunEnvironment environment =
                new RunEnvironment(FEW, InitialiserRegistry.ofClassPath(), RunStore.at(directory.resolve("runs")));
        return new RunScheduler(environment, new LocalExecutor(environment, 1), new RunListener() {
            @Override
            public void started(String run) {
                notified.add("started " + run);
            }

            @Override
            public void finished(FinishedRun run) {
                notified.add("finished " + run.name());
            }
        });
    }

    private SvmScheduler svm(Runnable atTheStart) {
        SvmListener listener = new SvmListener() {
            @Override
            public void started(String svm) {
                notified.add("started " + svm);
                atTheStart.run();
            }

            @Override
            public void advanced(long kernelValues) {}

            @Override
            public void finished(String svm) {
                notified.add("finished " + svm);
            }
        };
        SvmTrainer trainer = new SvmTrainer(FEW, directory.resolve("machines"));
        return new SvmScheduler(trainer, Map.of("svm", new SvmSpec(60, 1, Gamma.AUTO)), listener);
    }

    @Test
    void svmsAreTrainedInTheThreadsOfTheRunsAndBegunBeforeThem() throws Exception {
        SvmScheduler svms = svm(() -> {});
        assertThat(scheduler().run(Map.of("run", SPEC), svms).finished()).containsOnlyKeys("run");
        assertThat(notified).containsExactly("started svm", "finished svm", "started run", "finished run");
        assertThat(svms.finished()).containsOnlyKeys("svm");
    }

    @Test
    void whoStopsTheRunsStopsTheSvmsToo() {
        RunScheduler scheduler = scheduler();
        SvmScheduler svms = svm(() -> {
            Thread stop = new Thread(scheduler::stop);
            stop.start();
            while (stop.getState() != Thread.State.TIMED_WAITING) { // for the pool to end
                Thread.onSpinWait();
            }
        });
        assertThatThrownBy(() -> scheduler.run(Map.of(), svms)).isInstanceOf(StoppedException.class);
        assertThat(notified).containsExactly("started svm");
        assertThat(directory.resolve("machines")).doesNotExist();
    }
}
