package org.tailoff.reproductions;

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
import org.tailoff.reproductions.chapter.section5.MultipleEta;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.RunListener;
import org.tailoff.run.RunScheduler;
import org.tailoff.run.RunScheduler.Bench;
import org.tailoff.run.StoppedException;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.store.RunStore;
import org.tailoff.svm.SvmListener;
import org.tailoff.svm.SvmOrder;
import org.tailoff.svm.SvmScheduler;
import org.tailoff.svm.SvmSpec;
import org.tailoff.svm.SvmSpec.Gamma;

/** Runs and support vector machines in the same threads. */
class LaboratoryMachinesTest {
    private static final ExampleSets FEW = new ExampleSets(
            Mnist.embedded().training().first(60),
            Mnist.embedded().validation().first(40),
            Mnist.embedded().test().first(1));

    @TempDir
    private Path directory;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private RunScheduler laboratory() {
        RunListener watcher = new RunListener() {
            @Override
            public void started(String run) {
                told.add("started " + run);
            }

            @Override
            public void advanced(RunSpec run, long iterations) {}

            @Override
            public void finished(FinishedRun run) {
                told.add("finished " + run.name());
            }
        };
        RunStore store = RunStore.at(directory.resolve("runs"));
        return new RunScheduler(FEW, InitialiserRegistry.ofClassPath(), store, new Bench(1, watcher));
    }

    private SvmOrder machine(Runnable atTheStart) {
        SvmListener watcher = new SvmListener() {
            @Override
            public void started(String machine) {
                told.add("started " + machine);
                atTheStart.run();
            }

            @Override
            public void advanced(long kernelValues) {}

            @Override
            public void finished(String machine) {
                told.add("finished " + machine);
            }
        };
        SvmScheduler shop = new SvmScheduler(FEW, directory.resolve("machines"));
        return new SvmOrder(shop, Map.of("machine", new SvmSpec(60, 1, Gamma.AUTO)), watcher);
    }

    private static RunSpec spec() {
        RunSpec spec = new MultipleEta().runs().values().iterator().next();
        TrainingSpec training = spec.training();
        return new RunSpec(
                spec.network(),
                new TrainingSpec(training.learningRate(), 10, 1, training.regularisation()),
                new DataSpec(60, List.of()),
                spec.seeds(),
                spec.execution());
    }

    @Test
    void machinesAreTrainedInTheThreadsOfTheRunsAndBegunBeforeThem() throws Exception {
        SvmOrder order = machine(() -> {});
        assertThat(laboratory().run(Map.of("run", spec()), order).finished()).containsOnlyKeys("run");
        assertThat(told).containsExactly("started machine", "finished machine", "started run", "finished run");
        assertThat(order.finished()).containsOnlyKeys("machine");
    }

    @Test
    void whoStopsTheLaboratoryStopsTheMachinesToo() {
        RunScheduler laboratory = laboratory();
        SvmOrder order = machine(() -> {
            Thread stop = new Thread(laboratory::stop);
            stop.start();
            while (stop.getState() != Thread.State.TIMED_WAITING) { // for the pool to end
                Thread.onSpinWait();
            }
        });
        assertThatThrownBy(() -> laboratory.run(Map.of(), order)).isInstanceOf(StoppedException.class);
        assertThat(told).containsExactly("started machine");
        assertThat(directory.resolve("machines")).doesNotExist();
    }
}
