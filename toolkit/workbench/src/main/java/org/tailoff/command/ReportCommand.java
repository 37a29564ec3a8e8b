package org.tailoff.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tailoff.figure.render.Style;
import org.tailoff.published.Catalogue;
import org.tailoff.published.Reproduction;
import org.tailoff.report.Compared;
import org.tailoff.report.OpenedRuns;
import org.tailoff.report.Report;
import org.tailoff.report.Reproduced;
import org.tailoff.report.Verified;
import org.tailoff.store.RunStoreException;
import org.tailoff.svm.FinishedSvm;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tailoff report}: figures, comparison and report anew from what is stored, without training. */
@Command(
        name = "report",
        description = "Rebuilds the figures and the report in HTML from stored runs, without training.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    /**
     * Their data are those of several runs at every iteration, which verify alone reads; what is stored of them is
     * thinned.
     */
    private static final String CLAIMS = "The figures of claims stay as tailoff verify drew them.";

    private static final String COMPARISON = "The figures of the comparison stay as tailoff compare drew them.";

    private final Catalogue catalogue;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "tailoff-out",
            description = "What reproduce, verify, compare or train wrote; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Mixin
    private final Styling styling = new Styling();

    ReportCommand(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Style style = styling.style();
            OutputDirectory directory = OutputDirectory.existing(out);
            OpenedRuns opened = new OpenedRuns(out, List.of());
            Optional<Reproduced> reproduced = Reproduced.read(out);
            if (reproduced.isPresent()) {
                results(reproduced.get(), opened).write(directory, style);
            }
            Collection<Path> pages = Report.write(opened, catalogue, style.look());
            if (!style.equals(Style.BOOK)) {
                kept().forEach(command.commandLine().getOut()::println);
            }
            pages.forEach(page -> command.commandLine()
                    .getOut()
                    .println("Written to " + page.toAbsolutePath().normalize()));
            return ExitCode.DONE;
        } catch (IllegalArgumentException | RunStoreException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    /** What this command does not draw again. */
    private List<String> kept() throws IOException {
        List<String> kept = new ArrayList<>();
        Verified.read(out).ifPresent(verified -> kept.add(CLAIMS));
        Compared.read(out).ifPresent(compared -> kept.add(COMPARISON));
        return kept;
    }

    private ReproduceResults results(Reproduced reproduced, OpenedRuns opened) {
        List<Reproduction> chosen = reproduced.chapter(catalogue).stream()
                .filter(each -> reproduced.reproductions().contains(each.id()))
                .toList();
        Map<String, FinishedSvm> svms = new TreeMap<>();
        reproduced.machines().forEach((name, result) -> svms.put(name, new FinishedSvm(result, true)));
        ReproduceResults.Measured measured = new ReproduceResults.Measured(
                reproduced.open(opened),
                svms,
                reproduced.options().mnist(),
                reproduced.options().quick());
        return new ReproduceResults(chosen, measured);
    }
}
