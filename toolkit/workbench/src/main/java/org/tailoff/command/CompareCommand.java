package org.tailoff.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tailoff.comparison.ComparisonFigures;
import org.tailoff.comparison.ComparisonResult;
import org.tailoff.comparison.ComparisonRuns;
import org.tailoff.comparison.ComparisonTables;
import org.tailoff.comparison.InitialiserComparison;
import org.tailoff.comparison.Question;
import org.tailoff.comparison.SeedTable;
import org.tailoff.comparison.TextTable;
import org.tailoff.docs.ComparisonDocument;
import org.tailoff.docs.Documentation;
import org.tailoff.figure.Look;
import org.tailoff.figure.Picture;
import org.tailoff.figure.render.Style;
import org.tailoff.report.Compared;
import org.tailoff.report.FigureFiles;
import org.tailoff.report.Report;
import org.tailoff.run.QuickRuns;
import org.tailoff.spec.RunSpec;
import org.tailoff.terminal.Table;
import org.tailoff.text.Checks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tailoff compare}: the same network from several initialisers, and which of them do better. */
@Command(
        name = "compare",
        description = "Trains the same network from several initialisers, paired by seed, and says which do better.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final int QUICK_EPOCHS = 2;
    private static final int SEEDS = 10;
    private static final int QUICK_SEEDS = 3;
    private static final double ALL = 100;

    private final Book book;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Option(
            names = {"-i", "--initialiser"},
            paramLabel = "ID[:p=v]",
            required = true,
            description =
                    "An initialiser, with parameters where it has any, such as gaussian:stddev=0.5; at least two of them.")
    private List<String> initialisers = List.of();

    @Option(
            names = "--spec",
            paramLabel = "FILE",
            description = "What is trained, as YAML; default: the book's network of section 3.3.")
    private Path spec;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            description = "Seeds of each initialiser; default: " + SEEDS + ", and " + QUICK_SEEDS
                    + " with --quick. More later train the new ones alone.")
    private Integer seeds;

    @Option(
            names = "--against",
            paramLabel = "ID",
            defaultValue = "",
            description =
                    "Compare every other initialiser with this one of them; default: each with the best of the others.")
    private String against;

    @Option(
            names = "--margin",
            paramLabel = "POINTS",
            defaultValue = "" + Question.MARGIN,
            description = "The difference in accuracy that does not matter; default: ${DEFAULT-VALUE}.")
    private double margin;

    @Option(
            names = "--target",
            paramLabel = "PERCENT",
            description = "The accuracy to reach; default: a point below the best.")
    private Double target;

    @Option(names = "--quick", description = "The first epochs of each run alone: the same code, half a minute.")
    private boolean quick;

    @Option(
            names = "--docs",
            paramLabel = "DIR=NAME",
            description = "Also put the tables and figures called NAME in DIR/choosing-an-initialiser.md up to date.")
    private Map<Path, String> docs = Map.of();

    @Mixin
    private TrainingOptions workbench;

    CompareCommand(Book book) {
        this.book = book;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        workbench.checked(this::requireTarget);
        workbench.checked(this::requireAgainst);
        workbench.checked(() -> Checks.requirePositive(margin, "--margin"));
        workbench.checked(
                () -> docs.keySet().stream().map(ComparisonDocument::new).toList());
        RunSpec base = base();
        InitialiserComparison comparison =
                workbench.checked(() -> new InitialiserComparison(base, initialisers, seeds()));
        TrainingOptions.Trained trained = workbench.train(comparison.runs(), List.of());
        ComparisonRuns results = ComparisonRuns.of(comparison, trained.results());
        ComparisonResult result =
                ComparisonResult.of(results, new Question(against, margin, results.target(asked())), quick);
        List<Picture> pictures = ComparisonFigures.of(results, result);
        write(trained.directory(), results, result, pictures);
        Compared.FILE.write(trained.directory().root(), Compared.of(result, trained.results(), pictures));
        Report.write(trained.runs(), book.reproductions(), Look.BOOK);
        for (Map.Entry<Path, String> each : docs.entrySet()) {
            document(each.getKey(), each.getValue(), result, pictures);
        }
        print(result, trained.directory());
        return result.diverged().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private RunSpec base() {
        RunSpec whole = spec == null ? book.comparison().get() : workbench.read(spec);
        int epochs = Math.max(QUICK_EPOCHS, QuickRuns.of(whole).training().epochs());
        return quick ? whole.withEpochs(Math.min(whole.training().epochs(), epochs)) : whole;
    }

    private void requireTarget() {
        if (target != null && !(target > 0 && target <= ALL)) {
            throw new IllegalArgumentException("--target must be a percentage in (0, 100], was " + target);
        }
    }

    private void requireAgainst() {
        if (!against.isEmpty() && !initialisers.contains(against)) {
            throw new IllegalArgumentException(
                    "--against must be one of the initialisers " + initialisers + ", was '" + against + "'");
        }
    }

    private int seeds() {
        if (seeds != null) {
            return seeds;
        }
        return quick ? QUICK_SEEDS : SEEDS;
    }

    private OptionalDouble asked() {
        return target == null ? OptionalDouble.empty() : OptionalDouble.of(target);
    }

    private static void write(
            OutputDirectory directory, ComparisonRuns results, ComparisonResult result, List<Picture> pictures)
            throws IOException {
        Map<String, Picture> named = new TreeMap<>();
        pictures.forEach(picture -> named.put(Compared.FOLDER + "/" + picture.id(), picture));
        FigureFiles.write(directory.root(), named, Style.BOOK);
        directory.write("per-seed.csv", SeedTable.csv(results).getBytes(StandardCharsets.UTF_8));
        String markdown = new ComparisonTables(result)
                .all().stream().map(TextTable::markdown).collect(Collectors.joining("\n"));
        directory.write("comparison.md", markdown.getBytes(StandardCharsets.UTF_8));
    }

    private static void document(Path docs, String name, ComparisonResult result, List<Picture> pictures)
            throws IOException {
        new ComparisonDocument(docs).write(name, result);
        Map<String, Picture> named = new TreeMap<>();
        pictures.forEach(picture -> named.put(Documentation.COMPARED + name + "/" + picture.id(), picture));
        new Documentation(docs).write(named);
    }

    private void print(ComparisonResult result, OutputDirectory directory) {
        List<String> text = new ArrayList<>();
        for (TextTable tabulated : new ComparisonTables(result).all()) {
            Table table = new Table(tabulated.heads().toArray(String[]::new));
            tabulated.rows().forEach(row -> table.row(row.toArray(String[]::new)));
            List<String> parts = new ArrayList<>(List.of(tabulated.heading(), table.toString()));
            parts.addAll(tabulated.notes());
            text.add(String.join("\n", parts) + "\n");
        }
        result.diverged().forEach(run -> text.add("left out: " + run));
        text.add(String.format(
                Locale.ROOT,
                "%sWritten to %s",
                quick ? "Quick: of the first epochs alone. " : "",
                directory.root().toAbsolutePath().normalize()));
        text.forEach(command.commandLine().getOut()::println);
    }
}
