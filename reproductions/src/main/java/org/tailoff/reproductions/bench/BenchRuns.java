package org.tailoff.reproductions.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tailoff.data.ExampleSets;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.Specs;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.ValueType;
import org.tailoff.train.Trainer;

/**
 * Runs that are made to be measured: the book's {@code regularized_full} in another size.
 *
 * @param data the images
 * @param initialisers where the run's initialiser is found
 * @param directory where the recorded runs are stored
 * @param size of network and mini-batch
 */
public record BenchRuns(ExampleSets data, InitialiserRegistry initialisers, Path directory, Size size) {
    private static final String BASE = "regularized_full";

    /**
     * What the time of an iteration depends on.
     *
     * @param hidden number of hidden neurons, at least 1
     * @param miniBatch images of a mini-batch, at least 1
     */
    public record Size(int hidden, int miniBatch) {}

    /** The run, carried out in the given way. */
    RunSpec spec(ExecutionSpec execution) {
        RunSpec book = BookSpecs.spec(BASE);
        DenseNetwork network = book.dense();
        DenseNetwork sized = new DenseNetwork(
                List.of(network.inputs(), size.hidden(), network.outputs()),
                network.hidden(),
                network.output(),
                network.cost(),
                network.initialiser());
        TrainingSpec training = book.training();
        TrainingSpec batched = new TrainingSpec(
                training.learningRate(), size.miniBatch(), training.epochs(), training.regularisation());
        return new RunSpec(sized, batched, book.data(), book.seeds(), execution);
    }

    Trainer trainer(RunSpec spec) {
        return new Trainer(
                spec, data, initialisers.find(spec.network().initialiser()).initialiser());
    }

    /** Opens the store for a run. */
    RunRecorder recorder(RunSpec spec, Trainer trainer) {
        ExecutionSpec execution = spec.execution();
        String id = String.join(
                        "-",
                        execution.engine().name(),
                        execution.precision().name(),
                        size.hidden() + "x" + size.miniBatch())
                .toLowerCase(Locale.ROOT);
        ValueType type = ValueType.valueOf(execution.precision().name());
        return RunStore.at(directory).open(new RunSetup(id, Specs.write(spec), trainer.tensors(), type));
    }
}
