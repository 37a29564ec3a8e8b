package org.tailoff.reproductions.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tailoff.command.Book;
import org.tailoff.command.CommandLines;
import org.tailoff.reproductions.argument.Argument;
import org.tailoff.reproductions.bench.BenchCommand;
import org.tailoff.reproductions.book.BookSpecs;
import org.tailoff.reproductions.chapter.Chapter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The {@code tailoff} command.
 *
 * <p>Exit codes: 0 done, 1 a run or a comparison failed, 2 wrong usage (one line on the error stream), 130 interrupted.
 */
@Command(
        name = "tailoff",
        description = "What weight initialisation and weight decay do to a network's weights, iteration by iteration.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Tailoff implements Runnable {
    private static final Book BOOK =
            new Book(Chapter::reproductions, Argument::tests, Argument::beyond, () -> BookSpecs.spec("compare"));

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param args the arguments, such as {@code reproduce overfitting --quick}
     */
    public static void main(String[] args) {
        // For the progress bar, a library: what we write ourselves asks for no default (ArchitectureTest).
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        System.exit(execute(args));
    }

    static int execute(String... args) {
        return commandLine(args).execute(args);
    }

    /** What understands these arguments; to find out what a command may be told takes longer than to start the JVM. */
    static CommandLine commandLine(String... args) {
        CommandLine commandLine = new CommandLine(new Tailoff());
        Map<String, Supplier<Object>> commands = commands();
        needed(commands.keySet(), args)
                .forEach(name ->
                        commandLine.addSubcommand(name, commands.get(name).get()));
        return CommandLines.ending(commandLine);
    }

    /** By name, in the order of {@code --help}. */
    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>(CommandLines.commands(BOOK));
        commands.put("figures", FiguresCommand::new);
        commands.put("bench", BenchCommand::new);
        return commands;
    }

    /** The one command that is asked for; all of them for the help and for whatever is wrong. */
    private static Set<String> needed(Set<String> all, String... args) {
        if (args.length > 0 && all.contains(args[0])) {
            return Set.of(args[0]);
        }
        return List.of(args).equals(List.of("--version")) ? Set.of() : all;
    }

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(),
                "a command is needed: " + String.join(", ", commands().keySet()) + "; see --help");
    }
}
