package org.tailoff.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.tailoff.figure.render.Style;
import org.tailoff.published.Catalogue;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.report.Compared;
import org.tailoff.report.OpenedRuns;
import org.tailoff.report.Report;
import org.tailoff.report.Reproduced;
import org.tailoff.report.Verified;
import org.tailoff.store.RunStoreException;
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
            List<ComparedReproduction> compared = Reproduced.again(opened, catalogue);
            if (Reproduced.FILE.isIn(out)) {
                ReproduceFiles.write(compared, directory, style);
            }
            Collection<Path> pages = Report.write(opened, compared, style.look());
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
    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        if (Verified.FILE.isIn(out)) {
            kept.add(CLAIMS);
        }
        if (Compared.FILE.isIn(out)) {
            kept.add(COMPARISON);
        }
        return kept;
    }
}
