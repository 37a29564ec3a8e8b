package org.tailoff.reproductions;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tailoff.data.ExampleSets;
import org.tailoff.initialise.InitialiserRegistry;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.NetworkSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.ValueType;
import org.tailoff.train.Trainer;

/**
 * Runs that are made to be measured: the book's {@code regularized_full}, with another number of hidden neurons and no evaluation.
 *
 * @param data the images
 * @param initialisers where the run's initialiser is found
 * @param directory where the recorded runs are stored
 * @param hidden number of hidden neurons
 */
public record BenchRuns(ExampleSets data, InitialiserRegistry initialisers, Path directory, int hidden) {
    private static final String BASE = "regularized_full";

    /** The run, carried out in the given way. */
    RunSpec spec(ExecutionSpec execution) {
        RunSpec book = Experiments.spec(BASE);
        NetworkSpec network = book.network();
        NetworkSpec sized = new NetworkSpec(
                List.of(network.inputs(), hidden, network.outputs()),
                network.hidden(),
                network.output(),
                network.cost(),
                network.initialiser());
        return new RunSpec(sized, book.training(), book.data(), book.seeds(), execution);
    }

    Trainer trainer(RunSpec spec) {
        return new Trainer(
                spec, data, initialisers.find(spec.network().initialiser()).initialiser());
    }

    /** Opens the store for a run. */
    RunRecorder recorder(RunSpec spec, Trainer trainer) {
        ExecutionSpec execution = spec.execution();
        String id = (execution.engine() + "-" + execution.precision()).toLowerCase(Locale.ROOT);
        ValueType type = ValueType.valueOf(execution.precision().name());
        return RunStore.at(directory).open(new RunSetup(id, Specs.write(spec), trainer.tensors(), type));
    }
}
