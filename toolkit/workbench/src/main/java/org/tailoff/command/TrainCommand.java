package org.tailoff.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.tailoff.figure.Look;
import org.tailoff.report.Report;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.QuickRuns;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.terminal.ScoreTable;
import org.tailoff.text.Checks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tailoff train}: a network and data of the user's own, with everything recorded. */
@Command(
        name = "train",
        description = "Trains the network of a spec on the data that it names, and records every iteration.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final int MOST_SEEDS = 10_000;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(paramLabel = "SPEC.yaml", description = "What to train; docs/your-own-problem.md says what is in it.")
    private Path file;

    @Option(names = "--engine", paramLabel = "E", description = "auto, fused or dl4j; default: what the spec says.")
    private Engine engine;

    @Option(names = "--precision", paramLabel = "P", description = "double or float; default: what the spec says.")
    private Precision precision;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            description = "One run from each of the master seeds 1 to K; default: one, from the spec's own.")
    private Integer seeds;

    @Option(names = "--epochs", paramLabel = "N", description = "How many epochs; default: what the spec says.")
    private Integer epochs;

    @Option(names = "--quick", description = "Only the first 5000 iterations.")
    private boolean quick;

    @Mixin
    private TrainingOptions workbench;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunSpec read = workbench.read(file);
        Map<String, RunSpec> runs = workbench.checked(() -> runs(changed(read)));
        TrainingOptions.Trained trained = workbench.train(runs, List.of());
        Map<String, FinishedRun> finished = trained.results().finished();
        command.commandLine().getOut().println(new ScoreTable(finished.values()));
        Report.writeRuns(trained.directory().root(), finished.values(), Look.BOOK)
                .forEach((name, page) -> command.commandLine()
                        .getOut()
                        .printf(
                                Locale.ROOT,
                                "%s: %s%n",
                                name,
                                page.toAbsolutePath().normalize()));
        trained.results().requireAllFinished();
        return ExitCode.DONE;
    }

    private RunSpec changed(RunSpec spec) {
        RunSpec changed = spec.withExecution(spec.execution()
                .by(
                        engine == null ? spec.execution().engine() : engine,
                        precision == null ? spec.execution().precision() : precision));
        if (epochs != null) {
            Checks.requireAtLeast(1, epochs, "--epochs");
            changed = changed.withEpochs(epochs);
        }
        return quick ? QuickRuns.of(changed) : changed;
    }

    private Map<String, RunSpec> runs(RunSpec spec) {
        Map<String, RunSpec> runs = new TreeMap<>();
        if (seeds == null) {
            runs.put(name(), spec);
            return runs;
        }
        Checks.requireAtMost(MOST_SEEDS, Checks.requireAtLeast(1, seeds, "--seeds"), "--seeds");
        if (spec.seeds() instanceof SeedSpec.Book) {
            throw new IllegalArgumentException("--seeds must be left out where seeds.type is book, was " + seeds);
        }
        IntStream.rangeClosed(1, seeds)
                .forEach(seed -> runs.put(name() + "_seed" + seed, spec.withSeeds(new SeedSpec.Streams(seed))));
        return runs;
    }

    /** The file's own, as far as the name of a directory may hold it. */
    private String name() {
        String plain =
                file.getFileName().toString().replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9._-]", "-");
        return plain.matches("[A-Za-z0-9].*") ? plain : "run" + plain;
    }
}
