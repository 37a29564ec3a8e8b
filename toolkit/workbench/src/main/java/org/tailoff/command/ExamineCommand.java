package org.tailoff.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.tailoff.examine.ExaminationRows;
import org.tailoff.examine.RunExamination;
import org.tailoff.figure.Look;
import org.tailoff.report.ExaminePage;
import org.tailoff.run.RunIndex;
import org.tailoff.store.JsonFiles;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;
import org.tailoff.terminal.ExaminationTable;
import org.tailoff.text.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tailoff examine}: what decay and gradients did to each tensor of weights, from the records of any run. */
@Command(
        name = "examine",
        description = "Says what decay and gradients did to each tensor of weights of recorded runs, and what ails it.",
        mixinStandardHelpOptions = true)
final class ExamineCommand implements Callable<Integer> {
    private static final String RUNS = "runs";
    private static final String MANIFEST = "manifest.json";
    private static final Path USUAL = Path.of("tailoff-out");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "A run's directory, its id or name in --out, or an output directory for all of its runs.")
    private List<String> wanted;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where runs are looked for and the results are written; default: the directory that holds the"
                    + " first RUN, or tailoff-out.")
    private Path out;

    @Option(names = "--json", description = "Print what is written to examine.json, in place of the table.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<StoredRun> runs = CommandLines.checked(command, this::runs);
        List<RunExamination> examined = CommandLines.checked(
                command, () -> runs.stream().map(RunExamination::of).toList());
        Path root = CommandLines.checked(command, () -> root(runs.get(0)));
        ExaminationRows rows = ExaminationRows.of(examined);
        JsonFiles.write(root.resolve("examine.json"), rows);
        Path page = ExaminePage.write(root, runs, examined, Look.BOOK);
        if (json) {
            command.commandLine().getOut().print(JsonFiles.text(rows));
        } else {
            int width = command.usageMessage().autoWidth(true).width();
            examined.forEach(run -> command.commandLine().getOut().println(new ExaminationTable(run, width) + "\n"));
            command.commandLine()
                    .getOut()
                    .println("Written to " + page.toAbsolutePath().normalize());
        }
        command.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    /** The runs that are meant, each once. */
    private List<StoredRun> runs() {
        Set<Path> directories = new LinkedHashSet<>();
        for (String each : wanted) {
            directories.addAll(directories(each));
        }
        return directories.stream().map(StoredRun::open).toList();
    }

    private List<Path> directories(String text) {
        Path path = Path.of(text);
        if (Files.isDirectory(path.resolve(RUNS))) {
            return all(path);
        }
        return Files.isDirectory(path) ? List.of(path) : named(text);
    }

    private static List<Path> all(Path output) {
        Path runs = output.resolve(RUNS);
        List<Path> finished =
                RunStore.at(runs).finished().stream().map(runs::resolve).toList();
        if (finished.isEmpty()) {
            throw new IllegalArgumentException("'" + runs + "' must hold a finished run, holds none");
        }
        return finished;
    }

    /** Those of an id or name; an unfinished one only if no other is called so. */
    private List<Path> named(String name) {
        Path runs = (out == null ? USUAL : out).resolve(RUNS);
        List<String> ids = RunStore.at(runs).ids();
        List<Path> found = new ArrayList<>();
        Set<String> known = new TreeSet<>(ids);
        for (String id : ids) {
            known.add(RunIndex.name(id));
            if (id.equals(name) || RunIndex.name(id).equals(name)) {
                found.add(runs.resolve(id));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("RUN must be a directory, or the id or name of a run in '" + runs
                    + "', was '" + name + "'." + Suggestion.sentence(name, known));
        }
        List<Path> finished = found.stream()
                .filter(path -> Files.exists(path.resolve(MANIFEST)))
                .toList();
        return finished.isEmpty() ? found : finished;
    }

    private Path root(StoredRun first) {
        Path runs = first.directory().toAbsolutePath().normalize().getParent();
        if (out == null && runs.endsWith(RUNS)) {
            return runs.getParent();
        }
        return OutputDirectory.open(out == null ? USUAL : out).root();
    }
}
