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
import org.tailoff.initialise.InitialiserRegistry;
import org.tailoff.reproductions.Laboratory.Bench;
import org.tailoff.reproductions.machine.MachineOrder;
import org.tailoff.reproductions.machine.MachineShop;
import org.tailoff.reproductions.machine.MachineSpec;
import org.tailoff.reproductions.machine.MachineSpec.Gamma;
import org.tailoff.reproductions.machine.MachineWatcher;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.store.RunStore;

/** Runs and support vector machines in the same threads. */
class LaboratoryMachinesTest {
    private static final ExampleSets FEW = new ExampleSets(
            Mnist.embedded().training().first(60),
            Mnist.embedded().validation().first(40),
            Mnist.embedded().test().first(1));

    @TempDir
    private Path directory;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private Laboratory laboratory() {
        RunWatcher watcher = new RunWatcher() {
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
        return new Laboratory(FEW, InitialiserRegistry.ofClassPath(), store, new Bench(1, watcher));
    }

    private MachineOrder machine(Runnable atTheStart) {
        MachineWatcher watcher = new MachineWatcher() {
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
        MachineShop shop = new MachineShop(FEW, directory.resolve("machines"));
        return new MachineOrder(shop, Map.of("machine", new MachineSpec(60, 1, Gamma.AUTO)), watcher);
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
        MachineOrder order = machine(() -> {});
        assertThat(laboratory().run(Map.of("run", spec()), order).finished()).containsOnlyKeys("run");
        assertThat(told).containsExactly("started machine", "finished machine", "started run", "finished run");
        assertThat(order.finished()).containsOnlyKeys("machine");
    }

    @Test
    void whoStopsTheLaboratoryStopsTheMachinesToo() {
        Laboratory laboratory = laboratory();
        MachineOrder order = machine(() -> {
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
