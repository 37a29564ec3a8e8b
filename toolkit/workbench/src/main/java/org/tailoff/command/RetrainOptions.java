package org.tailoff.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tailoff.data.DataException;
import org.tailoff.data.ExampleSets;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.run.LocalExecutor;
import org.tailoff.run.Retraining;
import org.tailoff.run.RunEnvironment;
import org.tailoff.run.RunResults;
import org.tailoff.run.RunScheduler;
import org.tailoff.run.SideWork;
import org.tailoff.spec.DataSource;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunStore;
import org.tailoff.terminal.RunProgress;
import org.tailoff.train.SpecFiles;
import org.tailoff.train.platform.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How {@code tailoff check} trains runs anew, and the training itself, in a directory that is deleted afterwards. */
final class RetrainOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where the data of the runs are: four IDX files, or the directory in which the paths of their specs start;"
                            + " default: MNIST, and for paths the current directory.")
    private Path data;

    @Mixin
    private final Plugins plugins = new Plugins();

    @Option(names = "--jobs", paramLabel = "N", description = "Runs side by side; default: the number of cores.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    /**
     * Trains runs anew.
     *
     * @return two outcomes for each of them
     * @throws IllegalArgumentException if that cannot be done with the data and the plugins at hand; one line
     */
    List<Retraining.Retrained> train(List<Retraining> chosen, CommandLine commandLine)
            throws IOException, InterruptedException {
        TrainingOptions.requireJobs(jobs);
        try (InitialiserRegistry initialisers = plugins.load(commandLine)) {
            Map<DataSource, ExampleSets> sets = new HashMap<>();
            for (Retraining each : chosen) {
                each.requireSame(sets.computeIfAbsent(each.spec().data().source(), this::examples), initialisers);
            }
            Surroundings.kernelWarning().ifPresent(commandLine.getErr()::println);
            chosen.forEach(each -> each.elsewhere().ifPresent(commandLine.getErr()::println));
            List<Retraining.Retrained> outcomes = new ArrayList<>();
            try (RunProgress progress = RunProgress.over(all(chosen), System.console())) {
                for (Map.Entry<DataSource, ExampleSets> set : sets.entrySet()) {
                    List<Retraining> ofSet = chosen.stream()
                            .filter(each -> each.spec().data().source().equals(set.getKey()))
                            .toList();
                    outcomes.addAll(train(ofSet, set.getValue(), initialisers, progress));
                }
            }
            return outcomes;
        }
    }

    private List<Retraining.Retrained> train(
            List<Retraining> runs, ExampleSets examples, InitialiserRegistry initialisers, RunProgress progress)
            throws IOException, InterruptedException {
        Map<String, RunSpec> specs = new HashMap<>();
        runs.forEach(each -> specs.putAll(each.runs()));
        try (TemporaryDirectory directory = TemporaryDirectory.create("tailoff-check")) {
            RunEnvironment environment = new RunEnvironment(
                    examples, initialisers, RunStore.at(directory.path().resolve("runs")));
            RunScheduler scheduler = new RunScheduler(environment, new LocalExecutor(environment, jobs), progress);
            RunResults results = Interruption.stoppable(scheduler, specs, SideWork.NONE, directory::delete);
            return runs.stream()
                    .flatMap(each -> each.outcomes(results).stream())
                    .toList();
        }
    }

    private static List<RunSpec> all(List<Retraining> chosen) {
        return chosen.stream().flatMap(each -> each.runs().values().stream()).toList();
    }

    private ExampleSets examples(DataSource source) {
        try {
            if (data == null || source instanceof DataSource.Csv) {
                return SpecFiles.examples(source, data == null ? Path.of("") : data);
            }
            return ExampleSets.read(data, source instanceof DataSource.Idx idx ? idx.labelsFrom() : 0);
        } catch (DataException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
