package org.tailoff.reproductions.cli;

import java.util.stream.Stream;
import org.tailoff.reproductions.RunFailedException;
import org.tailoff.reproductions.StoppedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The {@code tailoff} command.
 *
 * <p>Exit codes: 0 done, 1 a run or a comparison failed, 2 wrong usage (one line on the error stream), 130
 * interrupted.
 */
@Command(
        name = "tailoff",
        description = "What weight initialisation and weight decay do to a network's weights, iteration by iteration.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ReproduceCommand.class,
            VerifyCommand.class,
            CompareCommand.class,
            TrainCommand.class,
            ReportCommand.class,
            CheckCommand.class,
            FiguresCommand.class,
            BenchCommand.class,
            PluginsCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Tailoff implements Runnable {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param args the arguments, such as {@code reproduce overfitting --quick}
     */
    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /**
     * Runs one reproduction and ends the process; for the {@code main} of a reproduction.
     *
     * @param id the reproduction
     * @param options further options of {@code tailoff reproduce}
     */
    public static void reproduce(String id, String[] options) {
        main(Stream.concat(Stream.of("reproduce", id), Stream.of(options)).toArray(String[]::new));
    }

    static int execute(String... args) {
        return new CommandLine(new Tailoff())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Tailoff::wrongUsage)
                .setExecutionExceptionHandler(Tailoff::failed)
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(),
                "a command is needed: reproduce, verify, compare, train, report, check, figures, bench or plugins; see --help");
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        e.getCommandLine().getErr().println("tailoff: " + oneLine(e.getMessage()));
        return WRONG_USAGE;
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        if (e instanceof StoppedException) {
            return FAILED; // the interruption itself has told the user, and decides the exit code
        }
        commandLine
                .getErr()
                .println("tailoff: " + oneLine(e instanceof RunFailedException ? e.getMessage() : e.toString()));
        return FAILED;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
