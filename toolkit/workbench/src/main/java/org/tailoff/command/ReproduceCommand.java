package org.tailoff.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tailoff.data.Mnist;
import org.tailoff.figure.Look;
import org.tailoff.figure.render.Style;
import org.tailoff.published.Catalogue;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.Reproduction;
import org.tailoff.published.Seeds;
import org.tailoff.report.Report;
import org.tailoff.report.Reproduced;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.QuickRuns;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.RunSpec;
import org.tailoff.svm.SvmSpec;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tailoff reproduce}: train, compare, draw, and say how well the published curves come out. */
@Command(
        name = "reproduce",
        description = "Regenerates figures of the chapter and compares every published point with the measured one.",
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {
    private static final int LARGEST_SVM = 10_000;
    private static final int LARGEST_QUICK_SVM = 200;

    private final Catalogue catalogue;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Which reproductions; all when none is named.")
    private List<String> ids = List.of();

    @Option(
            names = "--quick",
            description = "Only the first epochs of each curve: the same code, a minute instead of many.")
    private boolean quick;

    @Option(
            names = "--svm-all",
            description = "Also the support vector machines of 20,000 and 50,000 images: two minutes of one core.")
    private boolean svmAll;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            description =
                    "Draws of every session that the book gave no seed; default: 5 with 30 hidden neurons, 3 with 100,"
                            + " with --quick 2.")
    private Optional<Integer> seeds = Optional.empty();

    @Mixin
    private TrainingOptions workbench;

    @Mixin
    private final WatchOption watch = new WatchOption();

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

    ReproduceCommand(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The engines a user can ask for. */
    private enum EngineChoice {
        AUTO,
        FUSED,
        DL4J
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Reproduction> chosen = chosen();
        Map<String, RunSpec> runs = runs(chosen);
        try (watch) {
            TrainingOptions.Trained trained = workbench.train(
                    new TrainingOptions.Workload(runs, svms(chosen)),
                    notes(runs),
                    data -> watch.listeners(chosen, runs, data));
            trained.results().requireAllFinished();
            int exit = report(chosen, trained);
            watch.untilSeen(System.console());
            return exit;
        }
    }

    private int report(List<Reproduction> chosen, TrainingOptions.Trained trained) throws IOException {
        OutputDirectory directory = trained.directory();
        Map<String, FinishedRun> runs = trained.results().finished();
        Reproduced.Options options = Reproduced.Options.of(seeds(), Mnist.is(trained.data()));
        Reproduced reproduced = Reproduced.of(chosen, options, runs, trained.svms());
        List<ComparedReproduction> compared = reproduced.compare(chosen, runs);
        ReproduceFiles.write(compared, directory, Style.BOOK);
        ReproduceResults results = new ReproduceResults(compared, runs, trained.svms(), quick);
        command.commandLine().getOut().println(results.table());
        command.commandLine().getOut().println(results.summary(directory.root()));
        Reproduced.FILE.write(directory.root(), reproduced);
        Report.write(trained.runs(), compared, Look.BOOK);
        return results.missed() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private Seeds seeds() {
        return new Seeds(seeds.map(OptionalInt::of).orElse(OptionalInt.empty()), quick);
    }

    private List<Reproduction> chosen() {
        List<Reproduction> all = workbench.checked(() -> catalogue.reproductions(seeds()));
        List<String> known = all.stream().map(Reproduction::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new ParameterException(
                    command.commandLine(), "no reproduction '" + id + "'; known: " + String.join(", ", known));
        });
        return all.stream()
                .filter(reproduction -> ids.isEmpty() || ids.contains(reproduction.id()))
                .toList();
    }

    private Map<String, SvmSpec> svms(List<Reproduction> chosen) {
        int largest = svmAll ? Integer.MAX_VALUE : LARGEST_SVM;
        Map<String, SvmSpec> svms = new TreeMap<>();
        chosen.forEach(reproduction -> svms.putAll(reproduction.svms()));
        svms.values().removeIf(spec -> spec.trainingImages() > (quick ? LARGEST_QUICK_SVM : largest));
        return svms;
    }

    private List<String> notes(Map<String, RunSpec> runs) {
        if (engine == EngineChoice.AUTO) {
            return List.of("engine: fused (auto: dense layers under plain gradient descent)");
        }
        return runs.entrySet().stream()
                .filter(run -> engine == EngineChoice.DL4J && used(run.getValue()) != Engine.DL4J)
                .map(run -> "engine: fused for " + run.getKey() + " (it alone has dropout as the book describes it)")
                .toList();
    }

    private Engine used(RunSpec spec) {
        return engine == EngineChoice.DL4J && spec.dense().dropout() == 0 ? Engine.DL4J : Engine.FUSED;
    }

    private Map<String, RunSpec> runs(List<Reproduction> chosen) {
        Map<String, RunSpec> runs = new TreeMap<>();
        chosen.forEach(reproduction -> runs.putAll(reproduction.runs()));
        runs.replaceAll((name, spec) -> spec.withExecution(spec.execution().by(used(spec), precision)));
        if (quick) {
            runs.replaceAll((name, spec) -> QuickRuns.of(spec));
        }
        return runs;
    }
}
