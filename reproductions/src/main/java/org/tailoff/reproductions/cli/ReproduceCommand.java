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
import org.tailoff.reproductions.Reproduction;
import org.tailoff.spec.RunSpec;
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

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (jobs < 1) {
            throw new ParameterException(command.commandLine(), "--jobs must be at least 1, was " + jobs);
        }
        List<Reproduction> chosen = chosen();
        InitialiserRegistry initialisers = Plugins.load(plugins, command.commandLine());
        OutputDirectory directory = checked(() -> OutputDirectory.open(out));
        DigitData data = checked(() -> dataDirectory == null ? Mnist.embedded() : DigitData.read(dataDirectory));
        Map<String, RunSpec> runs = runs(chosen);
        checked(() -> runs.values().stream()
                .map(spec -> initialisers.find(spec.network().initialiser()))
                .toList());
        long iterations = runs.values().stream().mapToLong(RunSpec::iterations).sum();
        Map<String, FinishedRun> finished;
        try (Progress progress = Progress.over(iterations, System.console())) {
            finished = new Laboratory(data, initialisers, progress).run(runs, jobs);
        }
        ReproduceResults results = new ReproduceResults(chosen, finished);
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
        Map<String, RunSpec> runs = new TreeMap<>();
        chosen.forEach(reproduction -> runs.putAll(reproduction.runs()));
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
        } catch (IllegalArgumentException | DataException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
