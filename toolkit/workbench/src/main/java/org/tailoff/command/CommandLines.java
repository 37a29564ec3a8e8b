package org.tailoff.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.tailoff.data.DataException;
import org.tailoff.published.Catalogue;
import org.tailoff.run.RunFailedException;
import org.tailoff.run.StoppedException;
import org.tailoff.store.RunStoreException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The commands, and what all of them have in common: how they are made and how they end. */
public final class CommandLines {
    private CommandLines() {}

    /**
     * Every command that is not a book's own.
     *
     * @param book what they know of
     * @return how each is made, by name, in the order of {@code --help}
     */
    public static Map<String, Supplier<Object>> commands(Book book) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("reproduce", () -> new ReproduceCommand(book.reproductions()));
        commands.put("verify", () -> new VerifyCommand(book));
        commands.put("compare", () -> new CompareCommand(book));
        commands.put("train", TrainCommand::new);
        commands.put("examine", ExamineCommand::new);
        commands.put("report", () -> new ReportCommand(book.reproductions()));
        commands.put("runs", RunsCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("plugins", PluginsCommand::new);
        return commands;
    }

    /**
     * A command line that ends as documented: {@link ExitCode}, and one line on the error stream for what is wrong.
     *
     * @param command the command
     * @return understands it
     */
    public static CommandLine of(Object command) {
        return ending(new CommandLine(command));
    }

    /**
     * Makes a command line, with all commands that it has by now, end as documented.
     *
     * @param commandLine the command line
     * @return the same
     */
    public static CommandLine ending(CommandLine commandLine) {
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandLines::wrongUsage)
                .setExecutionExceptionHandler(CommandLines::failed);
    }

    /**
     * Carries out {@code tailoff reproduce} for some reproductions and ends the process; for the {@code main} of a
     * reproduction.
     *
     * @param reproductions what is reproduced
     * @param options further options of {@code tailoff reproduce}
     */
    public static void reproduce(Catalogue reproductions, String... options) {
        System.exit(of(new ReproduceCommand(reproductions)).execute(options));
    }

    /**
     * Has whatever a user can get wrong end as wrong usage, before any training.
     *
     * @param <T> the type of the result
     * @param command what is used wrongly
     * @param step throws what is wrong
     * @return its result
     */
    public static <T> T checked(CommandSpec command, Callable<T> step) {
        try {
            return step.call();
        } catch (IllegalArgumentException | DataException | RunStoreException e) {
            throw new ParameterException(command.commandLine(), withOption(command, e.getMessage()), e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a library says of a field, said of the option of that name where there is one. */
    private static String withOption(CommandSpec command, String message) {
        String option = "--" + message.split(" ", 2)[0];
        return command.findOption(option) == null ? message : "--" + message;
    }

    /**
     * The same with a check that has no result.
     *
     * @param command what is used wrongly
     * @param check throws what is wrong
     */
    public static void checked(CommandSpec command, Runnable check) {
        checked(command, Executors.callable(check));
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        e.getCommandLine().getErr().println("tailoff: " + oneLine(e.getMessage()));
        return ExitCode.WRONG_USAGE;
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        if (e instanceof StoppedException) {
            return ExitCode.FAILED; // the interruption itself has told the user, and decides the exit code
        }
        commandLine
                .getErr()
                .println("tailoff: " + oneLine(e instanceof RunFailedException ? e.getMessage() : e.toString()));
        return ExitCode.FAILED;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
