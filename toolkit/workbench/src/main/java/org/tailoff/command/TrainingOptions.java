package org.tailoff.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tailoff.data.ExampleSets;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.RegisteredInitialiser;
import org.tailoff.report.OpenedRuns;
import org.tailoff.run.LocalExecutor;
import org.tailoff.run.RunEnvironment;
import org.tailoff.run.RunListener;
import org.tailoff.run.RunListeners;
import org.tailoff.run.RunResults;
import org.tailoff.run.RunScheduler;
import org.tailoff.run.TimeEstimate;
import org.tailoff.spec.DataSource;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.store.RunStore;
import org.tailoff.svm.FinishedSvm;
import org.tailoff.svm.SvmScheduler;
import org.tailoff.svm.SvmSpec;
import org.tailoff.svm.SvmTrainer;
import org.tailoff.terminal.RunProgress;
import org.tailoff.terminal.SvmProgress;
import org.tailoff.text.Checks;
import org.tailoff.text.Texts;
import org.tailoff.train.ChosenEngine;
import org.tailoff.train.SpecFiles;
import org.tailoff.train.Trainer;
import org.tailoff.train.platform.ProcessorSpeed;
import org.tailoff.train.platform.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that every command which trains has in common, and the training itself. */
public final class TrainingOptions {
    private static final double MILLION = 1e6;
    private static final double MINUTE = 60;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec command;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "tailoff-out",
            description = "Where to write; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Directory with a data set as four IDX files; by default what the spec says, which is MNIST for the book's runs.")
    private Path dataDirectory;

    @Mixin
    private final Plugins plugins = new Plugins();

    @Option(names = "--jobs", paramLabel = "N", description = "Runs side by side; default: the number of cores.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--force", description = "Train again even where a finished run is stored.")
    private boolean force;

    @Option(
            names = "--resume-anyway",
            description = "Let a run go on under another BLAS kernel or JDK than it was begun with.")
    private boolean resumeAnyway;

    /** Where the paths in a spec start. */
    private Path specDirectory = Path.of("");

    /**
     * What a command trains.
     *
     * @param runs the specs by name, all of one data set
     * @param svms support vector machines by name, on the same data
     */
    public record Workload(Map<String, RunSpec> runs, Map<String, SvmSpec> svms) {}

    /** What training left. */
    public record Trained(
            RunResults results, Map<String, FinishedSvm> svms, OutputDirectory directory, ExampleSets data) {
        /** The runs of the output directory, those trained or found just now without opening them again. */
        OpenedRuns runs() {
            return new OpenedRuns(directory.root(), results.finished().values());
        }
    }

    /** Reads a spec that a command is given; the data that it names are then looked for beside it. */
    RunSpec read(Path spec) {
        specDirectory = spec.resolveSibling("");
        return checked(() -> SpecFiles.read(spec));
    }

    /**
     * Carries out runs, or finds them in the store.
     *
     * @param runs the specs by name, all of one data set
     * @param notes printed once everything that can be wrong has been checked
     */
    public Trained train(Map<String, RunSpec> runs, List<String> notes) throws InterruptedException {
        return train(new Workload(runs, Map.of()), notes, data -> List.of());
    }

    /**
     * The same with support vector machines side by side, and listeners beside the progress bars.
     *
     * @param asked what is trained
     * @param notes printed once everything that can be wrong has been checked
     * @param listening makes the other listeners, once the data are known and before anything is trained
     */
    public Trained train(Workload asked, List<String> notes, Function<ExampleSets, List<RunListener>> listening)
            throws InterruptedException {
        checked(() -> requireJobs(jobs));
        Map<String, RunSpec> runs = checked(() -> onChosenData(asked.runs()));
        try (InitialiserRegistry initialisers = plugins.load(command.commandLine())) {
            ExampleSets data = checked(() -> examples(runs, initialisers));
            RunStore store = checked(() -> RunStore.at(out.resolve("runs")));
            OutputDirectory directory = checked(() -> OutputDirectory.open(out));
            SvmTrainer svmTrainer = new SvmTrainer(data, directory.root().resolve("machines"));
            if (force) {
                svmTrainer.forget(asked.svms());
            }
            long kernelValues = svmTrainer.kernelValues(svmTrainer.missing(asked.svms()));
            try (RunProgress progress = RunProgress.over(runs.values(), System.console());
                    SvmProgress svmProgress = SvmProgress.over(kernelValues, System.console())) {
                List<RunListener> listeners = new ArrayList<>(List.of(progress));
                listeners.addAll(checked(() -> listening.apply(data)));
                RunEnvironment environment = new RunEnvironment(data, initialisers, store);
                RunScheduler scheduler = new RunScheduler(
                        environment,
                        new LocalExecutor(environment, jobs, typed(), resumeAnyway),
                        new RunListeners(listeners));
                if (force) {
                    scheduler.forget(runs);
                }
                checked(() -> scheduler.requireSamePlatform(runs));
                notes.forEach(command.commandLine().getErr()::println);
                if (dataDirectory != null
                        || runs.values().stream()
                                .anyMatch(spec -> !(spec.data().source() instanceof DataSource.Mnist))) {
                    command.commandLine().getErr().println(data.summary() + unused(runs.values(), data));
                }
                announce(scheduler, runs, announce(asked.svms(), svmTrainer));
                SvmScheduler svms = new SvmScheduler(svmTrainer, asked.svms(), svmProgress);
                RunResults results = Interruption.stoppable(scheduler, runs, svms, Interruption::tellHowToGoOn);
                return new Trained(results, svms.finished(), directory, data);
            }
        }
    }

    /** What a spec leaves of a table that has grown, or that it was not written for. */
    private static String unused(Collection<RunSpec> runs, ExampleSets data) {
        int used = runs.stream()
                .mapToInt(spec -> spec.data().trainingImages())
                .max()
                .orElse(0);
        int all = data.training().count();
        return used == all ? "" : "; training uses the first " + used + " of " + all + ": data.training-images";
    }

    /** {@code --data} comes before what specs say, and is then no part of them. */
    private Map<String, RunSpec> onChosenData(Map<String, RunSpec> asked) {
        Map<String, RunSpec> runs = new TreeMap<>(asked);
        if (dataDirectory != null) {
            runs.replaceAll((name, spec) -> {
                if (spec.data().source() instanceof DataSource.Csv csv) {
                    throw new IllegalArgumentException("--data must be left out where data.source is a table, '"
                            + csv.file() + "', was " + dataDirectory);
                }
                if (spec.data().source() instanceof DataSource.Idx idx && idx.labelsFrom() > 0) {
                    throw new IllegalArgumentException("--data must be left out where data.source.labels-from is "
                            + idx.labelsFrom() + ", was " + dataDirectory);
                }
                return spec.withData(spec.data().withSource(new DataSource.Mnist()));
            });
        }
        return runs;
    }

    /** The examples of all runs, which fit each of them and its initialiser. */
    private ExampleSets examples(Map<String, RunSpec> runs, InitialiserRegistry initialisers) {
        runs.values().forEach(spec -> RunEnvironment.initialiser(initialisers, spec));
        Set<DataSource> sources =
                runs.values().stream().map(spec -> spec.data().source()).collect(Collectors.toSet());
        if (sources.size() > 1) {
            throw new IllegalArgumentException("the runs of a command must have one data.source, were " + sources);
        }
        ExampleSets data = dataDirectory == null
                ? SpecFiles.examples(sources.stream().findFirst().orElse(new DataSource.Mnist()), specDirectory)
                : ExampleSets.read(dataDirectory);
        // Whatever the seed: to try a network of DL4J's is to make it.
        runs.values().stream()
                .map(spec -> spec.withSeeds(new SeedSpec.Streams(0)))
                .distinct()
                .forEach(spec -> Trainer.requireFit(
                        spec,
                        data,
                        RunEnvironment.initialiser(initialisers, spec).map(RegisteredInitialiser::initialiser)));
        return data;
    }

    /** Says how many support vector machines there are, and returns about how many seconds they take. */
    private double announce(Map<String, SvmSpec> svms, SvmTrainer trainer) {
        if (svms.isEmpty()) {
            return 0;
        }
        Map<String, SvmSpec> missing = trainer.missing(svms);
        double seconds = trainer.seconds(missing, jobs);
        command.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%d support vector machines, %d of them stored: about %s%n",
                        svms.size(),
                        svms.size() - missing.size(),
                        duration(seconds));
        return seconds;
    }

    private void announce(RunScheduler scheduler, Map<String, RunSpec> runs, double svmSeconds) {
        int all = scheduler.distinct(runs).size();
        Collection<RunSpec> missing = scheduler.missing(runs).values();
        if (missing.isEmpty()) {
            command.commandLine().getErr().println(runs(all) + ", all of them stored");
            return;
        }
        missing.stream()
                .map(ChosenEngine::of)
                .filter(engine -> !engine.why().isEmpty())
                .map(TrainingOptions::engine)
                .distinct()
                .forEach(command.commandLine().getErr()::println);
        Surroundings.kernelWarning().ifPresent(command.commandLine().getErr()::println);
        long iterations = missing.stream().mapToLong(RunSpec::iterations).sum();
        double seconds = TimeEstimate.seconds(missing, jobs) * ProcessorSpeed.timesTheReference();
        command.commandLine()
                .getErr()
                .println(String.format(
                        Locale.ROOT,
                        "%s, %d of them stored; %s million iterations to train, %s at a time: about %s%s",
                        runs(all),
                        all - missing.size(),
                        Texts.fixed(iterations / MILLION, 2),
                        runs(jobs),
                        duration(seconds + svmSeconds),
                        svmSeconds > 0 ? ", machines included" : ""));
    }

    /** The whole command line, for the provenance of the runs. */
    private List<String> typed() {
        return command.root().commandLine().getParseResult().originalArgs();
    }

    private static String engine(ChosenEngine engine) {
        return "engine " + engine.engine().name().toLowerCase(Locale.ROOT) + ": " + engine.why();
    }

    private static String runs(int count) {
        return count == 1 ? "1 run" : count + " runs";
    }

    private static String duration(double seconds) {
        return seconds < 2 * MINUTE ? Math.round(seconds) + " seconds" : Math.round(seconds / MINUTE) + " minutes";
    }

    /** Refuses less than one run at a time. */
    static void requireJobs(int jobs) {
        Checks.requireAtLeast(1, jobs, "--jobs");
    }

    /** Has whatever a user can get wrong end here, before any training. */
    public <T> T checked(Callable<T> step) {
        return CommandLines.checked(command, step);
    }

    /** The same with a check that has no result. */
    public void checked(Runnable check) {
        CommandLines.checked(command, check);
    }
}
