package org.tailoff.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Verdict;
import org.tailoff.docs.ArgumentDocument;
import org.tailoff.docs.Documentation;
import org.tailoff.figure.Look;
import org.tailoff.figure.Picture;
import org.tailoff.figure.render.Style;
import org.tailoff.report.FigureFiles;
import org.tailoff.report.Pages;
import org.tailoff.report.Report;
import org.tailoff.report.Verified;
import org.tailoff.spec.RunSpec;
import org.tailoff.terminal.VerdictTable;
import org.tailoff.verify.ClaimTest;
import org.tailoff.verify.ClaimTests;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.Plan;
import org.tailoff.verify.Verdicts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tailoff verify}: run what the claims need, and say which of them hold. */
@Command(
        name = "verify",
        description = "Puts every claim of the exercise and of the thread to the test and gives each a verdict.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Book book;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(
            paramLabel = "CLAIM",
            arity = "0..*",
            description = "Which claims, such as C1b or A3-2, in full; all, in overview, when none is named.")
    private List<String> ids = List.of();

    @Option(names = "--quick", description = "Only the first epochs of each run; the verdicts are marked quick.")
    private boolean quick;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            description = "Seeds of every experiment about the world; default: 5, with --quick 2.")
    private Integer seeds;

    @Option(
            names = "--beyond",
            description = "Also the claims on networks that no spec describes, N9 and N10 of the book; minutes more.")
    private boolean beyond;

    @Option(
            names = "--docs",
            paramLabel = "DIR",
            description = "Also write DIR/evidence/CLAIM.json and put the numbers of DIR/argument.md up to date.")
    private Path docs;

    @Mixin
    private TrainingOptions workbench;

    VerifyCommand(Book book) {
        this.book = book;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        workbench.checked(this::requireWhole);
        Plan plan = workbench.checked(() -> new Plan(seeds(), quick));
        ClaimTests tests = workbench.checked(() -> new ClaimTests(offered()).of(ids));
        Map<String, RunSpec> runs = tests.runs(plan);
        TrainingOptions.Trained trained = workbench.train(runs, List.of());
        ExperimentRuns records = new ExperimentRuns(plan, runs, trained.results());
        List<Finding> findings = tests.findings(records).stream()
                .filter(finding -> ids.isEmpty() || ids.contains(finding.claim().id()))
                .toList();
        trained.directory()
                .write("verdicts.json", Verdicts.json(findings, runs, quick).getBytes(StandardCharsets.UTF_8));
        Map<ClaimTest, List<Picture>> drawn = new LinkedHashMap<>();
        tests.all().forEach(examination -> drawn.put(examination, examination.figures(records)));
        Map<String, Picture> pictures = drawn.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(picture -> FigureFiles.ARGUMENT + "/" + picture.id(), picture -> picture));
        FigureFiles.write(trained.directory().root(), pictures, Style.BOOK);
        Verified.FILE.write(trained.directory().root(), Verified.of(trained.results(), drawn));
        Report.write(trained.runs(), book.reproductions(), Look.BOOK);
        if (docs != null) {
            document(findings, runs, pictures);
        }
        print(findings, trained);
        return controlsHold(findings) ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** What may be named, or is meant where nothing is. */
    private List<ClaimTest> offered() {
        List<ClaimTest> offered = new ArrayList<>(book.claims().get());
        if (beyond || !ids.isEmpty()) {
            offered.addAll(training());
        }
        return offered;
    }

    /** The claims that train networks of their own; they tell of it on the error stream, as the progress of runs. */
    private List<ClaimTest> training() {
        return book.beyond().apply(command.commandLine().getErr()::println);
    }

    /** The evidence of each claim, and the document that quotes it with the figures that it shows. */
    private void document(List<Finding> findings, Map<String, RunSpec> runs, Map<String, Picture> pictures)
            throws IOException {
        Map<String, List<Finding>> byClaim = findings.stream()
                .collect(Collectors.groupingBy(finding -> finding.claim().id(), TreeMap::new, Collectors.toList()));
        Map<String, String> evidence = new TreeMap<>();
        byClaim.forEach((id, parts) -> evidence.put(id + ".json", Verdicts.json(parts, runs, quick)));
        for (Map.Entry<String, String> file : evidence.entrySet()) {
            write("evidence/" + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        Path document = docs.resolve("argument.md");
        if (Files.exists(document)) {
            evidence.putAll(kept(byClaim.keySet()));
            String text = new ArgumentDocument(Files.readString(document)).refreshed(evidence);
            write("argument.md", text.getBytes(StandardCharsets.UTF_8));
            new Documentation(docs).write(pictures);
        }
    }

    /** The evidence that is there of claims beyond those that were tested: the document may quote it. */
    private Map<String, String> kept(Set<String> tested) throws IOException {
        Map<String, String> kept = new TreeMap<>();
        for (ClaimTest test : training()) {
            for (Claim claim : test.claims()) {
                Path file = docs.resolve("evidence").resolve(claim.id() + ".json");
                if (!tested.contains(claim.id()) && Files.exists(file)) {
                    kept.put(claim.id() + ".json", Files.readString(file));
                }
            }
        }
        return kept;
    }

    private void write(String name, byte[] bytes) throws IOException {
        Pages.write(docs.resolve(name), bytes);
    }

    /** Documentation is made of whole runs and of every claim. */
    private void requireWhole() {
        if (docs != null && (quick || !ids.isEmpty())) {
            throw new IllegalArgumentException("--docs must be given without --quick and without a CLAIM");
        }
    }

    private int seeds() {
        if (seeds != null) {
            return seeds;
        }
        return quick ? Plan.QUICK_SEEDS : Plan.SEEDS;
    }

    private void print(List<Finding> findings, TrainingOptions.Trained trained) {
        VerdictTable table = new VerdictTable(findings);
        command.commandLine().getOut().println(ids.isEmpty() ? table.overview() : table.everything());
        trained.results()
                .diverged()
                .forEach((run, reason) -> command.commandLine().getOut().println("dropped: " + run + " " + reason));
        command.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%n%d findings: %s%s. Written to %s%n",
                        findings.size(),
                        table.counts(),
                        quick ? " (quick: of the first epochs alone)" : "",
                        trained.directory().root().toAbsolutePath().normalize());
    }

    /** A control that came out wrong means that the measurement, not the claim, has failed. */
    private static boolean controlsHold(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.controls().stream())
                .noneMatch(control -> control.verdict() == Verdict.REFUTED);
    }
}
