package org.tailoff.reproductions.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tailoff.command.ExitCode;
import org.tailoff.command.TrainingOptions;
import org.tailoff.data.Mnist;
import org.tailoff.docs.Documentation;
import org.tailoff.figure.Picture;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.Reproduction;
import org.tailoff.published.Seeds;
import org.tailoff.report.FigureFiles;
import org.tailoff.report.Reproduced;
import org.tailoff.reproductions.argument.Argument;
import org.tailoff.reproductions.chapter.Chapter;
import org.tailoff.spec.RunSpec;
import org.tailoff.svm.SvmSpec;
import org.tailoff.verify.ClaimTests;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.Plan;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tailoff figures --docs}: draw the figures that the documentation shows, from the runs behind them. */
@Command(
        name = "figures",
        description = "Regenerates the figures that the documentation's pages show, with their numbers and a manifest.",
        mixinStandardHelpOptions = true)
final class FiguresCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Option(
            names = "--docs",
            paramLabel = "DIR",
            arity = "0..1",
            fallbackValue = "docs",
            required = true,
            description = "The documentation; default: ${FALLBACK-VALUE}.")
    private Path docs;

    @Mixin
    private TrainingOptions workbench;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Documentation documentation = workbench.checked(() -> new Documentation(docs));
        SortedSet<String> shown = new TreeSet<>(documentation.shown());
        shown.removeIf(name -> name.startsWith(Documentation.COMPARED));
        SortedSet<String> folders = shown.stream()
                .map(name -> name.substring(0, name.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Reproduction> chosen = workbench.checked(() -> chosen(folders));
        ClaimTests tests = new ClaimTests(folders.contains(FigureFiles.ARGUMENT) ? Argument.tests() : List.of());
        Plan plan = new Plan(Plan.SEEDS, false);
        Map<String, RunSpec> argued = tests.runs(plan);
        Map<String, RunSpec> runs = new TreeMap<>(argued);
        chosen.forEach(reproduction -> runs.putAll(reproduction.runs()));
        Map<String, SvmSpec> svms = new TreeMap<>();
        chosen.forEach(reproduction -> svms.putAll(reproduction.svms()));
        TrainingOptions.Trained trained =
                workbench.train(new TrainingOptions.Workload(runs, svms), List.of(), data -> List.of());
        trained.results().requireAllFinished();
        Reproduced reproduced = Reproduced.of(
                chosen,
                Reproduced.Options.of(Seeds.USUAL, Mnist.is(trained.data())),
                trained.results().finished(),
                trained.svms());
        Map<String, Picture> pictures = new HashMap<>(ComparedReproduction.pictures(
                reproduced.compare(chosen, trained.results().finished())));
        ExperimentRuns records = new ExperimentRuns(plan, argued, trained.results());
        tests.all()
                .forEach(test -> test.figures(records)
                        .forEach(picture -> pictures.put(FigureFiles.ARGUMENT + "/" + picture.id(), picture)));
        requireDrawn(shown, pictures);
        command.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%d figures written to %s%n",
                        documentation.write(pictures),
                        docs.resolve("figures"));
        return ExitCode.DONE;
    }

    private static List<Reproduction> chosen(SortedSet<String> folders) {
        List<Reproduction> all = Chapter.reproductions();
        SortedSet<String> unknown = new TreeSet<>(folders);
        unknown.remove(FigureFiles.ARGUMENT);
        all.forEach(reproduction -> unknown.remove(reproduction.id()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the documentation shows figures/" + unknown.first()
                    + ", which is no reproduction; known: " + FigureFiles.ARGUMENT + ", "
                    + all.stream().map(Reproduction::id).collect(Collectors.joining(", ")));
        }
        return all.stream()
                .filter(reproduction -> folders.contains(reproduction.id()))
                .toList();
    }

    private static void requireDrawn(SortedSet<String> shown, Map<String, Picture> pictures) {
        SortedSet<String> missing = new TreeSet<>(shown);
        missing.removeAll(pictures.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the documentation shows figures that nothing draws: " + missing);
        }
    }
}
