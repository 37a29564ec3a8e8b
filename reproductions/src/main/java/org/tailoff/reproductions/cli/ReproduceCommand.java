package org.tailoff.reproductions.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tailoff.data.DataException;
import org.tailoff.data.DigitData;
import org.tailoff.data.Mnist;
import org.tailoff.initialise.InitialiserRegistry;
import org.tailoff.reproductions.Chapter;
import org.tailoff.reproductions.FinishedRun;
import org.tailoff.reproductions.Laboratory;
import org.tailoff.reproductions.Laboratory.Bench;
import org.tailoff.reproductions.Reproduction;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.RunSpec;
import org.tailoff.store.RunStore;
import org.tailoff.store.RunStoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tailoff reproduce}: train, compare, draw, and say how well the published curves come out. */
@Command(
        name = "reproduce",
        description = "Regenerates figures of the chapter and compares every published point with the measured one.",
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    /** A quick run stops after this many iterations or one epoch; what it has measured is compared like any other. */
    private static final int QUICK_ITERATIONS = 5000;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Which reproductions; all when none is named.")
    private List<String> ids = List.of();

    @Option(
            names = "--quick",
            description = "Only the first epochs of each curve: the same code, a minute instead of many.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tailoff-out",
            description = "Where to write; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory with a data set as four IDX files; by default the embedded MNIST.")
    private Path dataDirectory;

    @Option(names = "--plugins", paramLabel = "DIR", description = "Directory with plugin jars.")
    private Path plugins;

    @Option(names = "--jobs", paramLabel = "N", description = "Runs side by side; default: the number of cores.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--engine",
            defaultValue = "auto",
            description = "auto, fused or dl4j; default: ${DEFAULT-VALUE}, which is fused wherever that applies.")
    private EngineChoice engine;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "double",
            description = "double or float; default: ${DEFAULT-VALUE}, which the book's numbers need.")
    private Precision precision;

    @Option(names = "--force", description = "Train again even where a finished run is stored.")
    private boolean force;

    /** The engines a user can ask for. */
    private enum EngineChoice {
        AUTO,
        FUSED,
        DL4J
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checked(() -> requireJobs(jobs));
        List<Reproduction> chosen = chosen();
        Map<String, RunSpec> runs = runs(chosen);
        try (InitialiserRegistry initialisers = Plugins.load(plugins, command.commandLine())) {
            checked(() -> runs.values().stream()
                    .map(spec -> initialisers.find(spec.network().initialiser()))
                    .toList());
            OutputDirectory directory = checked(() -> OutputDirectory.open(out));
            DigitData data = checked(() -> dataDirectory == null ? Mnist.embedded() : DigitData.read(dataDirectory));
            Map<String, FinishedRun> finished = train(runs, new Materials(data, initialisers, directory));
            return report(new ReproduceResults(chosen, finished, Mnist.is(data)), directory);
        }
    }

    /** What runs are made from and where they go. */
    private record Materials(DigitData data, InitialiserRegistry initialisers, OutputDirectory directory) {}

    private static int requireJobs(int jobs) {
        if (jobs < 1) {
            throw new IllegalArgumentException("--jobs must be at least 1, was " + jobs);
        }
        return jobs;
    }

    private Map<String, FinishedRun> train(Map<String, RunSpec> runs, Materials materials) throws InterruptedException {
        long iterations = runs.values().stream().mapToLong(RunSpec::iterations).sum();
        if (engine == EngineChoice.AUTO) {
            command.commandLine().getErr().println("engine: fused (auto: dense layers under plain gradient descent)");
        }
        try (Progress progress = Progress.over(iterations, System.console())) {
            RunStore store = RunStore.at(materials.directory().root().resolve("runs"));
            Bench bench = new Bench(jobs, progress);
            Laboratory laboratory = new Laboratory(materials.data(), materials.initialisers(), store, bench);
            if (force) {
                laboratory.forget(runs);
            }
            return Interruption.stoppable(laboratory, runs);
        }
    }

    private int report(ReproduceResults results, OutputDirectory directory) throws IOException {
        results.write(directory);
        command.commandLine().getOut().println(results.table());
        command.commandLine().getOut().println(results.summary(directory.root()));
        return results.missed() ? Tailoff.FAILED : Tailoff.DONE;
    }

    private List<Reproduction> chosen() {
        List<Reproduction> all = Chapter.reproductions();
        List<String> known = all.stream().map(Reproduction::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new ParameterException(
                    command.commandLine(), "no reproduction '" + id + "'; known: " + String.join(", ", known));
        });
        return all.stream()
                .filter(reproduction -> ids.isEmpty() || ids.contains(reproduction.id()))
                .toList();
    }

    private Map<String, RunSpec> runs(List<Reproduction> chosen) {
        Engine used = engine == EngineChoice.DL4J ? Engine.DL4J : Engine.FUSED;
        ExecutionSpec execution = new ExecutionSpec(used, precision, 1);
        Map<String, RunSpec> runs = new TreeMap<>();
        chosen.forEach(reproduction -> runs.putAll(reproduction.runs()));
        runs.replaceAll((name, spec) -> spec.withExecution(execution));
        if (quick) {
            runs.replaceAll((name, spec) -> spec.withEpochs(quickEpochs(spec)));
        }
        return runs;
    }

    private static int quickEpochs(RunSpec spec) {
        return Math.min(spec.training().epochs(), Math.max(1, QUICK_ITERATIONS / spec.iterationsPerEpoch()));
    }

    /** Whatever a user can get wrong ends here, before any training. */
    private <T> T checked(Callable<T> step) {
        try {
            return step.call();
        } catch (IllegalArgumentException | DataException | RunStoreException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
