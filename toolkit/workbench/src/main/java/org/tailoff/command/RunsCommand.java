package org.tailoff.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tailoff.record.SetScore;
import org.tailoff.report.RunInWords;
import org.tailoff.store.JsonFiles;
import org.tailoff.store.RunStore;
import org.tailoff.store.RunStoreException;
import org.tailoff.store.RunSummary;
import org.tailoff.terminal.Table;
import org.tailoff.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tailoff runs}: what is stored, a line a run. */
@Command(
        name = "runs",
        description = "Lists the stored runs, of specs and of programs, a line each; looks at no file that is large.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    /** What is left of the layers however narrow the terminal is. */
    private static final int LEAST = 12;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "tailoff-out",
            description = "What a command, or a program of yours, wrote; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--json", description = "The same as JSON, names and layers in full.")
    private boolean json;

    /**
     * A run as JSON has it.
     *
     * @param run the name of its directory
     * @param state finished, running, broken-off or damaged
     * @param network its layers
     * @param initialiser what its weights were drawn from
     * @param epoch the last one that is kept
     * @param score of the last set in that epoch; null if there is none
     * @param seconds wall time
     */
    private record Line(
            String run, String state, String network, String initialiser, int epoch, Score score, double seconds) {
        static Line of(RunSummary run) {
            RunInWords words = RunInWords.of(run.spec());
            return new Line(
                    run.id(),
                    run.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    words.network(),
                    words.initialiser(),
                    run.epoch(),
                    last(run.scores()).map(Score::of).orElse(null),
                    run.seconds());
        }

        private static Optional<SetScore> last(List<SetScore> scores) {
            return scores.isEmpty() ? Optional.empty() : Optional.of(scores.get(scores.size() - 1));
        }
    }

    /**
     * How a network does on a set.
     *
     * @param set the set
     * @param accuracy a fraction
     * @param cost mean data cost
     */
    private record Score(String set, double accuracy, double cost) {
        static Score of(SetScore score) {
            return new Score(score.set(), score.accuracy(), score.cost().data());
        }

        String text() {
            return set + " " + Texts.fixed(100 * accuracy, 2) + " %";
        }
    }

    @Override
    public Integer call() {
        try {
            if (!Files.isDirectory(out.resolve("runs"))) {
                throw new IllegalArgumentException(
                        "DIR must be a directory with runs in it, '" + out + "' holds no 'runs'");
            }
            List<Line> lines = RunStore.at(out.resolve("runs")).summaries().stream()
                    .map(Line::of)
                    .toList();
            if (json) {
                command.commandLine().getOut().print(JsonFiles.text(lines));
                command.commandLine().getOut().flush();
            } else {
                command.commandLine().getOut().println(lines.isEmpty() ? "no run" : table(lines));
            }
            return ExitCode.DONE;
        } catch (IllegalArgumentException | RunStoreException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    /** Layers are shortened to what fits into a line of the terminal; 80 where there is none. */
    private String table(List<Line> lines) {
        int whole = table(lines, Integer.MAX_VALUE)
                .lines()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int network = lines.stream()
                .mapToInt(each -> brief(each.network()).length())
                .max()
                .orElse(0);
        int line = command.usageMessage().autoWidth(true).width();
        return whole <= line
                ? table(lines, Integer.MAX_VALUE)
                : table(lines, Math.max(LEAST, network - (whole - line)));
    }

    private static String table(List<Line> lines, int room) {
        Table table = new Table("run", "network", "initialiser", "epoch", "score", "seconds", "state");
        lines.forEach(each -> table.row(
                each.run(),
                shortened(brief(each.network()), room),
                each.initialiser(),
                Integer.toString(each.epoch()),
                each.score() == null ? "-" : each.score().text(),
                Texts.fixed(each.seconds(), 1),
                each.state()));
        return table.toString();
    }

    private static String brief(String network) {
        return network.replace("convolution", "conv")
                .replace("batch normalisation", "BN")
                .replace(" pooling", " pool");
    }

    private static String shortened(String text, int room) {
        return text.length() <= room ? text : text.substring(0, room - 3) + "...";
    }
}
